import { t } from '../../kit/i18n.ts'
import type { Role } from '../permissions.ts'

/** A role in the words of who gives it. */
export function roleWords(role: Role): { label: string; detail: string } {
  return {
    owner: { label: t('owner'), detail: t('May do everything, and make others owners') },
    admin: { label: t('administrator'), detail: t('May do everything but make owners') },
    analyst: { label: t('analyst'), detail: t('Builds and sends surveys, writes rules, reads all results') },
    manager: { label: t('manager'), detail: t('Works on alerts and reads results, of all units or of some') },
    agent: { label: t('agent'), detail: t('Works on alerts') },
    viewer: { label: t('viewer'), detail: t('Reads results') },
  }[role]
}

// @words colleagues
import { t } from '../kit/i18n.ts'
import type { PromiseState } from './alertPromises.ts'

/** What a list of alerts is narrowed to, in words. */
export function promiseWords(state: string): string {
  const words: Record<PromiseState, string> = {
    made: t('any was made'),
    overdue: t('broken and still waiting'),
    'contact-due': t('to be contacted by now'),
    'contact-kept': t('contacted in time'),
    'resolve-due': t('to be closed by now'),
    'resolve-kept': t('closed in time'),
  }
  return words[state as PromiseState] ?? state
}

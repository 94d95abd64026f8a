import { t } from '../../kit/i18n.ts'
import { moment, shortDay, span } from '../../kit/words.ts'
import type { AlertItem } from '../contract.ts'

type Begun = Pick<AlertItem, 'openedAt' | 'openedOn' | 'reopenedAt'>

/** When the work on it began; null where only the day is known. */
export const waitingSince = ({ openedAt, openedOn, reopenedAt }: Begun): number | null =>
  reopenedAt === null && openedOn !== null ? null : Date.parse(reopenedAt ?? openedAt)

/** When it was raised, no nearer than is known. */
export const raisedWords = ({ openedAt, openedOn }: Begun, now: number): string =>
  openedOn === null ? moment(openedAt, now) : shortDay(openedOn, now)

/** “waits 2 h 50 min”, “waits since 29 Nov” */
export function waitsWords(alert: Begun, now: number): string {
  const since = waitingSince(alert)
  return since === null
    ? t('waits since {day}', { day: raisedWords(alert, now) })
    : t('waits {span}', { span: span(now - since) })
}

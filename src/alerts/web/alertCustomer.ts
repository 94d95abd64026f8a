import { firstName } from '../../people/firstName.ts'
import { t } from '../../kit/i18n.ts'
import type { AlertProgress } from '../alert.ts'
import type { AlertItem, HeadlineScore } from '../contract.ts'

/** The customer's name, or what to say where nobody knows it. */
export const nameOf = ({ person }: Pick<AlertItem, 'person'>): string => person?.name || t('A customer')

/** What the rules of the loop look at, for reasons that stand on buttons. */
export const alertProgressOf = (alert: AlertItem): AlertProgress => ({
  state: alert.state,
  kind: alert.kind,
  customer: alert.person ? firstName(alert.person.name) || t('the customer') : null,
  attempts: alert.attempts,
})

/** “answered 1 of 5”, “scored 2” */
export function scoredWords(name: string, score: HeadlineScore | null): string {
  if (!score) return t('{name} needs an answer', { name })
  return score.nps
    ? t('{name} scored {value}', { name, value: score.value })
    : t('{name} answered {value} of {max}', { name, value: score.value, max: score.max })
}

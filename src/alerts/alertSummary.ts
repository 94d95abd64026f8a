// @words colleagues
import type { Translate } from '../kit/i18n.ts'

/** What a notification about an alert rests on. */
export interface AlertSummary {
  customer: string | null
  unit: string | null
  score: number | null
  /** The upper end of the scale. */
  most: number | null
  said: string | null
}

/** “Dana Whitlock answered 1 of 5, Kelby” */
export function alertTitle({ customer, score, most, unit }: AlertSummary, t: Translate): string {
  const who = customer ?? t('A customer')
  const finding =
    score === null || most === null
      ? t('{who} needs an answer', { who })
      : t('{who} answered {score} of {most}', { who, score, most })
  return unit ? `${finding}, ${unit}` : finding
}

/** The same where one answer raised several: “Dana Whitlock answered 1 of 5, Kelby, and 2 more alerts of this answer” */
export const withOthers = (title: string, n: number, t: Translate): string =>
  n === 0 ? title : t('{title}, and {n, plural, one {# more alert} other {# more alerts}} of this answer', { title, n })

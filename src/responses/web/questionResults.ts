import type { Result } from '../../kit/contract.ts'
import { t } from '../../kit/i18n.ts'
import { percent } from '../../kit/words.ts'
import type { Interval } from '../../metrics/metric.ts'
import type { metricsContract } from '../metricsContract.ts'

export type Results = Result<typeof metricsContract.getResults>
export type QuestionResult = Results['questions'][number]
export type MatrixRowResult = NonNullable<QuestionResult['rows']>[number]
export type OptionCount = NonNullable<QuestionResult['options']>[number]
type DisclosedMetric = NonNullable<QuestionResult['metric']>

/** A number that may be shown, with what it rests on. */
export interface ShownScore {
  score: number
  n: number
  interval: Interval
  unit: string
  band: string | undefined
}

/** The number inside a reply, when there is one and it may be shown. */
export function scoreIn(metric: DisclosedMetric | undefined): ShownScore | undefined {
  if (metric?.kind !== 'score' || metric.score === undefined || !metric.interval) return undefined
  const { unit, band } = metric as { unit?: unknown; band?: unknown }
  return {
    score: metric.score,
    n: metric.n ?? 0,
    interval: metric.interval,
    unit: typeof unit === 'string' ? unit : 'points',
    band: typeof band === 'string' ? band : undefined,
  }
}

/** Why a number is not there. */
export const whyNone = (metric: DisclosedMetric | undefined): string =>
  metric?.kind === 'suppressed' ? tooFew(metric.needed ?? 0) : t('Nobody answered this question.')

export const tooFew = (needed: number): string =>
  t('Too few answers to show it without showing who gave them: {needed} are needed.', { needed })

/** “29 %, between 24 % and 34 %” */
export function shareWords(share: DisclosedMetric): string {
  const known = scoreIn(share)
  if (!known) return whyNone(share)
  const { low, high } = known.interval
  return t('{share}, between {low} and {high}', { share: percent(known.score), low: percent(low), high: percent(high) })
}

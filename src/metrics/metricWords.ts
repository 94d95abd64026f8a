// @words everybody
import { t as active, type Translate } from '../kit/i18n.ts'
import { decimal, half, percent, signed } from '../kit/words.ts'
import type { MetricName } from './computeMetric.ts'

/** What a metric is called in a headline. */
export function metricLabel(metric: MetricName, t: Translate = active): string {
  switch (metric) {
    case 'nps':
      return t('Net Promoter Score')
    case 'csat':
      return t('Content customers')
    case 'ces':
      return t('Found it easy')
    case 'mean':
      return t('Average answer')
  }
}

/** The metric inside a sentence or a table head. */
export function metricShort(metric: MetricName, t: Translate = active): string {
  return { nps: t('NPS'), csat: t('CSAT'), ces: t('CES'), mean: t('Average') }[metric]
}

/** The metric as the subject of a sentence: “The average answer stands at 4.4.” */
export const metricSubject = (metric: MetricName, t: Translate = active): string =>
  metric === 'mean' ? t('The average answer') : metricShort(metric, t)

const isShare = (unit: string): boolean => unit === 'percent'

/** Means of a short scale need two decimals: a tenth of a star is much. */
const digitsFor = (unit: string): number => (unit === 'scale' ? 2 : 1)

/** A score in a table: “31.2”, “87 %”, “4.31”. */
export const scoreWords = (value: number, unit: string, t: Translate = active): string =>
  isShare(unit) ? percent(value / 100, 1, t) : decimal(value, digitsFor(unit), t)

/** A score in a headline: “31”, “87 %”, “4.3”. */
export const headlineWords = (value: number, unit: string, t: Translate = active): string =>
  isShare(unit) ? percent(value / 100, 0, t) : decimal(value, unit === 'scale' ? 1 : 0, t)

/** A change or an impact: “−4.6”. */
export const scoreChangeWords = (value: number, unit: string, t: Translate = active): string => signed(value, digitsFor(unit), t)

/** “± 3.6” */
export const marginOfErrorWords = (low: number, high: number, unit: string, t: Translate = active): string =>
  half(low, high, digitsFor(unit), t)

/** How sure a score is, without a full stop. Answers that are all the same have no spread from which to tell. */
export function confidenceWords({ low, high }: { low: number; high: number }, unit: string, t: Translate = active): string {
  if (low === high) return t('All answers are the same: how much of that is chance cannot be told')
  return t('95 % sure it lies between {low} and {high}', { low: scoreWords(low, unit, t), high: scoreWords(high, unit, t) })
}

/** What a score is called; only the NPS has such words. */
export function bandWords(band: string | undefined, t: Translate = active): string | undefined {
  if (band === undefined) return undefined
  return { exceptional: t('exceptional'), excellent: t('excellent'), good: t('good'), needs_work: t('needs work') }[band] ?? band
}

/** The ends of a scale for a chart of scores. */
export function scoreAxisBounds(metric: MetricName, scale: { min: number; max: number }): readonly [number, number] {
  if (metric === 'nps') return [-100, 100]
  return metric === 'mean' ? [scale.min, scale.max] : [0, 100]
}

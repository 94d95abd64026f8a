import { t } from '../kit/i18n.ts'
import { decimal, percent, signed } from '../kit/words.ts'
import type { MetricName } from './measure.ts'

/** What a metric is called in a headline. */
export function metricLabel(metric: MetricName): string {
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
export function metricShort(metric: MetricName): string {
  return { nps: t('NPS'), csat: t('CSAT'), ces: t('CES'), mean: t('Average') }[metric]
}

/** The metric as the subject of a sentence: “The average answer stands at 4.4.” */
export const metricSubject = (metric: MetricName): string => (metric === 'mean' ? t('The average answer') : metricShort(metric))

const isShare = (unit: string): boolean => unit === 'percent'

/** Means of a short scale need two decimals: a tenth of a star is much. */
const digitsFor = (unit: string): number => (unit === 'scale' ? 2 : 1)

/** A score in a table: “31.2”, “87 %”, “4.31”. */
export const scoreWords = (value: number, unit: string): string =>
  isShare(unit) ? percent(value / 100, 1) : decimal(value, digitsFor(unit))

/** A score in a headline: “31”, “87 %”, “4.3”. */
export const headlineWords = (value: number, unit: string): string =>
  isShare(unit) ? percent(value / 100) : unit === 'scale' ? decimal(value, 1) : decimal(value, 0)

/** A change or an impact: “−4.6”. */
export const changeWords = (value: number, unit: string): string => signed(value, digitsFor(unit))

/** “± 3.6” */
export const halfWords = (low: number, high: number, unit: string): string => `± ${decimal((high - low) / 2, digitsFor(unit))}`

/** What a score is called; only the NPS has such words. */
export function bandWords(band: string | undefined): string | undefined {
  if (band === undefined) return undefined
  return { exceptional: t('exceptional'), excellent: t('excellent'), good: t('good'), needs_work: t('needs work') }[band] ?? band
}

/** The ends of a scale for a chart of scores. */
export function boundsOf(metric: MetricName, scale: { min: number; max: number }): readonly [number, number] {
  if (metric === 'nps') return [-100, 100]
  return metric === 'mean' ? [scale.min, scale.max] : [0, 100]
}

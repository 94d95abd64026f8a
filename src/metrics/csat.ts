import { assertOnScale, countOf, countWhere, type Histogram, type ScaleRange } from './histogram.ts'
import { defaultLevel, type Metric } from './metric.ts'
import { proportion } from './proportion.ts'

/** Stored with the metric: on which scale, and how many of its upper boxes count. */
export interface TopBoxRule {
  scale: ScaleRange
  boxes: number
}

export const defaultCsatRule: TopBoxRule = { scale: { min: 1, max: 5 }, boxes: 2 }

/**
 * CSAT = top boxes ÷ answered, in percent, with Wilson's interval. Nobody answered: no score.
 * Throws RangeError for an answer off the scale and for a rule that counts all boxes or none.
 */
export function csat(
  histogram: Histogram,
  rule = defaultCsatRule,
  level = defaultLevel,
): Metric<{ count: number; rule: TopBoxRule }> {
  const metric = proportion('csat@1', topBoxes(histogram, rule), countOf(histogram), { unit: 'percent', level })
  return metric.kind === 'score' ? { ...metric, rule } : metric
}

/** How many answers lie in the top boxes. */
export function topBoxes(histogram: Histogram, { scale, boxes }: TopBoxRule): number {
  assertOnScale(histogram, scale)
  if (!Number.isInteger(boxes) || boxes < 1 || boxes > scale.max - scale.min) {
    throw new RangeError(`Top boxes must be a whole number from 1 to ${scale.max - scale.min}.`)
  }
  return countWhere(histogram, value => value > scale.max - boxes)
}

import { assertOnScale, countOf, type Histogram, type ScaleRange } from './histogram.ts'
import { defaultLevel, type Interval, type Metric, none } from './metric.ts'
import { tFor } from './student.ts'

/**
 * Mean answer in steps of the scale, with x̄ ± t(n − 1)·SD/√n clipped to the scale. SD has n − 1 below; it is null for one answer.
 * Nobody answered: no score. Throws RangeError for an answer off the scale.
 */
export function mean(
  histogram: Histogram,
  scale: ScaleRange,
  { level = defaultLevel, definition = 'mean@1' }: { level?: number; definition?: 'mean@1' | 'ces-mean@1' } = {},
): Metric<{ sd: number | null }> {
  assertOnScale(histogram, scale)
  const n = countOf(histogram)
  if (n === 0) return none(definition)
  const { score, sd } = moments(histogram, n)
  return { kind: 'score', definition, unit: 'scale', score, n, sd, interval: intervalOf(score, sd, n, scale, level) }
}

function moments(histogram: Histogram, n: number): { score: number; sd: number | null } {
  let sum = 0
  for (const [value, count] of histogram) sum += value * count
  const score = sum / n
  let squares = 0
  for (const [value, count] of histogram) squares += count * (value - score) ** 2
  return { score, sd: n > 1 ? Math.sqrt(squares / (n - 1)) : null }
}

function intervalOf(score: number, sd: number | null, n: number, scale: ScaleRange, level: number): Interval {
  // One answer says nothing about the spread: all that is known is the scale.
  if (sd === null) return { low: scale.min, high: scale.max, level, method: 'scale' }
  const half = tFor(level, n - 1) * (sd / Math.sqrt(n))
  return { low: Math.max(scale.min, score - half), high: Math.min(scale.max, score + half), level, method: 't' }
}

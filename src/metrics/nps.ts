import { type Band, bandOf, defaultBands } from './bands.ts'
import type { Histogram } from './histogram.ts'
import { defaultLevel, type Interval, type Metric, none } from './metric.ts'
import { zFor } from './normal.ts'
import { type NpsCounts, npsCounts, scoreOf, totalOf } from './npsCounts.ts'

export type NpsMethod = 'adjusted-wald' | 'wald'

export type Nps = Metric<NpsCounts & { wald: { low: number; high: number }; band: string }>

/**
 * NPS = 100(p − d) among those who answered, in points (−100…100), with the adjusted Wald interval; the plain one stands beside it.
 * Nobody answered: no score. Throws RangeError for a value that is not a whole number from 0 to 10.
 */
export const nps = (histogram: Histogram, options: { level?: number; bands?: readonly Band[] } = {}): Nps =>
  npsFromCounts(npsCounts(histogram), options)

/** The same from counts of promoters, passives and detractors. */
export function npsFromCounts(
  counts: NpsCounts,
  { level = defaultLevel, bands = defaultBands }: { level?: number; bands?: readonly Band[] } = {},
): Nps {
  const n = totalOf(counts)
  if (n === 0) return none('nps@1')
  const score = scoreOf(counts)
  const { low, high } = npsInterval(counts, 'wald', level)
  return {
    kind: 'score',
    definition: 'nps@1',
    unit: 'points',
    score,
    n,
    ...counts,
    interval: npsInterval(counts, 'adjusted-wald', level),
    wald: { low, high },
    band: bandOf(score, bands),
  }
}

/** The interval of an NPS, clipped to −100…100. n > 0. */
export function npsInterval(counts: NpsCounts, method: NpsMethod = 'adjusted-wald', level = defaultLevel): Interval {
  const { centre, halfWidth } = npsSpread(counts, method, level)
  return { low: Math.max(-100, centre - halfWidth), high: Math.min(100, centre + halfWidth), level, method }
}

/** Centre and half-width before clipping, in points. */
export function npsSpread(counts: NpsCounts, method: NpsMethod, level = defaultLevel): { centre: number; halfWidth: number } {
  const { mean, variance } = npsMoments(counts, method)
  return { centre: 100 * mean, halfWidth: 100 * zFor(level) * Math.sqrt(variance) }
}

/**
 * Mean of the answers scored −1, 0, +1 and the variance of that mean: (p + d − (p − d)²)/n.
 * Adjusted: three answers are added, ¾ promoter, 1½ passive, ¾ detractor, so that ten tens are not "100 ± 0".
 * Source: B. Rocks, Interval estimation for the "Net Promoter Score", The American Statistician 70 (2016).
 */
export function npsMoments(counts: NpsCounts, method: NpsMethod): { mean: number; variance: number } {
  const [more, each] = method === 'adjusted-wald' ? [3, 0.75] : [0, 0]
  const n = totalOf(counts) + more
  const p = (counts.promoters + each) / n
  const d = (counts.detractors + each) / n
  return { mean: p - d, variance: Math.max(0, p + d - (p - d) ** 2) / n }
}

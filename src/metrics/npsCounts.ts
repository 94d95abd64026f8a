import { assertOnScale, countOf, countWhere, type Histogram } from './histogram.ts'

export interface NpsCounts {
  promoters: number
  passives: number
  detractors: number
}

export const npsScale = { min: 0, max: 10 }

export const isPromoter = (value: number): boolean => value >= 9
export const isDetractor = (value: number): boolean => value <= 6

/** Promoters 9–10, passives 7–8, detractors 0–6. Throws RangeError for a value that is not a whole number from 0 to 10. */
export function npsCounts(histogram: Histogram): NpsCounts {
  assertOnScale(histogram, npsScale)
  const promoters = countWhere(histogram, isPromoter)
  const detractors = countWhere(histogram, isDetractor)
  return { promoters, passives: countOf(histogram) - promoters - detractors, detractors }
}

export const totalOf = ({ promoters, passives, detractors }: NpsCounts): number => promoters + passives + detractors

/** The bare score in points; NaN for nobody, which callers rule out first. */
export const scoreOf = (counts: NpsCounts): number => (100 * (counts.promoters - counts.detractors)) / totalOf(counts)

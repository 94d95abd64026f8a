import { lengthOf, type Period, plusDays, weekdayOf } from '../people/period.ts'

/** As many days, right before: what a period is compared with. */
export const precedingPeriod = (period: Period): Period => ({
  from: plusDays(period.from, -lengthOf(period)),
  to: plusDays(period.from, -1),
})

/** The same days a year earlier: what seasons are compared with. */
export const yearBefore = ({ from, to }: Period): Period => ({ from: aYearEarlier(from), to: aYearEarlier(to) })

const aYearEarlier = (day: string): string => {
  const earlier = `${String(Number(day.slice(0, 4)) - 1).padStart(4, '0')}${day.slice(4)}`
  // 29 February has no day a year before; the one before it does.
  return earlier.endsWith('-02-29') ? earlier.replace('-29', '-28') : earlier
}

export const nextQuarter = (first: string): string => nextBucket(nextBucket(nextBucket(first, 'month'), 'month'), 'month')

export type Bucket = 'day' | 'week' | 'month'

/** A trend has some ten to thirty points: days for a month, weeks for a half year, months beyond. */
export function bucketFor(period: Period): Bucket {
  const days = lengthOf(period)
  return days <= 35 ? 'day' : days <= 190 ? 'week' : 'month'
}

/** The first day of the bucket that a day lies in; weeks begin on Monday. */
export function bucketOf(day: string, bucket: Bucket): string {
  if (bucket === 'day') return day
  if (bucket === 'month') return `${day.slice(0, 7)}-01`
  return plusDays(day, -weekdayOf(day))
}

/** First days of all buckets that a period touches. */
export function bucketsOf(period: Period, bucket: Bucket): string[] {
  const buckets: string[] = []
  for (let day = bucketOf(period.from, bucket); day <= period.to; day = nextBucket(day, bucket)) buckets.push(day)
  return buckets
}

export function nextBucket(day: string, bucket: Bucket): string {
  if (bucket !== 'month') return plusDays(day, bucket === 'week' ? 7 : 1)
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))]
  return month === 12 ? `${year + 1}-01-01` : `${String(year).padStart(4, '0')}-${String(month + 1).padStart(2, '0')}-01`
}

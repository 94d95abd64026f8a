/**
 * Answers to one question, counted per value: what rollups store and what every metric is computed from.
 * Dismissed or skipped answers are not in it.
 */
export type Histogram = ReadonlyMap<number, number>

export interface ScaleRange {
  min: number
  max: number
}

/** Counts answers. `null` and `undefined` mean "not answered" and are left out. */
export function histogramOf(values: Iterable<number | null | undefined>): Histogram {
  const counts = new Map<number, number>()
  for (const value of values) if (value !== null && value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}

/**
 * Reads stored counts: `{"9": 12, "10": 3}`, or pairs as rollup rows give them, where a value may come several times.
 * Throws RangeError for a value that is no number or a count that is no whole number ≥ 0 (bigint columns come as text: convert them first).
 */
export function histogramFrom(stored: Readonly<Record<string, number>> | Iterable<readonly [number, number]>): Histogram {
  const pairs =
    Symbol.iterator in stored ? stored : Object.entries(stored).map(([value, count]) => [Number(value), count] as const)
  const counts = new Map<number, number>()
  for (const [value, count] of pairs) {
    if (!Number.isFinite(value)) throw new RangeError('A stored count belongs to no number.')
    if (!Number.isSafeInteger(count) || count < 0)
      throw new RangeError(`The stored count of ${value} is ${count}: not a whole number.`)
    if (count > 0) counts.set(value, (counts.get(value) ?? 0) + count)
  }
  return counts
}

/** One histogram of many: days of a month, units of a region. */
export function sumOf(histograms: Iterable<Histogram>): Histogram {
  const sum = new Map<number, number>()
  for (const histogram of histograms) for (const [value, count] of histogram) sum.set(value, (sum.get(value) ?? 0) + count)
  return sum
}

export function countWhere(histogram: Histogram, wanted: (value: number) => boolean): number {
  let n = 0
  for (const [value, count] of histogram) if (wanted(value)) n += count
  return n
}

export const countOf = (histogram: Histogram): number => countWhere(histogram, () => true)

/** Throws RangeError when an answer lies outside the scale or between its steps. */
export function assertOnScale(histogram: Histogram, scale: ScaleRange): void {
  for (const value of histogram.keys()) {
    if (!onScale(value, scale)) throw new RangeError(`${value} is not a whole number from ${scale.min} to ${scale.max}.`)
  }
}

export const onScale = (value: number, scale: ScaleRange): boolean =>
  Number.isInteger(value) && value >= scale.min && value <= scale.max

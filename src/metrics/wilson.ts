import { defaultLevel, type Interval } from './metric.ts'
import { zFor } from './normal.ts'

/**
 * Wilson's score interval of a proportion `count`/`n`, as fractions (0…1), n > 0.
 * Source: E. B. Wilson, JASA 22 (1927), without continuity correction. Throws RangeError unless 0 ≤ count ≤ n and n > 0.
 */
export function wilson(count: number, n: number, level = defaultLevel): Interval {
  if (!(n > 0 && count >= 0 && count <= n)) throw new RangeError(`${count} of ${n} is not a proportion.`)
  const z = zFor(level)
  const centre = (count + (z * z) / 2) / (n + z * z)
  const half = (z / (n + z * z)) * Math.sqrt((count * (n - count)) / n + (z * z) / 4)
  // At the edges the formula is exact on paper; floating point would leave 1e-17 of nothing.
  return { low: count === 0 ? 0 : centre - half, high: count === n ? 1 : centre + half, level, method: 'wilson' }
}

import { defaultLevel, type Interval } from './metric.ts'
import { twoSidedP, zFor } from './normal.ts'
import { type NpsMethod, npsMoments } from './nps.ts'
import { type NpsCounts, scoreOf, totalOf } from './npsCounts.ts'

export interface NpsChange {
  definition: 'nps-change@1'
  /** Later minus earlier score, in points, as shown to people (not adjusted). */
  difference: number
  z: number
  /** Two-sided. */
  p: number
  interval: Interval
  method: NpsMethod
}

/**
 * Did the score move beyond chance? z = (NPS₂ − NPS₁)/100 ÷ √(var₁/n₁ + var₂/n₂), unpooled; with the adjusted counts unless told.
 * Null when one period has no answers, or when plain Wald sees no spread in either period (then z has no meaning).
 */
export function npsChange(
  earlier: NpsCounts,
  later: NpsCounts,
  { method = 'adjusted-wald', level = defaultLevel }: { method?: NpsMethod; level?: number } = {},
): NpsChange | null {
  if (totalOf(earlier) === 0 || totalOf(later) === 0) return null
  const before = npsMoments(earlier, method)
  const after = npsMoments(later, method)
  const error = Math.sqrt(before.variance + after.variance)
  if (error === 0) return null
  const moved = after.mean - before.mean
  const z = moved / error
  const half = 100 * zFor(level) * error
  const interval = { low: Math.max(-200, 100 * moved - half), high: Math.min(200, 100 * moved + half), level, method }
  return { definition: 'nps-change@1', difference: scoreOf(later) - scoreOf(earlier), z, p: twoSidedP(z), interval, method }
}

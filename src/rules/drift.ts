/** Answers of one day as points on −1 … +1: how many, their sum and the sum of their squares. */
export interface DayPoints {
  at: string
  n: number
  sum: number
  squares: number
}

/** A lasting change of the level of a unit. Means are points on −1 … +1. */
export interface Drift {
  /** First day of it. */
  since: string
  before: number
  after: number
  n: number
  /** How often a unit that does not change would look like this by chance. */
  p: number
}

// Half of the smallest change worth finding, in standard deviations: Page's reference value for a change of half a deviation.
const ALLOWANCE = 0.25
/** The share of answers that tell what was usual before. */
const BASELINE = 0.5

/**
 * Is a unit's level falling (or rising)? A cumulative sum (CUSUM) over days: S ← max(0, S + Σ(μ₀ − k·σ − x)), with μ₀ and σ from the first half of
 * the answers and k = ¼. μ₀ gives way by its own standard error, so that a baseline that was high by chance raises no alarm. Without a
 * change S is a random walk with drift −k·σ reflected at 0, whose stationary tail is P(S > s) = exp(−2·k·s/σ): that is `p`.
 * Days in order; null where there are fewer than `minimum` answers before or in the drift, or nothing moves.
 * Sources: E. S. Page, Biometrika 41 (1954); D. Siegmund, Sequential Analysis (1985), ch. 2; J. M. Harrison, Brownian Motion (1985), § 5.
 */
export function driftOf(days: readonly DayPoints[], direction: 'falling' | 'rising', minimum: number): Drift | null {
  const all = days.reduce((n, day) => n + day.n, 0)
  const [baseline, watched] = splitAt(days, all * BASELINE)
  const before = summed(baseline)
  if (before.n < minimum) return null
  const mean = before.sum / before.n
  const variance = before.squares / before.n - mean * mean
  // Where everybody gave the same answer, one step of a scale of eleven is taken for the spread.
  const deviation = Math.max(Math.sqrt(Math.max(variance, 0)), 0.2)
  const sign = direction === 'falling' ? 1 : -1
  const level = sign * mean - deviation / Math.sqrt(before.n) - ALLOWANCE * deviation
  let s = 0
  let run: DayPoints[] = []
  for (const day of watched) {
    s = Math.max(0, s + day.n * level - sign * day.sum)
    run = s > 0 ? [...run, day] : []
  }
  const after = summed(run)
  if (s === 0 || after.n < minimum) return null
  const p = Math.exp((-2 * ALLOWANCE * s) / deviation)
  return { since: run[0]!.at, before: mean, after: after.sum / after.n, n: after.n, p }
}

function splitAt(days: readonly DayPoints[], answers: number): [DayPoints[], DayPoints[]] {
  let n = 0
  const at = days.findIndex(day => (n += day.n) >= answers)
  return [days.slice(0, at + 1), days.slice(at + 1)]
}

const summed = (days: readonly DayPoints[]) => ({
  n: days.reduce((sum, day) => sum + day.n, 0),
  sum: days.reduce((sum, day) => sum + day.sum, 0),
  squares: days.reduce((sum, day) => sum + day.squares, 0),
})

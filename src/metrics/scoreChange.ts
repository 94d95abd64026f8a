import { countOf, type Histogram } from './histogram.ts'
import type { MetricSettings } from './computeMetric.ts'
import { defaultLevel, type Interval } from './metric.ts'
import { twoSidedP, zFor } from './normal.ts'
import { npsChange } from './npsChange.ts'
import { npsCounts } from './npsCounts.ts'
import { studentCdf, tFor } from './student.ts'
import { type Moments, momentsOf, answerPointsOf } from './points.ts'

/** `even`: too close to call, which is not the same as equal. */
export type ChangeVerdict = 'up' | 'down' | 'even'

export interface ScoreChange {
  /** Later minus earlier score, as shown to people. */
  difference: number
  p: number
  interval: Interval
  verdict: ChangeVerdict
}

/**
 * Did a score move beyond chance between two groups of answers? NPS by its own test (see npsChange); shares by Agresti and Caffo
 * (one success and one failure are added to each side; Am. Statistician 54, 2000); means by Welch's t.
 * Null when one side has no answers, or when a mean has a side too small to know its spread.
 */
export function changeBetween(
  measure: MetricSettings,
  before: Histogram,
  after: Histogram,
  level = defaultLevel,
): ScoreChange | null {
  if (countOf(before) === 0 || countOf(after) === 0) return null
  if (measure.metric === 'nps') {
    const change = npsChange(npsCounts(before), npsCounts(after), { level })
    return change && withVerdict(change.difference, change.p, change.interval, level)
  }
  const points = answerPointsOf(measure)
  const sides = [momentsOf(before, points), momentsOf(after, points)] as const
  const isMean = measure.metric === 'mean' || measure.rule === 'mean'
  return isMean ? welch(...sides, level) : agrestiCaffo(...sides, level)
}

/** The same verdict after correction for looking at many groups at once. */
export const changeVerdictOf = (difference: number, stands: boolean): ChangeVerdict =>
  !stands || difference === 0 ? 'even' : difference > 0 ? 'up' : 'down'

const withVerdict = (difference: number, p: number, interval: Interval, level: number): ScoreChange => ({
  difference,
  p,
  interval,
  verdict: changeVerdictOf(difference, p <= 1 - level),
})

function agrestiCaffo(before: Moments, after: Moments, level: number): ScoreChange {
  const adjusted = ({ n, mean }: Moments) => ({ n: n + 2, share: ((mean / 100) * n + 1) / (n + 2) })
  const [a, b] = [adjusted(before), adjusted(after)]
  const error = Math.sqrt((a.share * (1 - a.share)) / a.n + (b.share * (1 - b.share)) / b.n)
  const moved = b.share - a.share
  const half = 100 * zFor(level) * error
  const interval = {
    low: Math.max(-100, 100 * moved - half),
    high: Math.min(100, 100 * moved + half),
    level,
    method: 'agresti-caffo',
  }
  return withVerdict(after.mean - before.mean, twoSidedP(moved / error), interval, level)
}

function welch(before: Moments, after: Moments, level: number): ScoreChange | null {
  if (before.n < 2 || after.n < 2) return null
  const [a, b] = [before.variance / before.n, after.variance / after.n]
  const error = Math.sqrt(a + b)
  if (error === 0) return null
  const df = (a + b) ** 2 / (a ** 2 / (before.n - 1) + b ** 2 / (after.n - 1))
  const difference = after.mean - before.mean
  const half = tFor(level, df) * error
  const p = 2 * studentCdf(-Math.abs(difference / error), df)
  return withVerdict(difference, p, { low: difference - half, high: difference + half, level, method: 'welch' }, level)
}

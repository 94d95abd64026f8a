import { countOf, type Histogram } from './histogram.ts'
import { jackknifeError, type LeaveOneOutScore } from './jackknife.ts'
import { defaultLevel, type Interval } from './metric.ts'
import { zFor } from './normal.ts'
import { momentsOf, type AnswerPoints } from './points.ts'

export interface CauseImpact {
  /** score(all) − score(all without the answers that carry the cause), in the score's own unit: −8 means the cause costs eight. */
  value: number
  interval: Interval
  /** Answers that carry the cause. */
  n: number
}

/**
 * What a cause costs any score that is a mean over answers, with the jackknife over answers as its interval
 * (B. Efron, The Jackknife, 1982). Answers of equal value on the same side give equal terms, so n does not matter to the cost.
 * Null when fewer than two answers lack the cause: there is nothing to compare with. Throws RangeError when more carry it than there are.
 */
export function causeImpact(
  all: Histogram,
  withCause: Histogram,
  points: AnswerPoints,
  level = defaultLevel,
): CauseImpact | null {
  const rest = new Map([...all].map(([answer, count]) => [answer, count - (withCause.get(answer) ?? 0)]))
  if ([...rest.values()].some(count => count < 0) || [...withCause.keys()].some(answer => !all.has(answer))) {
    throw new RangeError('More answers carry the cause than there are.')
  }
  if (countOf(rest) < 2 || countOf(withCause) === 0) return null
  const value = difference(sumsOf(withCause, points), sumsOf(rest, points))
  const half = zFor(level) * jackknifeError(leaveOneOut(withCause, rest, points))
  return { value, interval: { low: value - half, high: value + half, level, method: 'jackknife' }, n: countOf(withCause) }
}

interface Sums {
  n: number
  sum: number
}

function sumsOf(histogram: Histogram, points: AnswerPoints): Sums {
  const n = countOf(histogram)
  return { n, sum: n === 0 ? 0 : momentsOf(histogram, points).mean * n }
}

const difference = (cause: Sums, rest: Sums): number => (cause.sum + rest.sum) / (cause.n + rest.n) - rest.sum / rest.n

const less = ({ n, sum }: Sums, by: number): Sums => ({ n: n - 1, sum: sum - by })

/** The impact with each answer left out: those of one value on one side leave the same. */
function leaveOneOut(withCause: Histogram, rest: Histogram, points: AnswerPoints): LeaveOneOutScore[] {
  const [cause, others] = [sumsOf(withCause, points), sumsOf(rest, points)]
  return [
    ...[...withCause].map(([answer, times]) => ({ times, value: difference(less(cause, points(answer)), others) })),
    ...[...rest].map(([answer, times]) => ({ times, value: difference(cause, less(others, points(answer))) })),
  ].filter(({ times }) => times > 0)
}

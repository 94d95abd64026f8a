import { defaultLevel, type None, none } from './metric.ts'
import { zFor } from './normal.ts'

/** One alert: how long it took to close, or how long it has been open so far. Any unit of time, the same for all. */
export interface ObservedDuration {
  time: number
  closed: boolean
}

/** The share still open after `time`, with Greenwood's variance as used for log(−log S). */
export interface SurvivalStep {
  time: number
  atRisk: number
  closed: number
  open: number
  /** Σ d/(r(r − d)). */
  greenwood: number
}

/**
 * Kaplan–Meier curve: one step for each time at which something closed. What is still open counts as long as it was watched.
 * Throws RangeError for a time that is negative or no number.
 */
export function kaplanMeier(durations: readonly ObservedDuration[]): SurvivalStep[] {
  if (durations.some(({ time }) => !(time >= 0 && Number.isFinite(time))))
    throw new RangeError('A duration must be a number ≥ 0.')
  const steps: SurvivalStep[] = []
  let [open, greenwood, atRisk] = [1, 0, durations.length]
  for (const [time, { closed, leaving }] of byTime(durations)) {
    if (closed > 0) {
      open *= (atRisk - closed) / atRisk
      greenwood += closed / (atRisk * (atRisk - closed))
      steps.push({ time, atRisk, closed, open, greenwood })
    }
    atRisk -= leaving
  }
  return steps
}

function byTime(durations: readonly ObservedDuration[]): [number, { closed: number; leaving: number }][] {
  const at = new Map<number, { closed: number; leaving: number }>()
  for (const { time, closed } of durations) {
    const entry = at.get(time) ?? { closed: 0, leaving: 0 }
    at.set(time, { closed: entry.closed + (closed ? 1 : 0), leaving: entry.leaving + 1 })
  }
  return [...at].sort(([a], [b]) => a - b)
}

/** `not-reached`: too many are still open to name the time; it is more than `moreThan`. `high: null` = no upper limit can be named. */
export type TimeQuantile =
  | None
  | {
      kind: 'score'
      definition: TimeDefinition
      unit: 'time'
      score: number
      n: number
      closed: number
      interval: { low: number; high: number | null; level: number; method: 'log-log' }
    }
  | { kind: 'not-reached'; definition: TimeDefinition; unit: 'time'; moreThan: number; n: number; closed: number }

type TimeDefinition = 'time-to-close-median@1' | 'time-to-close-p90@1'

/** Median and 90th percentile of the time to close. Never a mean over the closed ones: that would forget those who still wait. */
export function timeToClose(
  durations: readonly ObservedDuration[],
  level = defaultLevel,
): { median: TimeQuantile; p90: TimeQuantile } {
  const steps = kaplanMeier(durations)
  return {
    median: quantile('time-to-close-median@1', 0.5, durations, steps, level),
    p90: quantile('time-to-close-p90@1', 0.9, durations, steps, level),
  }
}

// A product of fractions that is ½ on paper may come out as 0.5000000000000001.
const atMost = (open: number, share: number) => open <= share + 1e-12

/** Smallest time with S(t) ≤ 1 − q; interval by inverting log(−log) limits (Brookmeyer & Crowley, Biometrics 38, 1982). */
function quantile(
  definition: TimeDefinition,
  q: number,
  all: readonly ObservedDuration[],
  steps: SurvivalStep[],
  level: number,
): TimeQuantile {
  const n = all.length
  if (n === 0) return none(definition)
  const closed = steps.reduce((sum, step) => sum + step.closed, 0)
  const at = steps.find(step => atMost(step.open, 1 - q))
  if (!at) return { kind: 'not-reached', definition, unit: 'time', moreThan: longest(all), n, closed }
  const low = steps.find(step => atMost(limit(step, level, 'low'), 1 - q))?.time ?? at.time
  const high = steps.find(step => atMost(limit(step, level, 'high'), 1 - q))?.time ?? null
  return { kind: 'score', definition, unit: 'time', score: at.time, n, closed, interval: { low, high, level, method: 'log-log' } }
}

const longest = (all: readonly ObservedDuration[]) => all.reduce((most, { time }) => Math.max(most, time), 0)

function limit({ open, greenwood }: SurvivalStep, level: number, side: 'low' | 'high'): number {
  if (open <= 0) return 0
  const half = (zFor(level) * Math.sqrt(greenwood)) / Math.abs(Math.log(open))
  return open ** Math.exp(side === 'low' ? half : -half)
}

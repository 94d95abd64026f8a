import { defaultLevel, type Metric, none } from './metric.ts'
import { isDetractor } from './npsCounts.ts'
import { proportion } from './proportion.ts'
import { wilson } from './wilson.ts'

/** A detractor of the period: whether somebody spoke with them, and the score they gave next (null: none yet). */
export interface Detractor {
  contacted: boolean
  nextScore: number | null
}

export interface Recovery {
  contacted: Metric<{ count: number }>
  /** The same rate without contact: low scores rise by themselves (regression to the mean), so it always stands beside the first. */
  notContacted: Metric<{ count: number }>
  /** First minus second, as a fraction. */
  difference: Metric
}

/** Did contact bring people back? Those without a next score count on neither side. */
export function recovery(detractors: Iterable<Detractor>, level = defaultLevel): Recovery {
  const tally = { yes: { back: 0, n: 0 }, no: { back: 0, n: 0 } }
  for (const { contacted, nextScore } of detractors) {
    if (nextScore === null) continue
    const side = contacted ? tally.yes : tally.no
    side.n += 1
    if (!isDetractor(nextScore)) side.back += 1
  }
  return {
    contacted: proportion('recovery@1', tally.yes.back, tally.yes.n, { level }),
    notContacted: proportion('recovery-comparison@1', tally.no.back, tally.no.n, { level }),
    difference: differenceOf(tally.yes, tally.no, level),
  }
}

interface RecoveryCount {
  back: number
  n: number
}

/** Newcombe's hybrid score interval (method 10 in Statistics in Medicine 17, 1998). */
function differenceOf(a: RecoveryCount, b: RecoveryCount, level: number): Metric {
  if (a.n === 0 || b.n === 0) return none('recovery-difference@1')
  const [p, q] = [a.back / a.n, b.back / b.n]
  const [first, second] = [wilson(a.back, a.n, level), wilson(b.back, b.n, level)]
  const low = p - q - Math.hypot(p - first.low, second.high - q)
  const high = p - q + Math.hypot(first.high - p, q - second.low)
  const interval = { low, high, level, method: 'newcombe' }
  return { kind: 'score', definition: 'recovery-difference@1', unit: 'fraction', score: p - q, n: a.n + b.n, interval }
}

import { jackknifeError, type LeaveOneOutScore } from './jackknife.ts'
import { defaultLevel, type Metric, none, suppressed } from './metric.ts'
import { zFor } from './normal.ts'
import { minus, type NpsCounts, scoreOf, totalOf } from './npsCounts.ts'

/**
 * NPS impact of a cause = NPS(all) − NPS(all without the responses that carry it), in points: −8 means the cause costs eight points.
 * Interval: jackknife over responses. A response is one of six kinds (promoter, passive, detractor; with or without the cause),
 * so leaving each one out takes six computations, whatever n is (B. Efron, The Jackknife, 1982).
 * `none` when nobody answered; `suppressed` when fewer than two responses lack the cause: then there is nothing to compare with.
 * Throws RangeError when more responses carry the cause than there are.
 */
export function npsImpact(all: NpsCounts, withCause: NpsCounts, level = defaultLevel): Metric<{ withCause: number }> {
  const rest = minus(all, withCause)
  if (Math.min(...Object.values(rest)) < 0) throw new RangeError('More responses carry the cause than there are.')
  const n = totalOf(all)
  if (n === 0) return none('nps-impact@1')
  if (totalOf(rest) < 2) return suppressed('nps-impact@1', 2)
  const score = impact(withCause, rest)
  const half = zFor(level) * jackknifeError(leaveOneOut(withCause, rest))
  const interval = { low: Math.max(-200, score - half), high: Math.min(200, score + half), level, method: 'jackknife' }
  return { kind: 'score', definition: 'nps-impact@1', unit: 'points', score, n, interval, withCause: totalOf(withCause) }
}

const plus = (a: NpsCounts, b: NpsCounts): NpsCounts => ({
  promoters: a.promoters + b.promoters,
  passives: a.passives + b.passives,
  detractors: a.detractors + b.detractors,
})

const impact = (withCause: NpsCounts, rest: NpsCounts): number => scoreOf(plus(withCause, rest)) - scoreOf(rest)

const kinds = ['promoters', 'passives', 'detractors'] as const

/** The impact with each response left out: those of one kind leave the same. */
function leaveOneOut(withCause: NpsCounts, rest: NpsCounts): LeaveOneOutScore[] {
  const without = (counts: NpsCounts, kind: keyof NpsCounts) => ({ ...counts, [kind]: counts[kind] - 1 })
  return kinds.flatMap(kind => [
    ...(withCause[kind] > 0 ? [{ times: withCause[kind], value: impact(without(withCause, kind), rest) }] : []),
    ...(rest[kind] > 0 ? [{ times: rest[kind], value: impact(withCause, without(rest, kind)) }] : []),
  ])
}

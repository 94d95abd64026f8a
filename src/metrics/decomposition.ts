/** A group (unit, channel, segment) in two periods: how many answered, and their score; null where nobody did. */
export interface GroupInTime {
  group: string
  before: { n: number; score: number | null }
  after: { n: number; score: number | null }
}

export interface Decomposition {
  definition: 'decomposition@1'
  /** Later minus earlier score over all groups; mix + rate. */
  change: number
  mix: number
  rate: number
  groups: { group: string; mix: number; rate: number }[]
}

/**
 * How much of a change comes from who answered (mix) and how much from how they answered (rate):
 * Δ = Σ Δw·s̄ + Σ Δs·w̄, bars = means of the two periods. It adds up to the change exactly.
 * A group that is absent in one period has no score there: all of its part is mix.
 * Source: E. M. Kitagawa, JASA 50 (1955). Null when a period has no answers. Works for any score that is a mean over answers (NPS, CSAT, mean).
 */
export function decompose(groups: readonly GroupInTime[]): Decomposition | null {
  const before = groups.reduce((sum, group) => sum + group.before.n, 0)
  const after = groups.reduce((sum, group) => sum + group.after.n, 0)
  if (before === 0 || after === 0) return null
  const parts = groups.map(group => partOf(group, group.before.n / before, group.after.n / after))
  const mix = parts.reduce((sum, part) => sum + part.mix, 0)
  const rate = parts.reduce((sum, part) => sum + part.rate, 0)
  return { definition: 'decomposition@1', change: mix + rate, mix, rate, groups: parts }
}

function partOf({ group, before, after }: GroupInTime, weightBefore: number, weightAfter: number) {
  const scoreBefore = before.n > 0 ? before.score : after.score
  const scoreAfter = after.n > 0 ? after.score : before.score
  if (scoreBefore === null || scoreAfter === null) {
    if (before.n + after.n > 0) throw new RangeError(`${group} has answers but no score.`)
    return { group, mix: 0, rate: 0 }
  }
  return {
    group,
    mix: (weightAfter - weightBefore) * ((scoreBefore + scoreAfter) / 2),
    rate: (scoreAfter - scoreBefore) * ((weightBefore + weightAfter) / 2),
  }
}

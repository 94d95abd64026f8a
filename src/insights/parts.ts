import type { Decomposition } from '../responses/decomposition.ts'

/** One bar of the waterfall: what a unit's own change adds. `id: null` stands for those that are told together. */
export interface ChangePart {
  id: string | null
  rate: number
}

/** So many bars can be read; the smaller ones are told together. */
const MOST_BARS = 8

/**
 * The additive decomposition as a reader sees it: who answered (mix) as one step, and how each unit answered (rate), those that moved the
 * score most on their own. `together` groups have no name. Everything adds up to the change exactly.
 */
export function partsOf({ groups, mix }: Decomposition, together: ReadonlySet<string>): { mix: number; parts: ChangePart[] } {
  const own = groups.filter(({ group }) => !together.has(group)).sort((a, b) => Math.abs(b.rate) - Math.abs(a.rate))
  const shown = own.slice(0, own.length > MOST_BARS ? MOST_BARS - 1 : MOST_BARS)
  const rest = groups.filter(one => !shown.includes(one))
  const others = rest.reduce((sum, { rate }) => sum + rate, 0)
  return {
    mix,
    parts: [...shown.map(({ group, rate }) => ({ id: group, rate })), ...(rest.length > 0 ? [{ id: null, rate: others }] : [])],
  }
}

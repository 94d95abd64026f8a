import { decompose, type GroupInTime } from './decomposition.ts'

/** One bar of the waterfall: what a unit's own change adds. `id: null` stands for those that are told together. */
export interface ChangePart {
  id: string | null
  rate: number
  /** Answers now and before. */
  n: number
  before: number
}

/** So many bars can be read; the smaller ones are told together. */
const MOST_BARS = 8

/**
 * The additive decomposition as a reader sees it: who answered (mix) as one step, and how each unit answered (rate), those that moved the
 * score most on their own. `together` groups have no name. Everything adds up to the change exactly. Null when nobody answered in one of
 * the periods.
 */
export function changePartsOf(
  groups: readonly GroupInTime[],
  together: ReadonlySet<string>,
): { mix: number; parts: ChangePart[] } | null {
  const told = decompose(groups)
  if (!told) return null
  const sizes = new Map(groups.map(({ group, after, before }) => [group, { n: after.n, before: before.n }]))
  const all = told.groups.map(({ group, rate }) => ({ id: group, rate, ...sizes.get(group)! }))
  const own = all.filter(({ id, rate }) => !together.has(id) && rate !== 0).sort((a, b) => Math.abs(b.rate) - Math.abs(a.rate))
  const shown = own.slice(0, own.length > MOST_BARS ? MOST_BARS - 1 : MOST_BARS)
  const rest = all.filter(one => !shown.includes(one))
  const others = rest.some(({ rate }) => rate !== 0) || shown.length === 0 ? [summed(rest)] : []
  return { mix: told.mix, parts: [...shown, ...others] }
}

const summed = (parts: readonly ChangePart[]): ChangePart =>
  parts.reduce((sum, { rate, n, before }) => ({ id: null, rate: sum.rate + rate, n: sum.n + n, before: sum.before + before }), {
    id: null,
    rate: 0,
    n: 0,
    before: 0,
  })

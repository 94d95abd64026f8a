/** One group of a partition (units of a region, values of a segment) and how many answers stand behind its number. */
export interface SmallGroup {
  key: string
  n: number
}

export interface Disclosure {
  /** Groups whose number may be shown. */
  shown: string[]
  /** Groups whose number may not be shown, and why. */
  hidden: { key: string; why: 'too-few' | 'protects-another' }[]
  /** May the number of all groups together be shown? */
  total: boolean
}

/**
 * Hides groups with fewer than `k` answers, and then more of them: where the total is published too, the hidden rest
 * can be worked out as total minus shown. So while the hidden groups together hold fewer than `k` answers, the next-smallest
 * group is hidden as well; if none is left, the total goes. What is hidden depends on counts only, never on scores.
 *
 * This guards one partition with one total. Overlapping partitions, and the same partition published twice over time, need disclosurePlanOf (disclosurePlan.ts).
 * Throws RangeError unless k ≥ 1 and every n is a whole number ≥ 0.
 */
export function suppressSmallGroups(groups: readonly SmallGroup[], k: number, totalIsPublished = true): Disclosure {
  if (!(k >= 1)) throw new RangeError('The minimum group size is at least 1.')
  if (groups.some(({ n }) => !Number.isInteger(n) || n < 0)) throw new RangeError('A group size is a whole number ≥ 0.')
  const all = groups.reduce((sum, { n }) => sum + n, 0)
  const bySize = groups.filter(({ n }) => n > 0).sort((a, b) => a.n - b.n || (a.key < b.key ? -1 : 1))
  const tooFew = bySize.filter(({ n }) => n < k)
  const protecting = totalIsPublished && all >= k ? protectors(bySize, tooFew, k) : []
  const why = new Map<string, 'too-few' | 'protects-another'>()
  for (const { key } of tooFew) why.set(key, 'too-few')
  for (const { key } of protecting) why.set(key, 'protects-another')
  return {
    shown: groups.filter(({ key }) => !why.has(key)).map(({ key }) => key),
    hidden: groups.filter(({ key }) => why.has(key)).map(({ key }) => ({ key, why: why.get(key)! })),
    total: totalIsPublished && all >= k,
  }
}

function protectors(bySize: readonly SmallGroup[], tooFew: readonly SmallGroup[], k: number): SmallGroup[] {
  let hidden = tooFew.reduce((sum, { n }) => sum + n, 0)
  const more: SmallGroup[] = []
  for (const group of bySize.slice(tooFew.length)) {
    if (hidden === 0 || hidden >= k) break
    more.push(group)
    hidden += group.n
  }
  return more
}

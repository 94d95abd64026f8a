import type { Period } from '../people/period.ts'

/** Some days, and how many answers of each group came in them. */
export interface CountedPeriod extends Period {
  counts: ReadonlyMap<string, number>
}

/**
 * Time in batches: within each of them every group has no answer at all, or `k` at least. So two periods that begin and end where
 * batches do never differ by a few answers of anybody, whichever group one looks at: what a few answered cannot be worked out by taking one
 * number from another. As short as that allows, the oldest first; no batch where all together are too few. The pieces follow on each other.
 */
export function batchesOf(pieces: readonly CountedPeriod[], k: number): CountedPeriod[] {
  const batches: CountedPeriod[] = []
  for (const piece of pieces) {
    const open = batches.at(-1)
    if (open && !isEnough(open, k)) batches[batches.length - 1] = joined(open, piece)
    else batches.push(piece)
  }
  // What came last is too little for a batch of its own: it belongs to the one before, and that perhaps to the one before that.
  for (let last = batches.at(-1); last && !isEnough(last, k); last = batches.at(-1)) {
    batches.pop()
    const before = batches.pop()
    if (!before) return []
    batches.push(joined(before, last))
  }
  return batches
}

function isEnough({ counts }: CountedPeriod, k: number): boolean {
  const sizes = [...counts.values()].filter(n => n > 0)
  return sizes.length > 0 && sizes.every(n => n >= k)
}

function joined(a: CountedPeriod, b: CountedPeriod): CountedPeriod {
  const counts = new Map(a.counts)
  for (const [group, n] of b.counts) counts.set(group, (counts.get(group) ?? 0) + n)
  return { from: a.from, to: b.to, counts }
}

/** The batches that lie wholly within some days; null = no end. */
export const batchesWithin = <B extends Period>(batches: readonly B[], from: string | null, to: string | null): B[] =>
  batches.filter(batch => (from === null || from <= batch.from) && (to === null || batch.to <= to))

/** The finest batches that several units share: their bounds are bounds of each unit's batches. */
export function commonBatches(all: readonly (readonly Period[])[]): Period[] {
  const [first, ...others] = all
  if (!first) return []
  return others.reduce<readonly Period[]>(coarser, first).map(({ from, to }) => ({ from, to }))
}

/** The batches of both lists, joined until no bound of one lies inside a batch of the other. */
function coarser(a: readonly Period[], b: readonly Period[]): Period[] {
  const sorted = [...a, ...b].sort((x, y) => (x.from < y.from ? -1 : 1))
  const joined: Period[] = []
  for (const { from, to } of sorted) {
    const open = joined.at(-1)
    if (open && from <= open.to) open.to = to > open.to ? to : open.to
    else joined.push({ from, to })
  }
  return joined
}

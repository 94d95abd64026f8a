import type { Period } from '../people/period.ts'
import { batchesOf, type Piece } from './batches.ts'
import { type Disclosure, suppressSmallGroups } from './disclosure.ts'

/** Below so many answers a number of an anonymous survey could tell who gave them: it tells how often each answer was given. */
export const SMALLEST_GROUP = 5

export type Why = Disclosure['hidden'][number]['why']

/** Groups that each answer is in exactly one of, with how many answers came in each of some pieces of time. */
export type Partition = ReadonlyMap<string, readonly number[]>

export interface Level {
  /** For each partition the groups whose numbers may not be told. */
  hidden: ReadonlyMap<string, Why>[]
  /** What every period must be made of. */
  batches: Period[]
}

/**
 * What may be told of answers that are told in several partitions at once: by unit, by each segment. Which groups may not is
 * decided once for all time, so that it is the same on every page and for every period; and time is cut so that within each batch every
 * group that may be told, and those that may not together, has no answer or `k` at least. Whatever one takes from whatever then, what is
 * left are no answers or those of `k` at least.
 */
export function levelOf(times: readonly Period[], partitions: readonly Partition[], k = SMALLEST_GROUP): Level {
  const hidden = partitions.map(partition => hiddenIn(partition, k))
  const pieces = times.map(
    ({ from, to }, i): Piece => ({
      from,
      to,
      counts: new Map(
        partitions.flatMap((partition, p) => [...countsAt(partition, i, hidden[p]!)].map(([group, n]) => [`${p} ${group}`, n])),
      ),
    }),
  )
  return { hidden, batches: batchesOf(pieces, k).map(({ from, to }) => ({ from, to })) }
}

function hiddenIn(partition: Partition, k: number): Map<string, Why> {
  const sizes = [...partition].map(([key, counts]) => ({ key, n: counts.reduce((sum, n) => sum + n, 0) }))
  return new Map(suppressSmallGroups(sizes, k).hidden.map(({ key, why }) => [key, why]))
}

/** Those that may be told each on its own, the others together. */
function countsAt(partition: Partition, i: number, hidden: ReadonlyMap<string, Why>): Map<string, number> {
  const counts = new Map<string, number>()
  for (const [group, list] of partition) {
    const name = hidden.has(group) ? 'hidden' : `=${group}`
    counts.set(name, (counts.get(name) ?? 0) + (list[i] ?? 0))
  }
  return counts
}

import type { Period } from '../people/period.ts'
import { batchesOf, type CountedPeriod } from './batches.ts'
import { type Disclosure, suppressSmallGroups } from './disclosure.ts'

/** The smallest number of answers for which a number of an anonymous survey is shown. */
export const SMALLEST_GROUP = 5

export type SuppressionReason = Disclosure['hidden'][number]['why']

/** Groups that each answer is in exactly one of, with how many answers came in each of some pieces of time. */
export type Partition = ReadonlyMap<string, readonly number[]>

export interface DisclosurePlan {
  /** For each partition the groups whose numbers may not be told. */
  hidden: ReadonlyMap<string, SuppressionReason>[]
  /** What every period must be made of. */
  batches: Period[]
}

/**
 * What may be disclosed when the same answers are shown by unit and by each segment. Small groups are hidden once for all time, so that
 * it is the same on every page and for every period. Days are then joined into batches in which every shown group, and the hidden ones
 * together, has no answer or `k` at least: subtracting one shown number from another (differencing) never leaves fewer than `k` answers.
 */
export function disclosurePlanOf(times: readonly Period[], partitions: readonly Partition[], k = SMALLEST_GROUP): DisclosurePlan {
  const hidden = partitions.map(partition => hiddenIn(partition, k))
  const pieces = times.map(
    ({ from, to }, i): CountedPeriod => ({
      from,
      to,
      counts: new Map(
        partitions.flatMap((partition, p) => [...countsAt(partition, i, hidden[p]!)].map(([group, n]) => [`${p} ${group}`, n])),
      ),
    }),
  )
  return { hidden, batches: batchesOf(pieces, k).map(({ from, to }) => ({ from, to })) }
}

function hiddenIn(partition: Partition, k: number): Map<string, SuppressionReason> {
  const sizes = [...partition].map(([key, counts]) => ({ key, n: counts.reduce((sum, n) => sum + n, 0) }))
  return new Map(suppressSmallGroups(sizes, k).hidden.map(({ key, why }) => [key, why]))
}

/** Those that may be told each on its own, the others together. */
function countsAt(partition: Partition, i: number, hidden: ReadonlyMap<string, SuppressionReason>): Map<string, number> {
  const counts = new Map<string, number>()
  for (const [group, list] of partition) {
    const name = hidden.has(group) ? 'hidden' : `=${group}`
    counts.set(name, (counts.get(name) ?? 0) + (list[i] ?? 0))
  }
  return counts
}

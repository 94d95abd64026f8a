import type { Period } from '../../../people/period.ts'
import { readUnitScope } from '../../../people/server/units/unitScope.ts'
import type { Tx } from '../../../kit/server/db.ts'
import { batchesWithin } from '../../../metrics/batches.ts'
import { type DisclosedGroups, disclosedGroupsIn } from './disclosedGroups.ts'
import { type ResponseFilter, filtersBySourceOrLanguage } from './countStore.ts'
import { responseFilterOf, type ResponseFilterQuery } from './responseFilter.ts'

/** The part of a filter whose numbers may be disclosed. `batches`: of an anonymous survey, the batches of days that it covers; null for others. */
export interface DisclosedFilter {
  cut: ResponseFilter
  batches: readonly Period[] | null
}

/**
 * The cut that a caller asked for. Of an anonymous survey its time is what whole batches there are in it, and units are those of today; null
 * where it would tell what a few answered.
 */
export async function disclosedFilter(
  tx: Tx,
  survey: string,
  { anonymous }: { anonymous: boolean },
  question: string,
  asked: ResponseFilterQuery,
): Promise<DisclosedFilter | null> {
  const cut = await responseFilterOf(tx, survey, asked)
  if (!anonymous) return { cut, batches: null }
  const place = await readUnitScope(tx, { unit: asked.unit })
  const told = await disclosedGroupsIn(tx, survey, question, place)
  if (!told || filtersBySourceOrLanguage(cut) || !mayTell(told, cut.segments)) return null
  const batches = batchesWithin(told.batches, cut.from, cut.to)
  const [first, last] = [batches[0], batches.at(-1)]
  if (!first || !last) return null
  const { units } = place.stretches({ from: first.from, to: last.to })[0]!
  const whole = cut.from === null && cut.to === null
  return { cut: { ...cut, units, ...(!whole && { from: first.from, to: last.to }) }, batches }
}

/** One segment at most, of everybody. */
function mayTell({ segments }: DisclosedGroups, asked: Readonly<Record<string, string>>): boolean {
  const [first, ...more] = Object.entries(asked)
  if (!first) return true
  return more.length === 0 && segments !== null && !segments.get(first[0])?.has(first[1])
}

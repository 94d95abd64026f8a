import { groupByBranch, subtree, visibleChildrenOf, type UnitHierarchy } from '../../../people/unitHierarchy.ts'
import type { Period } from '../../../people/period.ts'
import { type UnitScope, readUnitScope } from '../../../people/server/units/unitScope.ts'
import type { Tx } from '../../../kit/server/db.ts'
import { disclosurePlanOf, type Partition, type SuppressionReason } from '../../../metrics/disclosurePlan.ts'
import { commonBatches } from '../../../metrics/batches.ts'
import { type DailyCount, daysBySegment, daysByUnit } from './disclosedGroupsStore.ts'

/** What may be disclosed of an anonymous survey to somebody who looks at one unit, or at all they may see. */
export interface DisclosedGroups {
  /** What every period must be made of. */
  batches: readonly Period[]
  /** Units right below whose numbers may not be told. */
  units: ReadonlyMap<string, SuppressionReason>
  /** Values of each segment whose numbers may not be told. Null: none may, because only some units are looked at. */
  segments: ReadonlyMap<string, ReadonlyMap<string, SuppressionReason>> | null
}

/**
 * What may be told of the answers to a question ('' = the responses themselves) in a place; null: nothing. A unit is told only where
 * everything it belongs to is, up to the top; and either units or segments are told, never who is in both.
 */
export async function disclosedGroupsIn(
  tx: Tx,
  survey: string,
  question: string,
  { unit, visible, tree }: Pick<UnitScope, 'unit' | 'visible' | 'tree'>,
): Promise<DisclosedGroups | null> {
  const came = await daysByUnit(tx, survey, question)
  const days = [...new Set(came.map(({ day }) => day))].sort().map(day => ({ from: day, to: day }))
  if (unit) return alone(discloseDownTo(tree, unit.id, days, came))
  if (visible) {
    const tops = visibleChildrenOf(tree, null, visible).map(id => discloseDownTo(tree, id, days, came))
    if (tops.length === 0 || tops.includes(null)) return null
    return { batches: commonBatches(tops.map(top => top!.batches)), units: new Map(), segments: null }
  }
  const bySegment = Map.groupBy(await daysBySegment(tx, survey, question), ({ key }) => key)
  const all = countsIn(days, came, () => '').get('') ?? []
  const partitions = [...bySegment.values()].map(rows =>
    withRest(
      countsIn(days, rows, ({ value }) => `=${value}`),
      all,
    ),
  )
  const found = discloseDownTo(tree, null, days, came, partitions)
  if (!found) return null
  const hidden = [...bySegment.keys()].map((key, i) => [key, valuesIn(found.segments[i]!)] as const)
  return { ...found, segments: new Map(hidden) }
}

/**
 * The unit that may be told with a single answer to an anonymous survey and with its day: the deepest one it belongs to in which so many
 * answered on that day that nobody stands out, nor anybody among those whose unit is not told. Null: none may.
 */
export async function disclosedUnitOf(tx: Tx, survey: string, unit: string | null, day: string): Promise<string | null> {
  if (!unit) return null
  const came = await daysByUnit(tx, survey, '', day)
  const { tree } = await readUnitScope(tx, {})
  const way = wayTo(tree, unit)
  return way.findLast(at => discloseDownTo(tree, at, [{ from: day, to: day }], came)) ?? null
}

const alone = (found: GroupBatches | null): DisclosedGroups | null => found && { ...found, segments: null }

const valuesIn = (hidden: ReadonlyMap<string, SuppressionReason>): Map<string, SuppressionReason> =>
  new Map([...hidden].filter(([group]) => group !== '').map(([group, why]) => [group.slice(1), why]))

interface GroupBatches extends Omit<DisclosedGroups, 'segments'> {
  segments: readonly ReadonlyMap<string, SuppressionReason>[]
}

type DailyUnitCount = DailyCount & { unit: string }

/** From the top down to a unit: each level is told in batches of the one above. */
function discloseDownTo(
  tree: UnitHierarchy,
  unit: string | null,
  days: readonly Period[],
  came: readonly DailyUnitCount[],
  segments: readonly Partition[] = [],
): GroupBatches | null {
  let found: GroupBatches = { batches: days, units: new Map(), segments: [] }
  for (const at of [null, ...wayTo(tree, unit)]) {
    if (at !== null && found.units.has(at)) return null
    const here = at === null ? null : new Set(subtree(tree, at))
    const byUnit = countsIn(found.batches, here ? came.filter(one => here.has(one.unit)) : came, one => one.unit)
    const { branches, elsewhere } = groupByBranch(tree, at, null, byUnit)
    const units = new Map([...branches.map(({ id, values }) => [id, added(values)] as const), ['', added(elsewhere)] as const])
    const level = disclosurePlanOf(found.batches, [units, ...(at === null ? segments : [])])
    if (level.batches.length === 0) return null
    found = { batches: level.batches, units: level.hidden[0]!, segments: level.hidden.slice(1) }
  }
  return found
}

/** From the top down to the unit itself. */
function wayTo(tree: UnitHierarchy, unit: string | null): string[] {
  const way: string[] = []
  for (let at: string | null | undefined = unit; at && way.length < 100; at = tree.parentOf.get(at)) way.unshift(at)
  return way
}

/** How many came of each group in each piece of time; together the pieces hold every day. */
function countsIn<Row extends DailyCount>(
  times: readonly Period[],
  rows: readonly Row[],
  groupOf: (row: Row) => string,
): Map<string, number[]> {
  const places = new Map<string, number>()
  const placeOf = (day: string) => {
    const place = places.get(day) ?? times.findIndex(({ to }) => day <= to)
    places.set(day, place)
    return place
  }
  const found = new Map<string, number[]>()
  for (const row of rows) {
    const counts = found.get(groupOf(row)) ?? times.map(() => 0)
    counts[placeOf(row.day)]! += row.n
    found.set(groupOf(row), counts)
  }
  return found
}

const added = (lists: readonly (readonly number[])[]): number[] =>
  (lists[0] ?? []).map((_, i) => lists.reduce((sum, list) => sum + list[i]!, 0))

/** With those that have no value of the segment. */
const withRest = (values: ReadonlyMap<string, number[]>, all: readonly number[]): Partition =>
  new Map([...values, ['', all.map((n, i) => [...values.values()].reduce((left, list) => Math.max(0, left - list[i]!), n))]])

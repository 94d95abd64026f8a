import { holdOrg } from '../../accounts/server/orgStore.ts'
import { replanChecks } from '../../kit/server/bulk.ts'
import type { Tx } from '../../kit/server/db.ts'
import { ALWAYS, type Day } from '../day.ts'
import type { DatedHierarchy } from '../datedHierarchy.ts'
import type { Timeline } from '../timeline.ts'
import type { KnownUnit } from '../importing/unitImport.ts'

/** Serialises changes of the hierarchy: two changes that are valid alone could form a cycle together. */
export const lockTree = (tx: Tx) => holdOrg(tx)

export async function allUnits(tx: Tx): Promise<KnownUnit[]> {
  const { rows } = await tx.query<KnownUnit>({
    text: 'select id, key, name, closed_on as "closedOn" from unit where org_id = $1',
    values: [tx.org],
  })
  return rows
}

/** Where every unit stands, when. */
export async function readUnitPlacements(tx: Tx): Promise<DatedHierarchy> {
  return datedHierarchyOf(
    await tx.query<{ id: string; parent: string | null; from: Day }>({
      text: `select unit_id as id, parent_id as parent, valid_from as "from" from unit_placement where org_id = $1 order by unit_id, valid_from`,
      values: [tx.org],
    }),
  )
}

/** Rows sorted by id and day as a forest. */
export function datedHierarchyOf({ rows }: { rows: { id: string; parent: string | null; from: Day }[] }): DatedHierarchy {
  const forest = new Map<string, Timeline<string | null>>()
  for (const { id, parent, from } of rows) {
    const timeline = forest.get(id) as { from: Day; value: string | null }[] | undefined
    if (timeline) timeline.push({ from, value: parent })
    else forest.set(id, [{ from, value: parent }])
  }
  return forest
}

export async function insertUnits(
  tx: Tx,
  units: readonly { id: string; key: string; name: string; parentId: string | null }[],
): Promise<void> {
  await tx.query({
    text: `insert into unit (org_id, id, key, name, created_at) select $1, * , $5 from unnest($2::uuid[], $3::text[], $4::text[])`,
    values: [tx.org, units.map(u => u.id), units.map(u => u.key), units.map(u => u.name), tx.now],
  })
  if (units.length > 1000) await replanChecks(tx)
  await tx.query({
    text: `insert into unit_placement (org_id, unit_id, parent_id, valid_from) select $1, *, $4 from unnest($2::uuid[], $3::uuid[])`,
    values: [tx.org, units.map(u => u.id), units.map(u => u.parentId), ALWAYS],
  })
}

export async function renameUnits(tx: Tx, units: readonly { id: string; name: string }[]): Promise<void> {
  await tx.query({
    text: `update unit set name = fresh.name from unnest($2::uuid[], $3::text[]) as fresh (id, name) where org_id = $1 and unit.id = fresh.id`,
    values: [tx.org, units.map(u => u.id), units.map(u => u.name)],
  })
}

/** Puts units below others from a day on; what is planned for later days stays planned. */
export async function placeUnits(tx: Tx, moves: readonly { id: string; parentId: string | null }[], from: Day): Promise<void> {
  const ids = moves.map(move => move.id)
  await endPlacements(tx, ids, from)
  await tx.query({
    text: `insert into unit_placement (org_id, unit_id, parent_id, valid_from, valid_to)
      select $1, id, parent_id, $4,
        (select min(valid_from) from unit_placement p where p.org_id = $1 and p.unit_id = id and p.valid_from > $4)
      from unnest($2::uuid[], $3::uuid[]) as fresh (id, parent_id)`,
    values: [tx.org, ids, moves.map(move => move.parentId), from],
  })
}

async function endPlacements(tx: Tx, ids: readonly string[], from: Day): Promise<void> {
  await tx.query({
    text: 'delete from unit_placement where org_id = $1 and unit_id = any($2) and valid_from = $3',
    values: [tx.org, ids, from],
  })
  await tx.query({
    text: `update unit_placement set valid_to = $3
      where org_id = $1 and unit_id = any($2) and valid_from < $3 and (valid_to is null or valid_to > $3)`,
    values: [tx.org, ids, from],
  })
}

/** Writes one unit's placements anew. */
export async function replacePlacements(
  tx: Tx,
  unitId: string,
  periods: readonly { from: Day; to: Day | null; value: string | null }[],
): Promise<void> {
  await tx.query({ text: 'delete from unit_placement where org_id = $1 and unit_id = $2', values: [tx.org, unitId] })
  await tx.query({
    text: `insert into unit_placement (org_id, unit_id, parent_id, valid_from, valid_to)
      select $1, $2, * from unnest($3::uuid[], $4::date[], $5::date[])`,
    values: [tx.org, unitId, periods.map(p => p.value), periods.map(p => p.from), periods.map(p => p.to)],
  })
}

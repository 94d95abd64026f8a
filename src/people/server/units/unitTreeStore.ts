import { displayNameSql } from '../personName.ts'
import type { Tx } from '../../../kit/server/db.ts'
import type { DirectoryUnitRow } from '../../unitContract.ts'
import { startDayOrNull } from '../../unitMove.ts'
import type { Day } from '../../day.ts'

// What pages read of the tree, and small changes of one unit.

/** The units on a day; `visible` limits them (null = all). A parent outside of what is visible is not told. */
export async function unitsOn(
  tx: Tx,
  on: Day,
  visible: readonly string[] | null,
  closed: boolean,
  only?: string,
): Promise<DirectoryUnitRow[]> {
  const { rows } = await tx.query<DirectoryUnitRow>({
    text: `select u.id, u.key, u.name, u.closed_on as "closedOn", parent.id as "parentId",
        coalesce(m.managers, '[]') as managers, coalesce(m.people, 0)::int as people, n.next
      from unit u
      join unit_placement p on p.org_id = $1 and p.unit_id = u.id and p.valid_from <= $2 and (p.valid_to is null or p.valid_to > $2)
      left join unit parent on parent.org_id = $1 and parent.id = p.parent_id and ($3::uuid[] is null or parent.id = any($3))
        and ($4 or parent.closed_on is null or parent.closed_on > $2)
      left join (
        select m.unit_id, count(*) as people,
          jsonb_agg(jsonb_build_object('id', person.id, 'name', ${displayNameSql('person')})
            order by person.sort_name) filter (where m.role = 'manager') as managers
        from unit_member m join person on person.org_id = $1 and person.id = m.person_id and person.erased_at is null
        where m.org_id = $1 and m.valid_from <= $2 and (m.valid_to is null or m.valid_to > $2) group by m.unit_id
      ) m on m.unit_id = u.id
      left join lateral (
        select jsonb_build_object('from', valid_from, 'parentId', parent_id) as next from unit_placement
        where org_id = $1 and unit_id = u.id and valid_from > $2 order by valid_from limit 1
      ) n on true
      where u.org_id = $1 and ($5::uuid is null or u.id = $5) and ($3::uuid[] is null or u.id = any($3))
        and ($4 or u.closed_on is null or u.closed_on > $2)
      order by lower(u.name), u.id`,
    values: [tx.org, on, visible, closed, only ?? null],
  })
  return rows
}

export async function placementsOf(tx: Tx, unitId: string) {
  const { rows } = await tx.query<{ parent_id: string | null; parent: string | null; from: Day; to: Day | null }>({
    text: `select p.parent_id, u.name as parent, p.valid_from as "from", p.valid_to as "to"
      from unit_placement p left join unit u on u.org_id = p.org_id and u.id = p.parent_id
      where p.org_id = $1 and p.unit_id = $2 order by p.valid_from`,
    values: [tx.org, unitId],
  })
  return rows.map(row => ({
    parent: row.parent_id ? { id: row.parent_id, name: row.parent ?? '' } : null,
    from: startDayOrNull(row.from),
    to: row.to,
  }))
}

export async function saveUnit(
  tx: Tx,
  id: string,
  changes: { name?: string; key?: string; closed_on?: Day | null },
): Promise<void> {
  await tx.db.updateTable('unit').set(changes).where('org_id', '=', tx.org).where('id', '=', id).execute()
}

/** The open units that stand directly below one on a day or come there later. */
export async function openChildren(tx: Tx, unitId: string, on: Day): Promise<string[]> {
  const { rows } = await tx.query<{ name: string }>({
    text: `select distinct u.name from unit_placement p join unit u on u.org_id = p.org_id and u.id = p.unit_id
      where p.org_id = $1 and p.parent_id = $2 and (p.valid_to is null or p.valid_to > $3) and (u.closed_on is null or u.closed_on > $3)
      order by u.name limit 20`,
    values: [tx.org, unitId, on],
  })
  return rows.map(row => row.name)
}

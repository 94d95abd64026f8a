import { displayNameSql } from './personName.ts'
import { record } from '../../activity/server/record.ts'
import { newId } from '../../kit/ids.ts'
import type { Tx } from '../../kit/server/db.ts'
import { ALWAYS, type Day } from '../day.ts'
import { today } from './today.ts'

// What every room may ask of the tree of units. `on` is a business day; today's tree unless told.

export interface UnitName {
  id: string
  key: string
  name: string
}

export async function findUnitByKey(tx: Tx, key: string): Promise<UnitName | undefined> {
  const { rows } = await tx.query<UnitName>({
    name: 'unit-by-key',
    text: 'select id, key, name from unit where org_id = $1 and key = $2',
    values: [tx.org, key.trim()],
  })
  return rows[0]
}

/** Many keys at once, for imports: key → unit. Keys that no unit has are missing from the answer. */
export async function findUnitsByKey(tx: Tx, keys: readonly string[]): Promise<Map<string, UnitName>> {
  const { rows } = await tx.query<UnitName>({
    text: 'select id, key, name from unit where org_id = $1 and key = any($2)',
    values: [tx.org, [...new Set(keys)]],
  })
  return new Map(rows.map(row => [row.key, row]))
}

/** Many keys or ids at once, as calls name units: word → id. Words that are neither are missing from the answer. */
export async function findUnitIds(tx: Tx, words: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await tx.query<UnitName>({
    text: 'select id, key, name from unit where org_id = $1 and (key = any($2) or id::text = any($2))',
    values: [tx.org, [...new Set(words)]],
  })
  return new Map([...rows.map(({ id }) => [id, id] as const), ...rows.map(({ key, id }) => [key, id] as const)])
}

/**
 * Many words at once, as tables name units: by key, else by a name that only one has. `several` where more share it; words that are
 * neither are missing from the answer.
 */
export async function findUnitsByWord(tx: Tx, words: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await tx.query<UnitName>({
    text: 'select id, key, name from unit where org_id = $1 and (key = any($2) or name = any($2))',
    values: [tx.org, [...new Set(words)]],
  })
  const named = new Map<string, string>()
  for (const { name, id } of rows) named.set(name, named.has(name) ? 'several' : id)
  for (const { key, id } of rows) named.set(key, id)
  return named
}

export async function findUnit(tx: Tx, id: string): Promise<UnitName | undefined> {
  return tx.db
    .selectFrom('unit')
    .select(['id', 'key', 'name'])
    .where('org_id', '=', tx.org)
    .where('id', '=', id)
    .executeTakeFirst()
}

export interface NewUnit {
  key: string
  name?: string | undefined
  parentId?: string | null | undefined
  /** Since always unless told, so that history finds its place. */
  from?: Day | undefined
}

/** The unit with this key, made when it is missing (also when two ask at once). */
export async function createUnit(tx: Tx, unit: NewUnit): Promise<{ id: string; created: boolean }> {
  const id = newId()
  const { rows } = await tx.query<{ id: string }>({
    text: `with made as (
        insert into unit (org_id, id, key, name, created_at) values ($1, $2, $3, $4, $5) on conflict (org_id, key) do nothing returning id
      ), placed as (
        insert into unit_placement (org_id, unit_id, parent_id, valid_from) select $1, id, $6, $7 from made
      )
      select id from made`,
    values: [
      tx.org,
      id,
      unit.key.trim(),
      unit.name?.trim() || unit.key.trim(),
      tx.now,
      unit.parentId ?? null,
      unit.from ?? ALWAYS,
    ],
  })
  if (!rows[0]) return { id: (await findUnitByKey(tx, unit.key))!.id, created: false }
  await record(tx, 'unit.created', { type: 'unit', id }, { key: unit.key, name: unit.name ?? unit.key })
  return { id, created: true }
}

/** The unit and all below it on a day, closed ones too: what was answered there still counts. */
export async function unitSubtree(tx: Tx, unitId: string, on?: Day): Promise<string[]> {
  return subtrees(tx, [unitId], on ?? (await today(tx)))
}

async function subtrees(tx: Tx, roots: readonly string[], on: Day): Promise<string[]> {
  const { rows } = await tx.query<{ id: string }>({
    name: 'unit-subtree',
    text: `with recursive below as (
        select id from unit where org_id = $1 and id = any($2)
        union
        select p.unit_id from unit_placement p join below on p.parent_id = below.id
        where p.org_id = $1 and p.valid_from <= $3 and (p.valid_to is null or p.valid_to > $3)
      )
      select id from below`,
    values: [tx.org, roots, on],
  })
  return rows.map(row => row.id)
}

/** The units the caller may see; null = the whole organisation. */
export async function visibleUnits(tx: Tx): Promise<string[] | null> {
  return tx.caller.units === null ? null : subtrees(tx, tx.caller.units, await today(tx))
}

/** True when the caller may see what belongs to this unit; what belongs to none is for those who may see everything. */
export async function maySeeUnit(tx: Tx, unitId: string | null): Promise<boolean> {
  const visible = await visibleUnits(tx)
  return visible === null || (unitId !== null && visible.includes(unitId))
}

/** The names from the root down to the unit on a day: ['Northmoor', 'Kelby']. */
export async function unitPath(tx: Tx, unitId: string, on?: Day): Promise<UnitName[]> {
  const chain = await unitChain(tx, unitId, on)
  return chain.map(({ id, key, name }) => ({ id, key, name })).reverse()
}

/** One unit on the way up, with who managed it on that day. */
export interface ChainLink extends UnitName {
  managers: { id: string; name: string }[]
}

/** From the unit up to the root on a day, each with its managers: what routing climbs. */
export async function unitChain(tx: Tx, unitId: string, on?: Day): Promise<ChainLink[]> {
  const { rows } = await tx.query<ChainLink>({
    name: 'unit-chain',
    text: `with recursive up as (
        select $2::uuid as id, 0 as height
        union all
        select p.parent_id, up.height + 1 from unit_placement p join up on p.unit_id = up.id
        where p.org_id = $1 and p.parent_id is not null and p.valid_from <= $3 and (p.valid_to is null or p.valid_to > $3)
      )
      select u.id, u.key, u.name, coalesce(m.managers, '[]') as managers
      from up join unit u on u.org_id = $1 and u.id = up.id
      left join lateral (
        select jsonb_agg(jsonb_build_object('id', person.id, 'name', ${displayNameSql('person')})
          order by m.valid_from, person.id) as managers
        from unit_member m join person on person.org_id = $1 and person.id = m.person_id and person.erased_at is null
        where m.org_id = $1 and m.unit_id = u.id and m.role = 'manager'
          and m.valid_from <= $3 and (m.valid_to is null or m.valid_to > $3)
      ) m on true
      order by up.height`,
    values: [tx.org, unitId, on ?? (await today(tx))],
  })
  return rows
}

/** Who manages the unit on a day, or the nearest unit above that has a manager; `skip` passes that many managed levels. */
export async function unitManagers(tx: Tx, unitId: string, on?: Day, skip = 0): Promise<string[]> {
  const managed = (await unitChain(tx, unitId, on)).filter(link => link.managers.length > 0)
  return managed[skip]?.managers.map(manager => manager.id) ?? []
}

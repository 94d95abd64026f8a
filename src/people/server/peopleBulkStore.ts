import type { Tx } from '../../kit/server/db.ts'
import { ALWAYS, type Day } from '../day.ts'
import type { DatedHierarchy } from '../datedHierarchy.ts'
import type { KnownPeople, KnownPerson } from '../importing/importedPeople.ts'
import type { PeoplePlan } from '../importing/personImport.ts'
import type { Memberships } from '../importing/peopleImportContext.ts'
import type { UnitRole } from '../importing/personLines.ts'
import { datedHierarchyOf } from './unitStore.ts'

// What an import of people reads and writes, many rows in one statement.

/** Rows that one statement writes: enough to be quick, few enough to leave the others a turn. */
const BATCH = 5_000

export async function peopleKnownBy(tx: Tx, externalIds: readonly string[], emails: readonly string[]): Promise<KnownPeople> {
  const { rows } = await tx.query<KnownPerson>({
    text: `select id, external_id as "externalId", email, name, title, kind, phone, locale, account_id as "accountId", segments
      from person where org_id = $1 and (external_id = any($2) or email = any($3))`,
    values: [tx.org, externalIds, emails],
  })
  return {
    byExternalId: new Map(rows.flatMap(row => (row.externalId ? [[row.externalId, row] as const] : []))),
    byEmail: new Map(rows.flatMap(row => (row.email ? [[row.email, row] as const] : []))),
  }
}

export async function readReportingHierarchy(tx: Tx): Promise<DatedHierarchy> {
  return datedHierarchyOf(
    await tx.query<{ id: string; parent: string | null; from: Day }>({
      text: `select person_id as id, manager_id as parent, valid_from as "from" from reporting where org_id = $1 order by person_id, valid_from`,
      values: [tx.org],
    }),
  )
}

/** Who belongs to which units on a day; of one person, if told. */
export async function membershipsOn(tx: Tx, on: Day, personId?: string): Promise<Map<string, Memberships>> {
  const { rows } = await tx.query<{ person_id: string; units: Record<string, UnitRole> }>({
    text: `select person_id, jsonb_object_agg(unit_id, role) as units from unit_member
      where org_id = $1 and ($3::uuid is null or person_id = $3) and valid_from <= $2 and (valid_to is null or valid_to > $2)
      group by person_id`,
    values: [tx.org, on, personId ?? null],
  })
  return new Map(rows.map(row => [row.person_id, new Map(Object.entries(row.units))]))
}

export async function accountIds(tx: Tx): Promise<Map<string, string>> {
  const { rows } = await tx.query<{ key: string; id: string }>({
    text: 'select key, id from customer_account where org_id = $1',
    values: [tx.org],
  })
  return new Map(rows.map(row => [row.key, row.id]))
}

export async function insertAccounts(tx: Tx, accounts: PeoplePlan['accounts']): Promise<void> {
  await tx.query({
    text: `insert into customer_account (org_id, id, key, name, created_at) select $1, *, $5 from unnest($2::uuid[], $3::text[], $4::text[])`,
    values: [tx.org, accounts.map(a => a.id), accounts.map(a => a.key), accounts.map(a => a.name), tx.now],
  })
}

export const insertPeople = (tx: Tx, people: readonly KnownPerson[]) =>
  inBatches(people, batch =>
    tx.query({
      text: `insert into person (org_id, id, external_id, email, name, title, kind, phone, locale, account_id, segments, created_at)
        select $1, id, external_id, email, name, title, kind, phone, locale, account_id, segments, $3
        from jsonb_to_recordset($2) as fresh (id uuid, external_id text, email text, name text, title text, kind text, phone text, locale text, account_id uuid, segments jsonb)`,
      values: [tx.org, JSON.stringify(batch.map(rowOf)), tx.now],
    }),
  )

export const updatePeople = (tx: Tx, people: readonly KnownPerson[]) =>
  inBatches(people, batch =>
    tx.query({
      text: `update person set external_id = fresh.external_id, email = fresh.email, name = fresh.name, title = fresh.title, kind = fresh.kind,
          phone = fresh.phone, locale = fresh.locale, account_id = fresh.account_id, segments = fresh.segments,
          -- Another address has not bounced yet.
          bounced_at = case when person.email is distinct from fresh.email then null else person.bounced_at end
        from jsonb_to_recordset($2) as fresh (id uuid, external_id text, email text, name text, title text, kind text, phone text, locale text, account_id uuid, segments jsonb)
        where person.org_id = $1 and person.id = fresh.id`,
      values: [tx.org, JSON.stringify(batch.map(rowOf))],
    }),
  )

const rowOf = (person: KnownPerson) => ({
  ...person,
  external_id: person.externalId,
  account_id: person.accountId,
})

/** From `from` on these people report to these managers; who never reported to anybody does so since always. */
export const saveManagers = (tx: Tx, list: readonly { personId: string; managerId: string | null }[], from: Day) =>
  inBatches(list, async batch => {
    const people = batch.map(one => one.personId)
    await tx.query({
      text: 'delete from reporting where org_id = $1 and person_id = any($2) and valid_from = $3',
      values: [tx.org, people, from],
    })
    await tx.query({
      text: `update reporting set valid_to = $3
        where org_id = $1 and person_id = any($2) and valid_from < $3 and (valid_to is null or valid_to > $3)`,
      values: [tx.org, people, from],
    })
    const told = await findEarlierAndNext(tx, 'reporting', people, from)
    await tx.query({
      text: `insert into reporting (org_id, person_id, manager_id, valid_from, valid_to)
        select $1, * from unnest($2::uuid[], $3::uuid[], $4::date[], $5::date[])`,
      values: [
        tx.org,
        people,
        batch.map(one => one.managerId),
        people.map(id => (told.earlier.has(id) ? from : ALWAYS)),
        people.map(id => told.next.get(id) ?? null),
      ],
    })
  })

/** Who was told of before a day, and from which later day something else is planned. */
async function findEarlierAndNext(tx: Tx, table: 'reporting' | 'unit_member', people: readonly string[], from: Day) {
  const unit = table === 'unit_member' ? 'unit_id' : `''`
  // Joined here rather than there: without statistics a planner may compare every row with every other.
  const { rows } = await tx.query<{ person_id: string; unit: string; first: Day; next: Day | null }>({
    text: `select person_id, ${unit} as unit, min(valid_from) as first, min(valid_from) filter (where valid_from > $3) as next
      from ${table} where org_id = $1 and person_id = any($2) group by 1, 2`,
    values: [tx.org, people, from],
  })
  return {
    earlier: new Set(rows.filter(row => row.first < from).map(row => row.person_id)),
    next: new Map(rows.map(row => [row.person_id + row.unit, row.next])),
  }
}

/** Ends memberships with the day before `from`; those that began on that day never were. */
export const endMembers = (tx: Tx, list: readonly { personId: string; unitId: string }[], from: Day) =>
  inBatches(list, async batch => {
    const values = [tx.org, batch.map(one => one.personId), batch.map(one => one.unitId), from]
    const pair = 'unit_member.person_id = gone.person_id and unit_member.unit_id = gone.unit_id'
    await tx.query({
      text: `delete from unit_member using unnest($2::uuid[], $3::uuid[]) as gone (person_id, unit_id)
        where org_id = $1 and ${pair} and valid_from = $4`,
      values,
    })
    await tx.query({
      text: `update unit_member set valid_to = $4 from unnest($2::uuid[], $3::uuid[]) as gone (person_id, unit_id)
        where org_id = $1 and ${pair} and valid_from < $4 and (valid_to is null or valid_to > $4)`,
      values,
    })
  })

/** Adds memberships from `from` on; whoever never belonged to any unit belongs there since always. */
export const addMembers = (tx: Tx, list: readonly { personId: string; unitId: string; role: UnitRole }[], from: Day) =>
  inBatches(list, async batch => {
    const people = batch.map(one => one.personId)
    const told = await findEarlierAndNext(tx, 'unit_member', people, from)
    await tx.query({
      text: `insert into unit_member (org_id, person_id, unit_id, role, valid_from, valid_to)
        select $1, * from unnest($2::uuid[], $3::uuid[], $4::text[], $5::date[], $6::date[])`,
      values: [
        tx.org,
        people,
        batch.map(one => one.unitId),
        batch.map(one => one.role),
        people.map(id => (told.earlier.has(id) ? from : ALWAYS)),
        batch.map(one => told.next.get(one.personId + one.unitId) ?? null),
      ],
    })
  })

async function inBatches<T>(list: readonly T[], work: (batch: readonly T[]) => Promise<unknown>): Promise<void> {
  for (let at = 0; at < list.length; at += BATCH) await work(list.slice(at, at + BATCH))
}

import { displayNameSql } from './personName.ts'
import type { Tx } from '../../kit/server/db.ts'
import { containing } from '../../kit/server/like.ts'
import type { PersonRow } from '../personContract.ts'
import type { Day } from '../day.ts'

// What pages read of people, and small changes of one person.

export interface PersonFilter {
  q?: string | undefined
  kind?: string | undefined
  account?: string | undefined
  segment?: string | undefined
  state?: 'opted-out' | 'bounced' | 'away' | 'erased' | undefined
  /** Only people of these units; null = all. */
  units: readonly string[] | null
  id?: string
}

const columns = `p.id, ${displayNameSql('p')} as label, p.name, p.email, p.external_id as "externalId", p.title, p.kind, p.sort_name,
  p.opted_out_at as "optedOutAt", p.bounced_at as "bouncedAt", p.erased_at as "erasedAt",
  (select max(to_at) from absence a where a.org_id = p.org_id and a.person_id = p.id and a.from_at <= $2 and a.to_at > $2) as "awayUntil",
  case when c.id is not null then jsonb_build_object('id', c.id, 'name', c.name) end as account,
  coalesce((select jsonb_agg(jsonb_build_object('id', u.id, 'name', u.name, 'role', m.role) order by m.role, u.name)
    from unit_member m join unit u on u.org_id = p.org_id and u.id = m.unit_id
    where m.org_id = p.org_id and m.person_id = p.id and m.valid_from <= $3 and (m.valid_to is null or m.valid_to > $3)), '[]') as units`

const joins = 'left join customer_account c on c.org_id = p.org_id and c.id = p.account_id'

type Row = Omit<PersonRow, 'optedOutAt' | 'bouncedAt' | 'erasedAt' | 'awayUntil'> & {
  sort_name: string
  optedOutAt: Date | null
  bouncedAt: Date | null
  erasedAt: Date | null
  awayUntil: Date | null
}

/** People by name, one more than `limit`; `after` is the name and id of the last one seen. */
export async function listPeople(tx: Tx, on: Day, filter: PersonFilter, limit: number, after?: readonly unknown[]) {
  const [key, value] = splitSegment(filter.segment)
  const { rows } = await tx.query<Row>({
    text: `select ${columns} from person p ${joins}
      where p.org_id = $1
        and case when $4::text = 'erased' then p.erased_at is not null else p.erased_at is null end
        and ($4::text is distinct from 'opted-out' or p.opted_out_at is not null)
        and ($4::text is distinct from 'bounced' or p.bounced_at is not null)
        and ($4::text is distinct from 'away' or exists (select 1 from absence a
          where a.org_id = $1 and a.person_id = p.id and a.from_at <= $2 and a.to_at > $2))
        and ($5::text is null or p.name ilike $5 or p.email ilike $5 or p.external_id ilike $5 or p.title ilike $5)
        and ($6::text is null or p.kind = $6)
        and ($7::uuid is null or p.account_id = $7)
        and ($8::text is null or (p.segments ? $8 and ($9::text is null or p.segments ->> $8 = $9)))
        and ($10::uuid[] is null or exists (select 1 from unit_member m where m.org_id = $1 and m.person_id = p.id
          and m.unit_id = any($10) and m.valid_from <= $3 and (m.valid_to is null or m.valid_to > $3)))
        and ($11::text is null or (p.sort_name, p.id) > ($11, $12::uuid))
        and ($13::uuid is null or p.id = $13)
      order by p.sort_name, p.id limit $14`,
    values: [
      tx.org,
      tx.now,
      on,
      filter.state ?? null,
      pattern(filter.q),
      filter.kind ?? null,
      filter.account ?? null,
      key,
      value,
      filter.units,
      after?.[0] ?? null,
      after?.[1] ?? null,
      filter.id ?? null,
      limit,
    ],
  })
  return rows
}

/** One person of any state, if they belong to one of these units (null = all). */
export async function personRow(tx: Tx, id: string, on: Day, units: readonly string[] | null): Promise<Row | undefined> {
  const [person] = await listPeople(tx, on, { id, units }, 1)
  return person ?? (await listPeople(tx, on, { id, units: null, state: 'erased' }, 1))[0]
}

export function toPersonRow({ sort_name: _sortName, ...row }: Row): PersonRow {
  const at = (time: Date | null) => time?.toISOString() ?? null
  return {
    ...row,
    optedOutAt: at(row.optedOutAt),
    bouncedAt: at(row.bouncedAt),
    erasedAt: at(row.erasedAt),
    awayUntil: at(row.awayUntil),
  }
}

const pattern = (q: string | undefined) => (q?.trim() ? containing(q.trim()) : null)

function splitSegment(segment: string | undefined): [string | null, string | null] {
  if (!segment) return [null, null]
  const at = segment.indexOf(':')
  return at < 0 ? [segment, null] : [segment.slice(0, at), segment.slice(at + 1)]
}

/** What a person's page shows beyond the row of the list. */
export async function personDetails(tx: Tx, id: string, on: Day) {
  const { rows } = await tx.query<{
    phone: string | null
    locale: string | null
    segments: Record<string, string>
    created_at: Date
    manager: { id: string; name: string } | null
    reports: { id: string; name: string }[]
    teams: { id: string; name: string }[]
  }>({
    text: `select p.phone, p.locale, p.segments, p.created_at,
        (select jsonb_build_object('id', m.id, 'name', ${displayNameSql('m')}) from reporting r join person m on m.org_id = $1 and m.id = r.manager_id
          where r.org_id = $1 and r.person_id = p.id and r.valid_from <= $3 and (r.valid_to is null or r.valid_to > $3)) as manager,
        coalesce((select jsonb_agg(jsonb_build_object('id', m.id, 'name', ${displayNameSql('m')}) order by m.sort_name)
          from reporting r join person m on m.org_id = $1 and m.id = r.person_id and m.erased_at is null
          where r.org_id = $1 and r.manager_id = p.id and r.valid_from <= $3 and (r.valid_to is null or r.valid_to > $3)), '[]') as reports,
        coalesce((select jsonb_agg(jsonb_build_object('id', t.id, 'name', t.name) order by t.name)
          from team_member tm join team t on t.org_id = $1 and t.id = tm.team_id where tm.org_id = $1 and tm.person_id = p.id), '[]') as teams
      from person p where p.org_id = $1 and p.id = $2`,
    values: [tx.org, id, on],
  })
  return rows[0]!
}

export async function membershipHistory(tx: Tx, id: string) {
  const { rows } = await tx.query<{ unit_id: string; name: string; role: 'manager' | 'member'; from: Day; to: Day | null }>({
    text: `select m.unit_id, u.name, m.role, m.valid_from as "from", m.valid_to as "to"
      from unit_member m join unit u on u.org_id = m.org_id and u.id = m.unit_id
      where m.org_id = $1 and m.person_id = $2 order by m.valid_from desc, u.name`,
    values: [tx.org, id],
  })
  return rows
}

/** Segment keys with their most frequent values, to choose from. */
export async function segmentValues(tx: Tx): Promise<{ key: string; values: string[] }[]> {
  const { rows } = await tx.query<{ key: string; values: string[] }>({
    text: `select key, (array_agg(value order by n desc, value))[1:50] as values
      from (select s.key, s.value, count(*) as n from person p, jsonb_each_text(p.segments) s where p.org_id = $1 group by 1, 2) counted
      group by key order by key limit 200`,
    values: [tx.org],
  })
  return rows
}

export interface PersonChange {
  name?: string
  email?: string | null
  external_id?: string | null
  title?: string | null
  kind?: string
  phone?: string | null
  locale?: string | null
  account_id?: string | null
  segments?: string
  opted_out_at?: Date | null
  bounced_at?: Date | null
}

export const insertPerson = (tx: Tx, id: string, person: PersonChange) =>
  tx.db
    .insertInto('person')
    .values({ org_id: tx.org, id, kind: 'contact', created_at: tx.now, ...person })
    .execute()

export const updatePerson = (tx: Tx, id: string, change: PersonChange) =>
  tx.db.updateTable('person').set(change).where('org_id', '=', tx.org).where('id', '=', id).execute()

export const lockPerson = (tx: Tx, id: string) =>
  tx.db.selectFrom('person').selectAll().where('org_id', '=', tx.org).where('id', '=', id).forUpdate().executeTakeFirst()

/** Somebody else who already has this address or number. */
export async function takenBy(tx: Tx, id: string, person: PersonChange): Promise<'email' | 'externalId' | undefined> {
  const { rows } = await tx.query<{ email: boolean }>({
    text: `select coalesce(email = $2, false) as email from person where org_id = $1 and (email = $2 or external_id = $3) and id <> $4 limit 1`,
    values: [tx.org, person.email ?? null, person.external_id ?? null, id],
  })
  return rows[0] && (rows[0].email ? 'email' : 'externalId')
}

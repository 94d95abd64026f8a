import { today } from '../../people/server/today.ts'
import type { Tx } from '../../kit/server/db.ts'
import type { Owner, PathStep } from '../routing.ts'

const shown = (person: string) => `coalesce(nullif(${person}.name, ''), ${person}.email, ${person}.external_id, '')`

/** Takes alerts, except those that somebody else has in hand. */
export async function takeAlerts(tx: Tx, ids: readonly string[]): Promise<Set<string>> {
  const { rows } = await tx.query<{ id: string }>({
    name: 'alerts-take',
    text: 'select id from alert where org_id = $1 and id = any($2) order by id for update skip locked',
    values: [tx.org, ids],
  })
  return new Set(rows.map(row => row.id))
}

export interface Promised {
  id: string
  owner: Owner
  unitId: string | null
  personId: string | null
}

/** What steps of promises look at, by id of the alert; not of those that are worked on as part of another. */
export async function readPromised(tx: Tx, ids: readonly string[]): Promise<Map<string, Promised>> {
  const { rows } = await tx.query<Promised>({
    name: 'alert-promised',
    text: `select a.id, a.unit_id as "unitId", a.person_id as "personId", jsonb_build_object('id', o.id, 'name', ${shown('o')}) as owner
      from alert a join person o on o.org_id = a.org_id and o.id = a.owner_id
      where a.org_id = $1 and a.id = any($2) and a.merged_into is null`,
    values: [tx.org, ids],
  })
  return new Map(rows.map(row => [row.id, row]))
}

const MOST_ABOVE = 10

/** To whom somebody reports today, the nearest first. */
export async function reportingLine(tx: Tx, personId: string): Promise<Owner[]> {
  const { rows } = await tx.query<Owner>({
    name: 'alert-reporting-line',
    text: `with recursive up as (
        select $2::uuid as id, 0 as height
        union all
        select r.manager_id, up.height + 1 from reporting r join up on r.person_id = up.id
        where r.org_id = $1 and r.manager_id is not null and up.height < ${MOST_ABOVE}
          and r.valid_from <= $3 and (r.valid_to is null or r.valid_to > $3)
      )
      select p.id, ${shown('p')} as name from up join person p on p.org_id = $1 and p.id = up.id and p.erased_at is null
      where up.height > 0 order by up.height`,
    values: [tx.org, personId, await today(tx)],
  })
  return rows
}

/** Names a senior beside the owner, once, and tells in the path how it came to them. */
export async function saveSenior(tx: Tx, id: string, senior: string, path: readonly PathStep[]): Promise<void> {
  await tx.query({
    name: 'alert-senior',
    text: `update alert set path = path || $4::jsonb,
        senior_ids = case when $3 = any(senior_ids) then senior_ids else senior_ids || $3::uuid end where org_id = $1 and id = $2`,
    values: [tx.org, id, senior, JSON.stringify(path)],
  })
}

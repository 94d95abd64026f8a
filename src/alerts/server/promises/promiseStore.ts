import { displayNameOfSql } from '../../../people/server/personName.ts'
import type { Tx } from '../../../kit/server/db.ts'
import type { FiredStep } from '../../../sla/server/stepWatchers.ts'
import type { Owner, PathStep } from '../../../routing/routing.ts'

/** Takes alerts, each with the one it is part of, except where somebody else has either in hand. */
export async function lockFreeAlerts(tx: Tx, ids: readonly string[]): Promise<Set<string>> {
  const { rows } = await tx.query<{ id: string; main: string | null }>({
    name: 'alerts-take',
    text: `select id, merged_into as main from alert where org_id = $1 and (id = any($2)
        or id in (select merged_into from alert where org_id = $1 and id = any($2) and merged_into is not null))
      order by id for update skip locked`,
    values: [tx.org, ids],
  })
  const taken = new Set(rows.map(row => row.id))
  return new Set(rows.filter(({ main }) => main === null || taken.has(main)).map(row => row.id))
}

export interface PromisedAlert {
  id: string
  owner: Owner
  unitId: string | null
  personId: string | null
  /** Several alerts of one customer are one matter. */
  shared: boolean
}

/** What steps of promises look at, by id of the alert: the alert, or the one it is part of, for there it is worked on. */
export async function readPromisedAlerts(tx: Tx, ids: readonly string[]): Promise<Map<string, PromisedAlert>> {
  const { rows } = await tx.query<PromisedAlert & { subject: string }>({
    name: 'alert-promised',
    text: `select p.id as subject, a.id, a.unit_id as "unitId", a.person_id as "personId",
        jsonb_build_object('id', a.owner_id, 'name', ${displayNameOfSql('a.owner_id')}) as owner,
        p.id <> a.id or exists (select from alert m where m.org_id = a.org_id and m.merged_into = a.id) as shared
      from alert p join alert a on a.org_id = p.org_id and a.id = coalesce(p.merged_into, p.id)
      where p.org_id = $1 and p.id = any($2)`,
    values: [tx.org, ids],
  })
  return new Map(rows.map(({ subject, ...promised }) => [subject, promised]))
}

/** Whether the same step was told of another promise of this kind to the same customer: under one policy, for one matter. */
export async function wasStepNotified(tx: Tx, matter: string, step: Pick<FiredStep, 'clockId' | 'step'>): Promise<boolean> {
  const { rowCount } = await tx.query({
    name: 'alert-step-told',
    text: `select 1 from sla_clock d join alert m on m.org_id = d.org_id and (m.id = $2 or m.merged_into = $2)
      join sla_clock c on c.org_id = d.org_id and c.subject_type = 'alert' and c.subject_id = m.id and c.target = d.target
        and c.policy_id = d.policy_id and c.id <> d.id
      join sla_step s on s.org_id = c.org_id and s.clock_id = c.id and s.round = c.round and s.step = $4
      where d.org_id = $1 and d.id = $3 and (s.fired_at < $5 or c.id < d.id) limit 1`,
    values: [tx.org, matter, step.clockId, step.step, tx.now],
  })
  return rowCount === 1
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

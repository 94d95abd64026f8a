import { firstName } from '../../../people/firstName.ts'
import type { Tx } from '../../../kit/server/db.ts'
import type { AlertState, AlertProgress } from '../../alert.ts'
import type { AlertKind } from '../../../rules/alertKind.ts'
import type { Reason } from '../../../rules/evaluate.ts'
import type { HeadlineScore } from '../../contract.ts'
import type { PathStep } from '../../../routing/routing.ts'
import { isInvolvedSql, type Viewer } from './alertStore.ts'

/** What a step needs to know of an alert, read under its lock. */
export interface LockedAlert extends AlertProgress {
  id: string
  unitId: string | null
  personId: string | null
  ownerId: string
  /** Who was asked to see to it. */
  seniors: readonly string[]
  ruleName: string
  reopenedAt: Date | null
  mergedInto: string | null
  /** Others are part of it. */
  carries: boolean
  accountId: string | null
}

interface LockedRow extends Omit<LockedAlert, 'customer'> {
  name: string | null
  known: boolean
}

/** Locks an alert that the caller may see; one step at a time changes it. */
export async function lockAlert(tx: Tx, id: string, { units, me }: Viewer): Promise<LockedAlert | undefined> {
  const { rows } = await tx.query<LockedRow>({
    name: 'alert-lock',
    text: `select a.id, a.state, a.kind, a.unit_id as "unitId", a.person_id as "personId", a.owner_id as "ownerId",
        a.senior_ids as seniors, a.reopened_at as "reopenedAt", a.merged_into as "mergedInto", p.account_id as "accountId", p.name,
        exists (select from alert m where m.org_id = a.org_id and m.merged_into = a.id) as carries, p.id is not null and p.erased_at is null as known,
        (select r.name from alert_rule r where r.org_id = a.org_id and r.id = a.rule_id) as "ruleName",
        (select count(*)::int from alert_contact k where k.org_id = a.org_id and k.alert_id = a.id and k.how <> 'note'
          and k.at >= coalesce(a.reopened_at, a.opened_at)) as attempts
      from alert a left join person p on p.org_id = a.org_id and p.id = a.person_id
      where a.org_id = $1 and a.id = $2 and ($3::uuid[] is null or a.unit_id = any($3) or a.owner_id = $4 or ${isInvolvedSql('$4')})
      for update of a`,
    values: [tx.org, id, units, me],
  })
  const row = rows[0]
  if (!row) return undefined
  const { name, known, ...rest } = row
  return { ...rest, customer: known ? firstName(name) || 'the customer' : null }
}

export interface NewAlert {
  id: string
  ruleId: string
  surveyId: string
  responseId: string | null
  unitId: string | null
  personId: string | null
  ownerId: string
  kind: AlertKind
  path: PathStep[]
  reasons: Reason[]
  headline: HeadlineScore | null
  openedAt: Date
  occasion: string | null
}

/** False when the rule has raised an alert on this response or occasion already. */
export async function insertAlert(tx: Tx, alert: NewAlert): Promise<boolean> {
  const { rowCount } = await tx.query({
    name: 'alert-insert',
    text: `insert into alert (org_id, id, rule_id, survey_id, response_id, unit_id, person_id, owner_id, kind, path, reasons, headline, opened_at, occasion, answered_on)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14,
        coalesce((select r.responded_on from response r where r.org_id = $1 and r.id = $5), $13::timestamptz::date)) on conflict do nothing`,
    values: [
      tx.org,
      alert.id,
      alert.ruleId,
      alert.surveyId,
      alert.responseId,
      alert.unitId,
      alert.personId,
      alert.ownerId,
      alert.kind,
      JSON.stringify(alert.path),
      JSON.stringify(alert.reasons),
      alert.headline && JSON.stringify(alert.headline),
      alert.openedAt,
      alert.occasion,
    ],
  })
  return rowCount === 1
}

export async function saveState(tx: Tx, id: string, state: AlertState): Promise<void> {
  await tx.query({
    text: `update alert set state = $3,
        acknowledged_at = case when $3 = 'open' then null else coalesce(acknowledged_at, $4) end,
        contacted_at = case $3 when 'contacted' then coalesce(contacted_at, $4) when 'open' then null else contacted_at end
      where org_id = $1 and id = $2`,
    values: [tx.org, id, state, tx.now],
  })
}

export async function saveResolution(tx: Tx, id: string, outcome: string, note: string | null): Promise<void> {
  await tx.query({
    text: `update alert set state = 'resolved', acknowledged_at = coalesce(acknowledged_at, $3), resolved_at = $3, outcome = $4, outcome_note = $5
      where org_id = $1 and id = $2`,
    values: [tx.org, id, tx.now, outcome, note],
  })
}

// Reopened means: the customer waits again. Whoever owns it takes it and speaks with them anew.
export async function saveReopening(tx: Tx, id: string): Promise<void> {
  await tx.query({
    text: `update alert set state = 'open', reopened_at = $3, acknowledged_at = null, contacted_at = null, resolved_at = null,
        confirmed_at = null, outcome = null, outcome_note = null where org_id = $1 and id = $2`,
    values: [tx.org, id, tx.now],
  })
}

export async function saveOwner(tx: Tx, id: string, ownerId: string, step: PathStep): Promise<void> {
  await tx.query({
    text: `update alert set owner_id = $3, path = path || $4::jsonb where org_id = $1 and id = $2`,
    values: [tx.org, id, ownerId, JSON.stringify([step])],
  })
}

export interface NewContact {
  id: string
  alertId: string
  how: string
  note: string
  reached: boolean
  evidence?: string | null
  mentions?: readonly string[]
  asks?: string
}

export async function insertContact(tx: Tx, contact: NewContact): Promise<void> {
  const { id, alertId, how, note, reached, evidence = null, mentions = [], asks = null } = contact
  await tx.query({
    text: `insert into alert_contact (org_id, id, alert_id, how, note, reached, by_id, by_name, at, evidence, mentions, asks)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    values: [tx.org, id, alertId, how, note, reached, tx.caller.id, tx.caller.name, tx.now, evidence, mentions, asks],
  })
}

export async function replaceCauses(tx: Tx, alertId: string, causes: readonly string[]): Promise<void> {
  await tx.query({ text: `delete from alert_cause where org_id = $1 and alert_id = $2`, values: [tx.org, alertId] })
  await tx.query({
    text: `insert into alert_cause (org_id, alert_id, cause_id, rank)
      select $1, $2, cause, place - 1 from unnest($3::uuid[]) with ordinality as chosen (cause, place)`,
    values: [tx.org, alertId, causes],
  })
}

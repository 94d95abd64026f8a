import { joinNumber } from '../../responses/server/numbers/answerSql.ts'
import type { Tx } from '../../kit/server/db.ts'
import type { SeriesSubject } from '../condition.ts'

interface FactQuery {
  surveyId: string
  personId: string | null
  unitId: string | null
  question: string
  per: SeriesSubject
  most: number
}

const answered = `join lateral (
    select r.responded_at, r.id from response r where r.org_id = $1 and r.survey_id = $2 and r.state = 'complete'`

const value = joinNumber('a', 'r.id', '$4')

const last = {
  person: `select a.number as value from response r ${value}
    where r.org_id = $1 and r.survey_id = $2 and r.person_id = $3 and r.state = 'complete' order by r.responded_at desc, r.id desc limit $5`,
  unit: `select a.number as value from response r ${value}
    where r.org_id = $1 and r.survey_id = $2 and r.unit_id = $3 and r.state = 'complete' order by r.responded_at desc, r.id desc limit $5`,
  // Each person of the account gives as many as could count.
  account: `select a.number as value from person me join person p on p.org_id = $1 and p.account_id = me.account_id
    ${answered} and r.person_id = p.id order by r.responded_at desc, r.id desc limit $5) as r on true ${value}
    where me.org_id = $1 and me.id = $3 order by r.responded_at desc, r.id desc limit $5`,
}

/** The last answers to a question of the same person, account or unit, newest first; null where nobody knows whose they would be. */
export async function lastValues(
  tx: Tx,
  { surveyId, personId, unitId, question, per, most }: FactQuery,
): Promise<number[] | null> {
  const subject = per === 'unit' ? unitId : personId
  if (subject === null) return null
  const { rows } = await tx.query<{ value: number }>({
    name: `alert-last-of-${per}`,
    text: last[per],
    values: [tx.org, surveyId, subject, question, most],
  })
  return rows.map(row => row.value)
}

/** Waits for whoever raises an alert of this rule on the same subject at this moment: a lasting state has one alert, not two. */
export const lockSubject = (tx: Tx, rule: string, subject: string) =>
  tx.query({
    name: 'alert-lock-subject',
    text: 'select pg_advisory_xact_lock(hashtextextended($1, 0))',
    values: [`${tx.org} ${rule} ${subject}`],
  })

export interface KnownDrift {
  unit: string
  p: number
}

/** How surely each unit drifts, as last seen. */
export async function readDrifts(tx: Tx, rule: string, question: string, direction: string): Promise<KnownDrift[]> {
  const { rows } = await tx.query<KnownDrift>({
    name: 'alert-drifts',
    text: 'select unit_id as unit, p from alert_drift where org_id = $1 and rule_id = $2 and question_id = $3 and direction = $4',
    values: [tx.org, rule, question, direction],
  })
  return rows
}

/** Kept only where it has changed by half or more: answers of one unit should not wait for each other because of it. */
export const saveDrift = (tx: Tx, rule: string, question: string, direction: string, { unit, p }: KnownDrift) =>
  tx.query({
    name: 'alert-save-drift',
    text: `insert into alert_drift (org_id, rule_id, question_id, direction, unit_id, p, at) values ($1, $2, $3, $4, $5, $6, $7)
      on conflict (org_id, rule_id, question_id, direction, unit_id) do update set p = excluded.p, at = excluded.at
      where abs(ln(alert_drift.p) - ln(excluded.p)) > 0.4`,
    values: [tx.org, rule, question, direction, unit, p, tx.now],
  })

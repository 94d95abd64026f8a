import { nameOrEmailOfSql } from '../../people/server/personName.ts'
import type { Tx } from '../../kit/server/db.ts'

interface NewThanks {
  id: string
  alertId: string
  personId: string
  message: string
}

/** False when this colleague was thanked for it before. */
export async function insertThanks(tx: Tx, { id, alertId, personId, message }: NewThanks): Promise<boolean> {
  const { rowCount } = await tx.query({
    text: `insert into alert_thanks (org_id, id, alert_id, person_id, message, by_id, by_name, at)
      values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing`,
    values: [tx.org, id, alertId, personId, message, tx.caller.id, tx.caller.name, tx.now],
  })
  return rowCount === 1
}

export interface ThanksRow {
  id: string
  name: string
  message: string
  by: string
  at: Date
}

export async function readThanks(tx: Tx, alertId: string): Promise<ThanksRow[]> {
  const { rows } = await tx.query<ThanksRow>({
    text: `select k.id, ${nameOrEmailOfSql('k.person_id')} as name, k.message, k.by_name as by, k.at
      from alert_thanks k
      where k.org_id = $1 and k.alert_id = $2 order by k.id`,
    values: [tx.org, alertId],
  })
  return rows
}

/** What was shared of an alert on the wall. */
export async function practiceOf(tx: Tx, alertId: string): Promise<string | null> {
  const { rows } = await tx.query<{ id: string }>({
    text: 'select id from practice where org_id = $1 and alert_id = $2',
    values: [tx.org, alertId],
  })
  return rows[0]?.id ?? null
}

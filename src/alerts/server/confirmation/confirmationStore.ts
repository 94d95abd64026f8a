import { longestTextSql } from '../../../responses/server/read/answerTextSql.ts'
import { orgSetting } from '../../../accounts/server/orgStore.ts'
import { nameIfKnownOfSql, nameOrEmailSql } from '../../../people/server/personName.ts'
import type { Tx } from '../../../kit/server/db.ts'
import type { CustomerReachability } from '../../confirmationStatus.ts'

export interface ConfirmationRecipient extends CustomerReachability {
  personId: string
  name: string | null
  locale: string | null
  owner: string
  said: string | null
}

/** Whom to ask about an alert, and in which words; undefined where nobody knows who answered. */
export async function readConfirmationRecipient(tx: Tx, alertId: string): Promise<ConfirmationRecipient | undefined> {
  const { rows } = await tx.query<ConfirmationRecipient>({
    name: 'alert-askable',
    text: `select a.kind, p.id as "personId", p.name, p.email, coalesce(r.locale, p.locale, ${orgSetting('locale')}) as locale,
        coalesce(s.anonymous, false) as anonymous, p.opted_out_at is not null as "optedOut", p.bounced_at is not null as bounced,
        p.erased_at is not null as erased, ${nameOrEmailSql('o')} as owner,
        ${longestTextSql('a.org_id', 'a.response_id', 400)} as said
      from alert a
      join person p on p.org_id = a.org_id and p.id = a.person_id
      join person o on o.org_id = a.org_id and o.id = a.owner_id
      left join survey s on s.org_id = a.org_id and s.id = a.survey_id
      left join response r on r.org_id = a.org_id and r.id = a.response_id
      where a.org_id = $1 and a.id = $2`,
    values: [tx.org, alertId],
  })
  return rows[0]
}

export interface NewConfirmation {
  id: string
  alertId: string
  personId: string
  locale: string
}

/** Once for each resolution: false when this one was asked about already. */
export async function insertConfirmation(tx: Tx, { id, alertId, personId, locale }: NewConfirmation): Promise<boolean> {
  const { rowCount } = await tx.query({
    text: `insert into alert_confirmation (org_id, id, alert_id, person_id, resolved_at, locale, asked_at)
      values ($1, $2, $3, $4, $5, $6, $5) on conflict do nothing`,
    values: [tx.org, id, alertId, personId, tx.now, locale],
  })
  return rowCount === 1
}

export interface Confirmation {
  id: string
  alertId: string
  resolvedAt: Date
  locale: string
  settled: boolean | null
  words: string | null
}

const columns = `c.id, c.alert_id as "alertId", c.resolved_at as "resolvedAt", c.locale, c.settled, c.words`

/** The question of a link, locked when an answer comes with it. Who was erased is asked nothing any more. */
export async function findConfirmation(tx: Tx, id: string, lock: boolean): Promise<Confirmation | undefined> {
  const { rows } = await tx.query<Confirmation>({
    text: `select ${columns} from alert_confirmation c
      join person p on p.org_id = c.org_id and p.id = c.person_id and p.erased_at is null
      where c.org_id = $1 and c.id = $2 ${lock ? 'for update of c' : ''}`,
    values: [tx.org, id],
  })
  return rows[0]
}

export async function saveAnswer(tx: Tx, id: string, settled: boolean, words: string | null): Promise<void> {
  await tx.query({
    text: `update alert_confirmation set settled = $3, words = $4, answered_at = $5 where org_id = $1 and id = $2`,
    values: [tx.org, id, settled, words, tx.now],
  })
}

export async function saveConfirmed(tx: Tx, alertId: string): Promise<void> {
  await tx.query({
    text: `update alert set state = 'confirmed', confirmed_at = $3 where org_id = $1 and id = $2`,
    values: [tx.org, alertId, tx.now],
  })
}

/** Questions about an alert that nobody has answered. */
export async function openConfirmations(tx: Tx, alertId: string): Promise<string[]> {
  const { rows } = await tx.query<{ id: string }>({
    text: 'select id from alert_confirmation where org_id = $1 and alert_id = $2 and answered_at is null',
    values: [tx.org, alertId],
  })
  return rows.map(({ id }) => id)
}

export interface LatestConfirmation {
  askedAt: Date
  answeredAt: Date | null
  settled: boolean | null
  words: string | null
}

/** The last time that the customer was asked about an alert. */
export async function readLatestConfirmation(tx: Tx, alertId: string): Promise<LatestConfirmation | null> {
  const { rows } = await tx.query<LatestConfirmation>({
    text: `select asked_at as "askedAt", answered_at as "answeredAt", settled, words from alert_confirmation
      where org_id = $1 and alert_id = $2 order by id desc limit 1`,
    values: [tx.org, alertId],
  })
  return rows[0] ?? null
}

/** What the page shows of the matter. */
export async function readConfirmationContext(
  tx: Tx,
  alertId: string,
): Promise<{ said: string | null; owner: string; resolvedAt: Date | null }> {
  const { rows } = await tx.query<{ said: string | null; owner: string; resolvedAt: Date | null }>({
    text: `select a.resolved_at as "resolvedAt", coalesce(${nameIfKnownOfSql('a.owner_id')}, '') as owner,
        ${longestTextSql('a.org_id', 'a.response_id', 1000)} as said
      from alert a where a.org_id = $1 and a.id = $2`,
    values: [tx.org, alertId],
  })
  return rows[0]!
}

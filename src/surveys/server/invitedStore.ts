import { createHash } from 'node:crypto'
import { record } from '../../activity/server/record.ts'
import type { Tx } from '../../kit/server/db.ts'

/** Who came by a personal link. */
export interface Invited {
  id: string
  survey_id: string
  person_id: string
  unit_id: string | null
  locale: string | null
  segments: Record<string, string>
  state: string
}

/** What is stored of a personal link. */
export const hashOfToken = (token: string): Buffer => createHash('sha256').update(token).digest()

export async function findInvited(tx: Tx, token: string): Promise<Invited | undefined> {
  const { rows } = await tx.query<Invited>({
    name: 'invited-by-token',
    text: `select i.id, i.survey_id, i.person_id, i.unit_id, coalesce(i.locale, p.locale) as locale, i.segments, i.state
      from invitation i join person p on p.org_id = i.org_id and p.id = i.person_id
      where i.org_id = $1 and i.token_hash = $2`,
    values: [tx.org, hashOfToken(token)],
  })
  return rows[0]
}

/** Started, or answered: no reminder follows an answer. */
export async function saveInvited(tx: Tx, id: string, state: 'started' | 'answered'): Promise<void> {
  await tx.query({
    name: 'invited-save',
    text: `update invitation set state = $3, answered_at = case when $3 = 'answered' then $4::timestamptz end,
        next_reminder_at = case when $3 = 'answered' then null else next_reminder_at end
      where org_id = $1 and id = $2 and state not in ('answered', $3)`,
    values: [tx.org, id, state, tx.now],
  })
}

/** “No more questions like this”, said on the page itself. */
export async function optOut(tx: Tx, { person_id, survey_id }: Invited): Promise<void> {
  const { rowCount } = await tx.query({
    text: `insert into survey_opt_out (org_id, person_id, survey_id, at) values ($1, $2, $3, $4) on conflict do nothing`,
    values: [tx.org, person_id, survey_id, tx.now],
  })
  if (rowCount) await record(tx, 'person.opted_out', { type: 'person', id: person_id, also: [survey_id] })
}

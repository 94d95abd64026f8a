import type { Tx } from '../../../kit/server/db.ts'

// What becomes of an invitation after it was posted.

export interface SentInvitation {
  id: string
  survey_id: string
  send_id: string
  person_id: string
  sent_at: Date | null
}

/** The mail has left. */
export async function saveSent(tx: Tx, id: string): Promise<SentInvitation | undefined> {
  const { rows } = await tx.query<SentInvitation>({
    name: 'invitation-sent',
    text: `update invitation set state = case when state = 'waiting' then 'sent' else state end, sent_at = coalesce(sent_at, $3), error = null
      where org_id = $1 and id = $2 and state in ('waiting', 'failed', 'bounced', 'started', 'answered') returning id, survey_id, send_id, person_id, sent_at`,
    values: [tx.org, id, tx.now],
  })
  return rows[0]
}

export async function saveNextReminder(tx: Tx, id: string, at: Date | null): Promise<void> {
  await tx.db.updateTable('invitation').set({ next_reminder_at: at }).where('org_id', '=', tx.org).where('id', '=', id).execute()
}

export async function saveFailed(tx: Tx, id: string, error: string): Promise<void> {
  await tx.db
    .updateTable('invitation')
    .set({ state: 'failed', error, next_reminder_at: null })
    .where('org_id', '=', tx.org)
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .execute()
}

/** Marks all unanswered invitations to this address as bounced. */
export async function saveBounced(tx: Tx, address: string, reason: string): Promise<void> {
  await tx.query({
    text: `update invitation i set state = 'bounced', error = $3, next_reminder_at = null from person p
      where i.org_id = $1 and p.org_id = $1 and p.id = i.person_id and p.email = $2 and i.state in ('waiting', 'sent', 'failed')`,
    values: [tx.org, address, reason],
  })
}

export interface StoredInvitation {
  id: string
  surveyId: string
  personId: string
  unitId: string | null
  locale: string | null
  segments: Record<string, string>
  state: string
}

const personal = `id, survey_id as "surveyId", person_id as "personId", unit_id as "unitId", locale, segments, state`

export async function findByTokenHash(tx: Tx, hash: Buffer): Promise<StoredInvitation | undefined> {
  const { rows } = await tx.query<StoredInvitation>({
    name: 'invitation-by-token',
    text: `select ${personal} from invitation where org_id = $1 and token_hash = $2`,
    values: [tx.org, hash],
  })
  return rows[0]
}

export async function findStoredInvitation(tx: Tx, id: string): Promise<StoredInvitation | undefined> {
  const { rows } = await tx.query<StoredInvitation>({
    text: `select ${personal} from invitation where org_id = $1 and id = $2`,
    values: [tx.org, id],
  })
  return rows[0]
}

export async function saveProgress(tx: Tx, id: string, state: 'started' | 'answered'): Promise<void> {
  const answered = state === 'answered'
  await tx.query({
    name: answered ? 'invitation-answered' : 'invitation-started',
    text: answered
      ? `update invitation set state = 'answered', answered_at = $3, next_reminder_at = null where org_id = $1 and id = $2 and state <> 'answered'`
      : `update invitation set state = 'started' where org_id = $1 and id = $2 and state in ('waiting', 'sent') and $3::timestamptz is not null`,
    values: [tx.org, id, tx.now],
  })
}

export async function insertOptOut(tx: Tx, personId: string, surveyId: string): Promise<void> {
  await tx.db
    .insertInto('survey_opt_out')
    .values({ org_id: tx.org, person_id: personId, survey_id: surveyId, at: tx.now })
    .onConflict(conflict => conflict.doNothing())
    .execute()
}

export async function deleteOptOuts(tx: Tx, personId: string): Promise<void> {
  await tx.db.deleteFrom('survey_opt_out').where('org_id', '=', tx.org).where('person_id', '=', personId).execute()
}

/** Ends what still waits for this person, from one survey or from all; returns the invitations whose mail is to be called off. */
export async function endForPerson(tx: Tx, personId: string, surveyId: string | null): Promise<string[]> {
  const { rows } = await tx.query<{ id: string }>({
    text: `update invitation set next_reminder_at = null, state = case when state in ('planned', 'held', 'waiting') then 'opted-out' else state end
      where org_id = $1 and person_id = $2 and ($3::uuid is null or survey_id = $3)
        and (state in ('planned', 'held', 'waiting') or next_reminder_at is not null) returning id`,
    values: [tx.org, personId, surveyId],
  })
  return rows.map(row => row.id)
}

/** Stops what has not left of one send; returns what was stopped. */
export async function cancelOpen(tx: Tx, sendId: string): Promise<string[]> {
  await tx.query({
    text: 'update invitation set next_reminder_at = null where org_id = $1 and send_id = $2 and next_reminder_at is not null',
    values: [tx.org, sendId],
  })
  const { rows } = await tx.query<{ id: string }>({
    text: `update invitation i set state = 'cancelled' where org_id = $1 and send_id = $2 and (state in ('planned', 'held')
        or (state = 'waiting' and exists (select 1 from outbox o where o.org_id = $1 and o.key = 'invitation ' || i.id and o.state in ('waiting', 'kept'))))
      returning id`,
    values: [tx.org, sendId],
  })
  return rows.map(row => row.id)
}

export async function saveReleased(tx: Tx, id: string): Promise<void> {
  await tx.db
    .updateTable('invitation')
    .set({ state: 'planned', forced: true, held_reason: null, held_until: null, held_by: null, due_at: tx.now })
    .where('org_id', '=', tx.org)
    .where('id', '=', id)
    .execute()
}

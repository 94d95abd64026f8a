import { today } from '../../../people/server/today.ts'
import { sql, type Updateable } from 'kysely'
import { newId } from '../../../kit/ids.ts'
import { otherContacts } from './contacts.ts'
import type { Tx } from '../../../kit/server/db.ts'
import type { Invitation } from '../../../kit/server/schema.generated.ts'
import type { EarlierContact } from '../../frequency.ts'
import type { PeopleFilter } from '../store/audience.ts'

// All SQL of planning and sending invitations.

export interface InvitationCandidate {
  personId: string
  locale: string | null
  unitId: string | null
  segments: Record<string, string>
}

/** People a filter means who can be written to, with the unit they belong to there. */
export async function findCandidates(tx: Tx, filter: PeopleFilter, units: string[] | null): Promise<InvitationCandidate[]> {
  const { rows } = await tx.query<{ id: string; locale: string | null; unit_id: string | null }>({
    text: `select p.id, p.locale, u.unit_id from person p
      left join lateral (select m.unit_id from unit_member m where m.org_id = $1 and m.person_id = p.id
        and m.valid_from <= $5 and (m.valid_to is null or m.valid_to > $5)
        and ($3::uuid[] is null or m.unit_id = any($3)) order by m.valid_from, m.unit_id limit 1) u on true
      where p.org_id = $1 and p.email is not null and p.erased_at is null
        and ($2::text is null or p.kind = $2) and ($3::uuid[] is null or u.unit_id is not null) and p.segments @> $4::jsonb
      order by p.id`,
    values: [tx.org, filter.kind ?? null, units, JSON.stringify(filter.segments ?? {}), await today(tx)],
  })
  return rows.map(row => ({ personId: row.id, locale: row.locale, unitId: row.unit_id, segments: {} }))
}

/** Recipients of the first occurrence of a list; a recurring list invites the same people again. */
export async function findCandidatesOfFirstOccurrence(tx: Tx, sendId: string): Promise<InvitationCandidate[]> {
  const rows = await tx.db
    .selectFrom('invitation')
    .select(['person_id', 'locale', 'unit_id', sql<Record<string, string>>`segments`.as('segments')])
    .where('org_id', '=', tx.org)
    .where('send_id', '=', sendId)
    .where('occurrence', '=', 1)
    .execute()
  return rows.map(row => ({ personId: row.person_id, locale: row.locale, unitId: row.unit_id, segments: row.segments }))
}

const CHUNK = 2_000

export interface PlannedOccurrence {
  sendId: string
  surveyId: string
  occurrence: number
  /** When each is due. */
  dueAt: (personId: string) => Date
}

export async function insertPlanned(tx: Tx, round: PlannedOccurrence, people: readonly InvitationCandidate[]): Promise<void> {
  for (let at = 0; at < people.length; at += CHUNK) {
    const some = people.slice(at, at + CHUNK)
    await tx.query({
      text: `insert into invitation (org_id, send_id, survey_id, occurrence, id, person_id, locale, unit_id, segments, due_at)
        select $1, $2, $3, $4, x.* from unnest($5::uuid[], $6::uuid[], $7::text[], $8::uuid[], $9::jsonb[], $10::timestamptz[]) x
        on conflict do nothing`,
      values: [
        tx.org,
        round.sendId,
        round.surveyId,
        round.occurrence,
        some.map(() => newId()),
        some.map(one => one.personId),
        some.map(one => one.locale),
        some.map(one => one.unitId),
        some.map(one => JSON.stringify(one.segments)),
        some.map(one => round.dueAt(one.personId)),
      ],
    })
  }
}

export interface DueInvitation {
  id: string
  send_id: string
  survey_id: string
  person_id: string
  locale: string | null
  unit_id: string | null
  segments: Record<string, string>
  forced: boolean
  sent_at: Date | null
  reminded_at: Date[]
  state: string
}

const due = (tx: Tx) =>
  tx.db
    .selectFrom('invitation')
    .select(['id', 'send_id', 'survey_id', 'person_id', 'locale', 'unit_id', 'forced', 'sent_at', 'reminded_at', 'state'])
    .select(sql<Record<string, string>>`segments`.as('segments'))
    .where('org_id', '=', tx.org)
    .forUpdate()
    .skipLocked()

/** Planned invitations whose time has come; what another node has in hand is passed over. */
export async function lockDueInvitations(tx: Tx, limit: number): Promise<DueInvitation[]> {
  return (await due(tx)
    .where('state', '=', 'planned')
    .where('due_at', '<=', tx.now)
    .orderBy('due_at')
    .limit(limit)
    .execute()) as DueInvitation[]
}

export async function lockToRemind(tx: Tx, limit: number): Promise<DueInvitation[]> {
  return (await due(tx)
    .where('next_reminder_at', '<=', tx.now)
    .orderBy('next_reminder_at')
    .limit(limit)
    .execute()) as DueInvitation[]
}

export interface Recipient {
  id: string
  name: string
  email: string | null
  locale: string | null
  segments: Record<string, string>
  opted_out_at: Date | null
  bounced_at: Date | null
}

/**
 * Locks people, in one order, until the end of the transaction: two sends that mean the same person decide one after the
 * other, and the second sees what the first has decided.
 */
export async function lockRecipients(tx: Tx, ids: readonly string[]): Promise<Map<string, Recipient>> {
  const { rows } = await tx.query<Recipient>({
    text: `select id, name, email, locale, segments, opted_out_at, bounced_at from person
      where org_id = $1 and id = any($2) and erased_at is null order by id for update`,
    values: [tx.org, [...new Set(ids)]],
  })
  return new Map(rows.map(row => [row.id, row]))
}

const invited = `select person_id, survey_id, asked_at from invitation where org_id = $1 and person_id = any($2) and asked_at >= $3
  and state in ('waiting', 'sent', 'started', 'answered', 'opted-out')`

/** Earlier invitations of these people that left or are about to, and what they were told without being asked. */
export async function contactsOf(tx: Tx, personIds: readonly string[], since: Date): Promise<Map<string, EarlierContact[]>> {
  const { rows } = await tx.query<{ person_id: string; survey_id: string; asked_at: Date }>({
    text: [invited, ...otherContacts.all()].join(' union all '),
    values: [tx.org, personIds, since],
  })
  const groups = Map.groupBy(rows, row => row.person_id)
  return new Map([...groups].map(([id, all]) => [id, all.map(row => ({ survey: row.survey_id, at: row.asked_at }))]))
}

/** Who of these wants nothing more from which survey: `person survey`. */
export async function optOutsOf(tx: Tx, personIds: readonly string[]): Promise<Set<string>> {
  const { rows } = await tx.query<{ person_id: string; survey_id: string }>({
    text: 'select person_id, survey_id from survey_opt_out where org_id = $1 and person_id = any($2)',
    values: [tx.org, personIds],
  })
  return new Set(rows.map(row => `${row.person_id} ${row.survey_id}`))
}

export async function saveHeld(
  tx: Tx,
  id: string,
  hold: { reason: string; until: Date | null; by: string | null },
): Promise<void> {
  await update(tx, id, { state: 'held', held_reason: hold.reason, held_until: hold.until, held_by: hold.by })
}

export async function saveAsked(tx: Tx, id: string, locale: string, tokenHash: Buffer | null): Promise<void> {
  await update(tx, id, { state: 'waiting', asked_at: tx.now, locale, token_hash: tokenHash })
}

export async function saveReminded(tx: Tx, id: string, reminded: Date[], next: Date | null): Promise<void> {
  await update(tx, id, { reminded_at: reminded, next_reminder_at: next })
}

async function update(tx: Tx, id: string, change: Updateable<Invitation>): Promise<void> {
  await tx.db.updateTable('invitation').set(change).where('org_id', '=', tx.org).where('id', '=', id).execute()
}

export async function unitNames(tx: Tx, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const { rows } = await tx.query<{ id: string; name: string }>({
    text: 'select id, name from unit where org_id = $1 and id = any($2)',
    values: [tx.org, [...new Set(ids.filter(Boolean))]],
  })
  return new Map(rows.map(row => [row.id, row.name]))
}

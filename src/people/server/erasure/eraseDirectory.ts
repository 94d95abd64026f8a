// @words everybody
import { eraseDetails } from '../../../activity/server/store.ts'
import { msg } from '../../../kit/i18n.ts'
import type { Tx } from '../../../kit/server/db.ts'
import { containing } from '../../../kit/server/like.ts'
import type { Eraser, Known } from '../personalData.ts'

/** The directory's own part: the person, their places, and their part in the record of what happened. */
export const directoryEraser: Eraser = {
  async preview(tx, person) {
    const n = await countTraces(tx, person)
    return [
      { what: msg('Name, address, phone, position and segments in the directory'), n: 1, fate: 'removed' },
      { what: msg('Places in units and teams, absences'), n: n.places, fate: 'removed' },
      { what: msg('Mails to them or about them'), n: n.mails, fate: 'removed' },
      { what: msg('Details in the record of what happened'), n: n.details, fate: 'removed' },
      { what: msg('Sealed entries in the record of what happened, without details'), n: n.details, fate: 'kept' },
    ]
  },
  async erase(tx, person) {
    await eraseDetails(tx, [person.id])
    await eraseMentions(tx, person)
    await eraseMails(tx, person)
    await erasePlaces(tx, person.id)
    await blankPerson(tx, person.id)
  },
}

/** Words that only this person has: their address and their full name (a short name is a word that others have too). */
const wordsOf = ({ email, name }: Known): string[] =>
  [email, name.trim().length >= 5 ? name.trim() : null].flatMap(word => (word ? [pattern(word)] : []))

/** What a mail about them says in any case: a word of theirs, or where to read about them. */
const mailMarksOf = (person: Known): string[] => [...wordsOf(person), ...person.pages.map(pattern)]

// As it stands inside a JSON text.
const pattern = (word: string) => containing(JSON.stringify(word).slice(1, -1))

async function countTraces(tx: Tx, person: Known): Promise<{ places: number; mails: number; details: number }> {
  const { rows } = await tx.query<{ places: number; mails: number; details: number }>({
    text: `select
        (select count(*) from unit_member where org_id = $1 and person_id = $2)::int
          + (select count(*) from team_member where org_id = $1 and person_id = $2)::int
          + (select count(*) from absence where org_id = $1 and person_id = $2)::int as places,
        (select count(*) from outbox where org_id = $1 and (recipient = $3 or payload::text ilike any($4)))::int as mails,
        (select count(*) from activity_link l join activity_detail d on d.org_id = $1 and d.activity_id = l.activity_id
          where l.org_id = $1 and l.subject_id = $2)::int as details`,
    values: [tx.org, person.id, person.email, mailMarksOf(person)],
  })
  return rows[0]!
}

/** Details of entries that name the person without being linked to them, and of what they did as a colleague. */
async function eraseMentions(tx: Tx, person: Known): Promise<void> {
  await tx.query({
    text: `delete from activity_detail d using activity a
      where d.org_id = $1 and a.org_id = $1 and a.id = d.activity_id
        and (d.detail::text ilike any($2) or a.actor_id = (select id::text from login where email = $3))`,
    values: [tx.org, wordsOf(person), person.email],
  })
}

// The rows stay, so that nothing is sent twice; what they said goes, and what still waited is not sent.
async function eraseMails(tx: Tx, person: Known): Promise<void> {
  await tx.query({
    text: `update outbox set payload = '{"erased": true}', error = null, reply = null,
        state = case when state in ('waiting', 'failed', 'unsure') then 'cancelled' else state end
      where org_id = $1 and (recipient = $2 or payload::text ilike any($3))`,
    values: [tx.org, person.email, mailMarksOf(person)],
  })
}

async function erasePlaces(tx: Tx, personId: string): Promise<void> {
  const values = [tx.org, personId]
  for (const text of [
    'delete from unit_member where org_id = $1 and person_id = $2',
    'delete from team_member where org_id = $1 and person_id = $2',
    'delete from absence where org_id = $1 and person_id = $2',
    'update absence set delegate_id = null where org_id = $1 and delegate_id = $2',
    'delete from reporting where org_id = $1 and person_id = $2',
    'update reporting set manager_id = null where org_id = $1 and manager_id = $2',
    'update customer_account set owner_id = null where org_id = $1 and owner_id = $2',
  ])
    await tx.query({ text, values })
}

/** An empty row stays, so that what refers to the person still refers to somebody. */
async function blankPerson(tx: Tx, personId: string): Promise<void> {
  await tx.query({
    text: `update person set external_id = null, email = null, name = '', title = null, phone = null, locale = null, user_id = null,
        account_id = null, segments = '{}', opted_out_at = null, bounced_at = null, erased_at = $3
      where org_id = $1 and id = $2`,
    values: [tx.org, personId, tx.now],
  })
}

// @words everybody
import { eraseDetails, eraseDetailsSaying } from '../../../activity/server/activityStore.ts'
import { msg } from '../../../kit/i18n.ts'
import type { Tx } from '../../../kit/server/db.ts'
import { containing } from '../../../kit/server/like.ts'
import type { Eraser, DataSubject } from '../personalDataPorts.ts'

/** The directory's own part: the person, their places, and their part in the record of what happened. */
export const directoryEraser: Eraser = {
  async preview(tx, person) {
    const n = await countTraces(tx, person)
    return [
      { what: msg('Name, address, phone, position and segments in the directory'), n: 1, fate: 'removed' },
      { what: msg('Places in units and teams, absences'), n: n.places, fate: 'removed' },
      { what: msg('Details in the record of what happened'), n: n.details, fate: 'removed' },
      { what: msg('Sealed entries in the record of what happened, without details'), n: n.details, fate: 'kept' },
    ]
  },
  async erase(tx, person) {
    await eraseDetails(tx, [person.id])
    await eraseDetailsSaying(tx, patternsOf(person), await loginOf(tx, person))
    await erasePlaces(tx, person.id)
    await blankPerson(tx, person.id)
  },
}

/** Words that only this person has: their address and their full name (a short name is a word that others have too). */
const patternsOf = ({ email, name }: DataSubject): string[] =>
  [email, name.trim().length >= 5 ? name.trim() : null].flatMap(word => (word ? [insideJson(word)] : []))

// As it stands inside a JSON text.
const insideJson = (word: string) => containing(JSON.stringify(word).slice(1, -1))

/** LIKE patterns that find mails about them: their e-mail, their name, or a link to a page about them. */
export const mailSearchPatternsOf = (person: DataSubject): string[] => [...patternsOf(person), ...person.pages.map(insideJson)]

async function countTraces(tx: Tx, person: DataSubject): Promise<{ places: number; details: number }> {
  const { rows } = await tx.query<{ places: number; details: number }>({
    text: `select
        (select count(*) from unit_member where org_id = $1 and person_id = $2)::int
          + (select count(*) from team_member where org_id = $1 and person_id = $2)::int
          + (select count(*) from absence where org_id = $1 and person_id = $2)::int as places,
        (select count(*) from activity_link l join activity_detail d on d.org_id = $1 and d.activity_id = l.activity_id
          where l.org_id = $1 and l.subject_id = $2)::int as details`,
    values: [tx.org, person.id],
  })
  return rows[0]!
}

/** Who they were when they did something as a colleague. */
async function loginOf(tx: Tx, { email }: DataSubject): Promise<string | null> {
  if (email === null) return null
  const row = await tx.db.selectFrom('login').select('id').where('email', '=', email).executeTakeFirst()
  return row?.id ?? null
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

import { nameOrEmailSql, displayNameSql } from '../personName.ts'
import { record } from '../../../activity/server/record.ts'
import { newId } from '../../../kit/ids.ts'
import type { Tx } from '../../../kit/server/db.ts'
import type { Day } from '../../day.ts'
import { findErasureDates, findErasureDate, liftErasure } from '../erasedIdentity.ts'
import { today } from '../today.ts'
import { unitManagers } from '../units.ts'

// What every room may ask of the directory.

export interface PersonName {
  id: string
  name: string
  email: string | null
}

export interface PersonLookup {
  email?: string | null | undefined
  externalId?: string | null | undefined
  name?: string | undefined
  phone?: string | undefined
  locale?: string | undefined
  kind?: 'staff' | 'contact' | undefined
}

/** The person with this external id or e-mail, made (as a customer's contact unless told) when nobody has it. */
export async function findOrCreatePerson(tx: Tx, wanted: PersonLookup): Promise<{ id: string; created: boolean }> {
  const email = wanted.email?.trim().toLowerCase() || null
  const externalId = wanted.externalId?.trim() || null
  if (!email && !externalId) throw new Error('A person is found by an e-mail address or an external id')
  const found = await findPerson(tx, email, externalId)
  if (found) return { id: found, created: false }
  const id = newId()
  const { rowCount } = await tx.query({
    name: 'person-create',
    text: `insert into person (org_id, id, external_id, email, name, kind, phone, locale, created_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing`,
    values: [
      tx.org,
      id,
      externalId,
      email,
      wanted.name?.trim() ?? '',
      wanted.kind ?? 'contact',
      wanted.phone ?? null,
      wanted.locale ?? null,
      tx.now,
    ],
  })
  // Somebody else made the same person a moment ago.
  if (!rowCount) return { id: (await findPerson(tx, email, externalId))!, created: false }
  await record(tx, 'person.created', { type: 'person', id }, { email, externalId, name: wanted.name })
  return { id, created: true }
}

/** The person behind an answer or an address; null when they were erased on request: nobody comes back by themselves. */
export async function findOrCreateContact(tx: Tx, wanted: PersonLookup): Promise<string | null> {
  const found = await findPerson(tx, wanted.email?.trim().toLowerCase() || null, wanted.externalId?.trim() || null)
  if (found) return found
  return (await findErasureDate(tx, wanted)) ? null : (await findOrCreatePerson(tx, wanted)).id
}

async function findPerson(tx: Tx, email: string | null, externalId: string | null): Promise<string | undefined> {
  const { rows } = await tx.query<{ id: string }>({
    name: 'person-find',
    text: `select id from person where org_id = $1 and external_id = $3
      union all select id from person where org_id = $1 and email = $2 limit 1`,
    values: [tx.org, email, externalId],
  })
  return rows[0]?.id
}

/** Many people at once, for imports: e-mail (in lower case) → id, making contacts of unknown addresses. Who was erased on request has none. */
export async function findOrCreateContacts(tx: Tx, emails: readonly string[]): Promise<Map<string, string>> {
  const named = [...new Set(emails.map(email => email.trim().toLowerCase()))].sort()
  const erased = (await findErasureDates(tx, named)).byEmail
  const wanted = named.filter(email => !erased.has(email))
  await tx.query({
    text: `insert into person (org_id, id, email, kind, created_at)
      select $1, id, email, 'contact', $4 from unnest($2::uuid[], $3::text[]) as fresh (id, email) on conflict do nothing`,
    values: [tx.org, wanted.map(() => newId()), wanted, tx.now],
  })
  const { rows } = await tx.query<{ id: string; email: string }>({
    text: 'select id, email from person where org_id = $1 and email = any($2)',
    values: [tx.org, wanted],
  })
  return new Map(rows.map(row => [row.email, row.id]))
}

/** Names by id, as they are shown: name, else e-mail, else external id. Erased people have none. */
export async function personNames(tx: Tx, ids: readonly string[]): Promise<Map<string, PersonName>> {
  const { rows } = await tx.query<PersonName>({
    name: 'person-names',
    text: `select id, email, ${displayNameSql('person')} as name from person where org_id = $1 and id = any($2)`,
    values: [tx.org, [...new Set(ids)]],
  })
  return new Map(rows.map(row => [row.id, row]))
}

/** The person behind a login: linked, or the colleague with the login's address. */
export async function personOfUser(tx: Tx, userId: string): Promise<PersonName | undefined> {
  const { rows } = await tx.query<PersonName>({
    name: 'person-of-user',
    text: `select p.id, p.email, ${nameOrEmailSql('p')} as name from person p
      where p.org_id = $1 and p.erased_at is null
        and (p.user_id = $2 or (p.user_id is null and p.email = (select email from login where id = $2)))
      order by p.user_id nulls last limit 1`,
    values: [tx.org, userId],
  })
  return rows[0]
}

/** The same, made and linked when the directory does not know the login yet. For transactions that write. */
export async function ensurePersonOfUser(tx: Tx, user: { id: string; email: string; name: string }): Promise<string> {
  const known = await personOfUser(tx, user.id)
  // Who joins as a member comes back of their own will.
  if (!known) await liftErasure(tx, [user])
  const { id } = known ?? (await findOrCreatePerson(tx, { ...user, kind: 'staff' }))
  await tx.db
    .updateTable('person')
    .set({ user_id: user.id, kind: 'staff' })
    .where('org_id', '=', tx.org)
    .where('id', '=', id)
    .where('user_id', 'is', null)
    .execute()
  return id
}

/** The login of a person, if they may sign in. */
export const userOfPerson = async (tx: Tx, personId: string): Promise<string | undefined> =>
  (await usersOfPersons(tx, [personId])).get(personId)

export async function usersOfPersons(tx: Tx, personIds: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await tx.query<{ id: string; user_id: string }>({
    name: 'users-of-persons',
    text: `select p.id, m.user_id from person p
      cross join lateral (select m.user_id from membership m join login l on l.id = m.user_id
        where m.org_id = p.org_id and (p.user_id = m.user_id or (p.user_id is null and p.email = l.email)) limit 1) m
      where p.org_id = $1 and p.id = any($2) and p.erased_at is null`,
    values: [tx.org, [...new Set(personIds)]],
  })
  return new Map(rows.map(row => [row.id, row.user_id]))
}

/** Whom a person reports to on a day: named as such, else the nearest other manager above one of their units. */
export async function managerOf(tx: Tx, personId: string, on?: Day): Promise<string | null> {
  const day = on ?? (await today(tx))
  const { rows } = await tx.query<{ manager_id: string | null; units: string[] }>({
    name: 'person-manager',
    text: `select
        (select manager_id from reporting r join person m on m.org_id = r.org_id and m.id = r.manager_id and m.erased_at is null
         where r.org_id = $1 and r.person_id = $2 and r.valid_from <= $3 and (r.valid_to is null or r.valid_to > $3)) as manager_id,
        array(select unit_id from unit_member where org_id = $1 and person_id = $2
          and valid_from <= $3 and (valid_to is null or valid_to > $3) order by valid_from, unit_id) as units`,
    values: [tx.org, personId, day],
  })
  if (rows[0]?.manager_id) return rows[0].manager_id
  for (const unit of rows[0]?.units ?? []) {
    for (const skip of [0, 1]) {
      const other = (await unitManagers(tx, unit, day, skip)).find(id => id !== personId)
      if (other) return other
    }
  }
  return null
}

/** A list may know the names of people whose address only is known so far. */
export async function saveNames(tx: Tx, people: readonly { email: string; name: string }[]): Promise<void> {
  const named = people.filter(person => person.name !== '')
  await tx.query({
    text: `update person p set name = x.name from unnest($2::text[], $3::text[]) x (email, name)
      where p.org_id = $1 and p.email = x.email and p.name = ''`,
    values: [tx.org, named.map(person => person.email), named.map(person => person.name)],
  })
}

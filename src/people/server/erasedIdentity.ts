import { createHmac, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto'
import { accountSettings } from '../../accounts/server/accountSettings.ts'
import { record } from '../../activity/server/record.ts'
import { may } from '../../kit/caller.ts'
import { AppError } from '../../kit/errors.ts'
import type { Tx } from '../../kit/server/db.ts'
import { deleteErased, erasedAmong, hasErased, insertErased } from './erasedStore.ts'

// Whoever was erased on request does not come back by themselves: an import or an answer that names them finds the hash of what
// they were known by. The hash is keyed, so that nobody finds the address by trying all of them on a copy of the database.

export interface PersonIdentifiers {
  email?: string | null | undefined
  externalId?: string | null | undefined
}

/** When those who were erased on request were erased, by what they were known by. */
export interface ErasureDates {
  byEmail: ReadonlyMap<string, Date>
  byExternalId: ReadonlyMap<string, Date>
}

export const rememberErased = (tx: Tx, identity: PersonIdentifiers): Promise<void> => insertErased(tx, hashesOf(tx.org, identity))

export async function findErasureDates(
  tx: Tx,
  emails: readonly string[],
  externalIds: readonly string[] = [],
): Promise<ErasureDates> {
  // Most organisations never erased anybody: nothing is hashed for them.
  if (!(await hasErased(tx))) return { byEmail: new Map(), byExternalId: new Map() }
  const byEmail = emails.map(email => [email, hashOf(tx.org, 'email', email.toLowerCase())] as const)
  const byExternalId = externalIds.map(id => [id, hashOf(tx.org, 'external id', id)] as const)
  const found = await erasedAmong(
    tx,
    [...byEmail, ...byExternalId].map(([, hash]) => hash),
  )
  const times = (all: readonly (readonly [string, Buffer])[]) =>
    new Map(all.flatMap(([word, hash]) => (found.has(hash.toString('hex')) ? [[word, found.get(hash.toString('hex'))!]] : [])))
  return { byEmail: times(byEmail), byExternalId: times(byExternalId) }
}

/** When somebody with this address or number was erased on request, if they were. */
export async function findErasureDate(tx: Tx, { email, externalId }: PersonIdentifiers): Promise<Date | undefined> {
  const found = await findErasureDates(tx, email ? [email] : [], externalId ? [externalId] : [])
  return [...found.byEmail.values(), ...found.byExternalId.values()][0]
}

/** Those people may be kept again: they asked for it themselves. Said in the record, without saying who. */
export async function liftErasure(tx: Tx, identities: readonly PersonIdentifiers[]): Promise<void> {
  const lifted = await deleteErased(
    tx,
    identities.flatMap(identity => hashesOf(tx.org, identity)),
  )
  if (lifted > 0) await record(tx, 'person.erasure_lifted', { type: 'org', id: tx.org }, { lifted })
}

export function refuseLifting(tx: Tx): void {
  if (!may(tx.caller, 'people.erase'))
    throw new AppError('forbidden', 'Only administrators take people back who were erased on request.')
}

export const erasedOnWords = (at: Date): string => `was erased on request on ${at.toISOString().slice(0, 10)}`

const hashesOf = (org: string, { email, externalId }: PersonIdentifiers): Buffer[] => [
  ...(email ? [hashOf(org, 'email', email.trim().toLowerCase())] : []),
  ...(externalId ? [hashOf(org, 'external id', externalId.trim())] : []),
]

const hashOf = (org: string, what: string, word: string): Buffer =>
  createHmac('sha256', key()).update(`${org}\n${what}\n${word}`).digest()

let known: { secret: string; key: KeyObject } | undefined

function key(): KeyObject {
  const { secret } = accountSettings.call()
  if (known?.secret !== secret)
    known = { secret, key: createSecretKey(Buffer.from(hkdfSync('sha256', secret, '', 'erased identity', 32))) }
  return known.key
}

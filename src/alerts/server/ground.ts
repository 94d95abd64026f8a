import { AppError } from '../../kit/errors.ts'
import type { Tx } from '../../kit/server/db.ts'
import { ensurePersonOfUser } from '../../people/server/persons.ts'
import { unitChain } from '../../people/server/units.ts'
import type { Ground, Owner } from '../routing.ts'
import type { RouteStep } from '../rule.ts'
import { findAccountOf, findOwnerLogin, findStaffByEmail, namesOf } from './groundStore.ts'

/** Reads what routing looks at: only as much of it as the route asks for. */
export async function readGround(
  tx: Tx,
  route: readonly RouteStep[],
  from: { unitId: string | null; personId: string | null },
): Promise<Ground> {
  const asks = new Set(route.map(step => step.to))
  const climbs = asks.has('unit-manager') || asks.has('skip')
  const emails = route.flatMap(step => (step.to === 'person' ? [step.email] : []))
  return {
    chain: climbs && from.unitId ? await levels(tx, from.unitId) : [],
    account: asks.has('account-owner') && from.personId ? await findAccountOf(tx, from.personId) : null,
    named: emails.length > 0 ? await findStaffByEmail(tx, emails) : new Map(),
    organisationOwner: await organisationOwner(tx),
  }
}

/** From a unit to the top. Of several managers the one who has been there longest counts. */
export async function levels(tx: Tx, unitId: string): Promise<Ground['chain']> {
  const chain = await unitChain(tx, unitId)
  return chain.map(({ name, managers }) => ({ unit: name, manager: managers[0] ?? null }))
}

/** The person behind the organisation's first owner: made when the directory does not know them yet, for somebody must be there. */
export async function organisationOwner(tx: Tx): Promise<Owner> {
  const known = await knownOwner(tx)
  if (known) return known
  const login = await findOwnerLogin(tx)
  if (!login) throw new AppError('conflict', 'This organisation has no owner. The operator of the installation can name one.')
  const id = await ensurePersonOfUser(tx, login)
  return (await namesOf(tx, [id])).get(id)!
}

/** The same for reading, where nobody is made: null until the directory knows the owner. */
export async function knownOwner(tx: Tx): Promise<Owner | null> {
  const personId = (await findOwnerLogin(tx))?.personId
  return (personId && (await namesOf(tx, [personId])).get(personId)) || null
}

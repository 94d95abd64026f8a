import { ok } from '../../kit/contract.ts'
import { AppError } from '../../kit/errors.ts'
import { type Context, implementOpen } from '../../kit/server/http/implement.ts'
import { sessionContract } from '../contract.ts'
import { permissionsOf } from '../permissions.ts'
import { sessionOf } from './identify.ts'
import type { SessionRow } from './identityStore.ts'
import { hasSecondFactor, orgsOf, saveSessionOrg } from './sessionStore.ts'

export const sessionRoom = implementOpen(sessionContract, {
  async session({ request, database }) {
    const session = await sessionOf(database, request)
    if (!session) return { user: null, org: null, orgs: [] }
    const [orgs, secondFactor] = await database.inSystem(async tx => [
      await orgsOf(tx, session.user_id),
      await hasSecondFactor(tx, session.user_id),
    ])
    const { user_id: id, email, name, operator } = session
    return { user: { id, email, name, operator, secondFactor }, org: currentOrg(session, orgs), orgs }
  },

  async switchOrg(context, { body }) {
    const session = await signedIn(context)
    await context.database.inSystem(async tx => {
      const org = (await orgsOf(tx, session.user_id)).find(o => o.id === body.orgId)
      if (!org)
        throw new AppError('forbidden', 'You are not a member of this organisation. Ask one of its owners for an invitation.')
      await saveSessionOrg(tx, session.id, session.user_id, org.id)
    })
    return ok
  },
})

/** For what a login may do whatever its organisation's state: the routes are public, the door is here. */
export async function signedIn({ request, database }: Context): Promise<SessionRow> {
  const session = await sessionOf(database, request)
  if (!session) throw new AppError('not_signed_in', 'Sign in first.')
  return session
}

function currentOrg(session: SessionRow, orgs: { id: string; name: string; status: string }[]) {
  const org = orgs.find(o => o.id === session.org_id && o.status === 'active')
  if (!org || !session.role) return null
  const { role, units } = session
  return { id: org.id, name: org.name, role, permissions: [...permissionsOf(role)], units }
}

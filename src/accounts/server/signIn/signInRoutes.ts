import { ok } from '../../../kit/contract.ts'
import { AppError } from '../../../kit/errors.ts'
import { implementOpen } from '../../../kit/server/http/implement.ts'
import { permissionsOf } from '../../permissions.ts'
import { signInContract } from '../../signInContract.ts'
import { clearCookie } from './cookie.ts'
import { sessionOf } from './identify.ts'
import type { SessionRow } from './identityStore.ts'
import { hasSecondFactor } from './secondFactorStore.ts'
import { endSession, orgsOf, saveSessionOrg } from './sessionStore.ts'
import { askForLink, askForReset, resetPassword, signInWithCode, signInWithLink, signInWithPassword } from './signIn.ts'
import { requireSession } from './requireSession.ts'

export const signInRoutes = implementOpen(signInContract, {
  signIn: (context, { body }) => signInWithPassword(context, body.email, body.password),

  async signInWithCode(context, { body }) {
    await signInWithCode(context, body.ticket, body.code)
    return ok
  },

  async askForLink(context, { body }) {
    await askForLink(context, body.email)
    return ok
  },

  signInWithLink: (context, { body }) => signInWithLink(context, body.token),

  async askForReset(context, { body }) {
    await askForReset(context, body.email)
    return ok
  },

  resetPassword: (context, { body }) => resetPassword(context, body.token, body.password),

  async signOut({ request, reply, database }) {
    const session = await sessionOf(database, request)
    if (session) await database.inSystem(tx => endSession(tx, session.user_id, session.id))
    clearCookie(reply)
    return ok
  },

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
    const session = await requireSession(context)
    await context.database.inSystem(async tx => {
      const org = (await orgsOf(tx, session.user_id)).find(o => o.id === body.orgId)
      if (!org)
        throw new AppError('forbidden', 'You are not a member of this organisation. Ask one of its owners for an invitation.')
      await saveSessionOrg(tx, session.id, session.user_id, org.id)
    })
    return ok
  },
})

function currentOrg(session: SessionRow, orgs: { id: string; name: string; status: string }[]) {
  const org = orgs.find(o => o.id === session.org_id && o.status === 'active')
  if (!org || !session.role) return null
  const { role, units, demo } = session
  return { id: org.id, name: org.name, role, permissions: [...permissionsOf(role)], units, demo }
}

import type { Verb } from '../../../kit/vocabulary.ts'
import { record } from '../../../activity/server/record.ts'
import { newId } from '../../../kit/ids.ts'
import type { Database, SystemTx, Tx } from '../../../kit/server/db.ts'
import type { Context } from '../../../kit/server/http/context.ts'
import { accountSettings } from '../accountSettings.ts'
import { cookieOf, setCookie } from './cookie.ts'
import { callerOfUser } from './identify.ts'
import { endSessionByToken, insertSession, orgsOf } from './sessionStore.ts'
import { hasSecondFactor } from './secondFactorStore.ts'
import { hashOf, newSecret } from '../secret.ts'
import { issueTicket } from './ticketStore.ts'

export interface Login {
  id: string
  name: string
  email: string
  last_org_id: string | null
}

export type SignInStep = { kind: 'signed-in' } | { kind: 'second-factor'; ticket: string }

/** After the first factor (password, link, invitation): in, or one step further when there is a second one. */
export async function completeFirstFactor(context: Context, login: Login, how: string): Promise<SignInStep> {
  const ticket = await context.database.inSystem(async tx =>
    (await hasSecondFactor(tx, login.id)) ? issueTicket(tx, 'second-factor', login.id) : undefined,
  )
  if (ticket) return { kind: 'second-factor', ticket }
  await startSession(context, login, how)
  return { kind: 'signed-in' }
}

/** A new session; the one this browser had before ends, so that no old cookie lives on. */
export async function startSession({ database, request, reply }: Context, login: Login, how: string): Promise<void> {
  const token = newSecret()
  const before = cookieOf(request)
  await asLogin(database, login, async (tx, orgId, note) => {
    if (before) await endSessionByToken(tx, hashOf(before))
    const userAgent = (request.headers['user-agent'] ?? '').slice(0, 300)
    const days = accountSettings.call().sessionDays
    const session = { id: newId(), tokenHash: hashOf(token), userId: login.id, orgId, userAgent, address: request.ip, days }
    await insertSession(tx, session)
    await note('login.signed-in', { how })
  })
  setCookie(reply, token)
}

type Note = (verb: Verb, detail?: Record<string, unknown>) => Promise<void>

/**
 * One transaction of a login's own affairs, recorded in the organisation where it was last at work. A login that
 * belongs to no active organisation has nobody to record for.
 */
export async function asLogin<T>(
  database: Database,
  login: Login,
  work: (tx: Tx | SystemTx, orgId: string | null, note: Note) => Promise<T>,
): Promise<T> {
  const home = await homeOf(database, login)
  if (!home) return database.inSystem(tx => work(tx, null, async () => {}))
  return database.inOrg(home.id, callerOfUser(login.id, login.name, home.role, null), tx =>
    work(tx, home.id, (verb, detail) => record(tx, verb, { type: 'login', id: login.id }, detail)),
  )
}

export async function homeOf(database: Database, login: Pick<Login, 'id' | 'last_org_id'>) {
  const orgs = (await database.inSystem(tx => orgsOf(tx, login.id))).filter(org => org.status === 'active')
  return orgs.find(org => org.id === login.last_org_id) ?? orgs[0]
}

import { record } from '../../../activity/server/record.ts'
import { AppError, badInput, notFound } from '../../../kit/errors.ts'
import type { Tx } from '../../../kit/server/db.ts'
import { announce } from '../../../kit/server/live.ts'
import type { Context } from '../../../kit/server/http/context.ts'
import { systemCaller } from '../../../kit/caller.ts'
import { needsToAccept, type Needs } from '../../member.ts'
import { whyNotPassword } from '../../password.ts'
import type { Role } from '../../permissions.ts'
import { type AttemptLimit, countAttempts } from '../signIn/attemptLimits.ts'
import { completeFirstFactor, type SignInStep } from '../signIn/startSession.ts'
import { callerOfUser, sessionOf } from '../signIn/identify.ts'
import { loginById, saveName, savePassword } from '../signIn/loginStore.ts'
import { tellJoined } from './memberJoined.ts'
import { lockInvitation, saveAcceptance } from './memberStore.ts'
import { orgByCode } from '../orgStore.ts'
import { hashPassword } from '../signIn/passwordHash.ts'
import { hashOf } from '../secret.ts'
import { saveSessionOrg } from '../signIn/sessionStore.ts'
import { proveAddress } from '../signIn/signIn.ts'

type FoundInvitation = NonNullable<Awaited<ReturnType<typeof lockInvitation>>> & { by: 'mail' | 'link'; needs: Needs }

/** What the page of an invitation shows. */
export async function readInvitation(context: Context, token: string) {
  const { org } = await doorOf(context, token)
  const session = await sessionOf(context.database, context.request)
  const found = await context.database.inOrg(org, systemCaller('invitation'), tx => findInvitation(tx, token, session?.user_id))
  return {
    org: found.org,
    email: found.email,
    name: found.name,
    role: found.role as Role,
    invitedBy: found.invited_by,
    needs: found.needs,
  }
}

export async function acceptInvitation(
  context: Context,
  token: string,
  given: { name?: string | undefined; password?: string | undefined },
): Promise<SignInStep> {
  const { org } = await doorOf(context, token)
  const session = await sessionOf(context.database, context.request)
  const why = given.password === undefined ? undefined : whyNotPassword(given.password)
  if (why) throw badInput('password', why)
  const passwordHash = given.password === undefined ? undefined : await hashPassword(given.password)
  const { login, needs } = await context.database.inOrg(org, systemCaller('invitation'), async tx => {
    const found = await findInvitation(tx, token, session?.user_id)
    if (found.needs === 'sign-in') throw new AppError('not_signed_in', `Sign in as ${found.email} to accept this invitation.`)
    if (found.needs === 'password') await firstPassword(tx, found, given.name, passwordHash)
    if (session && found.needs === 'nothing') await saveSessionOrg(tx, session.id, found.user_id, tx.org)
    await join(tx, found)
    return { login: await loginById(tx, found.user_id), needs: found.needs }
  })
  return needs === 'nothing' ? { kind: 'signed-in' } : completeFirstFactor(context, { ...login!, last_org_id: org }, 'invitation')
}

async function doorOf({ database, request }: Context, token: string): Promise<{ org: string }> {
  const door: AttemptLimit = { door: 'token', who: request.ip, most: 300 }
  await countAttempts(database.pool, [door])
  const org = await database.inSystem(tx => orgByCode(tx, token.slice(0, 6)))
  if (!org || org.status !== 'active') throw notFound('invitation')
  return { org: org.id }
}

async function findInvitation(tx: Tx, token: string, signedInAs: string | undefined): Promise<FoundInvitation> {
  const hash = hashOf(token)
  const row = await lockInvitation(tx, hash)
  if (!row || row.accepted_at) throw notFound('invitation')
  if (!row.invitation_expires_at || row.invitation_expires_at <= tx.now)
    throw new AppError('gone', `This invitation is too old. Ask ${row.invited_by ?? 'an administrator'} for a new one.`)
  const by = row.mail_hash?.equals(hash) ? 'mail' : 'link'
  const login = { id: row.user_id, verified: row.verified_at !== null, hasPassword: row.password_hash !== null }
  return { ...row, by, needs: needsToAccept(login, by, signedInAs) }
}

async function firstPassword(
  tx: Tx,
  found: FoundInvitation,
  name: string | undefined,
  passwordHash: string | undefined,
): Promise<void> {
  if (!passwordHash) throw badInput('password', 'Choose a password.')
  if (!name && !found.name) throw badInput('name', 'Tell your colleagues your name.')
  if (found.by === 'mail') await proveAddress(tx, found.user_id)
  await savePassword(tx, found.user_id, passwordHash)
  if (name) await saveName(tx, found.user_id, name)
}

async function join(tx: Tx, found: FoundInvitation): Promise<void> {
  await saveAcceptance(tx, found.user_id)
  const login = (await loginById(tx, found.user_id))!
  const joined = { ...tx, caller: callerOfUser(login.id, login.name, found.role as Role, null) }
  await tellJoined(joined, { userId: login.id, email: login.email, name: login.name })
  await record(joined, 'member.joined', { type: 'login', id: login.id }, { email: login.email, role: found.role })
  announce(tx, 'members', login.id)
}

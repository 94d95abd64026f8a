import { setTimeout as sleep } from 'node:timers/promises'
import { AppError, badInput } from '../../../kit/errors.ts'
import type { Context } from '../../../kit/server/http/context.ts'
import { whyNotPassword } from '../../password.ts'
import { clearAttempts, type AttemptLimit, countAttempts } from './attemptLimits.ts'
import { asLogin, completeFirstFactor, homeOf, type Login, type SignInStep, startSession } from './startSession.ts'
import { callerOfUser } from './identify.ts'
import { findLogin, loginById, savePassword, saveVerified } from './loginStore.ts'
import { mailResetLink, mailSecurityNotice, mailSignInLink } from '../mails.ts'
import { hashPassword, passwordFits } from './passwordHash.ts'
import { spendCode } from './secondFactor.ts'
import { deleteFactor } from './secondFactorStore.ts'
import { newId } from '../../../kit/ids.ts'
import type { SystemTx, Tx } from '../../../kit/server/db.ts'
import { endSessions } from './sessionStore.ts'
import { dropTickets, issueTicket, redeemTicket, ticketOwner, tryTicket } from './ticketStore.ts'

const wrongCredentials = () =>
  new AppError('wrong_credentials', 'Address and password do not fit together. Try again, or choose a new password.')
const spent = () => new AppError('gone', 'This link was used already, or is too old. Ask for a new one.')

export async function signInWithPassword(context: Context, email: string, password: string): Promise<SignInStep> {
  const { database, request } = context
  const own: AttemptLimit[] = [
    { door: 'password-here', who: `${email} ${request.ip}`, most: 10 },
    { door: 'password', who: email, most: 50 },
  ]
  await countAttempts(database.pool, [...own, { door: 'password-address', who: request.ip, most: 300 }])
  const login = await database.inSystem(tx => findLogin(tx, email))
  if (!(await passwordFits(password, login?.password_hash))) throw wrongCredentials()
  await clearAttempts(database.pool, own)
  return completeFirstFactor(context, login!, 'password')
}

const CODE_TRIES = 5

export async function signInWithCode(context: Context, ticket: string, code: string): Promise<void> {
  const { database, request } = context
  await countAttempts(database.pool, [{ door: 'token', who: request.ip, most: 300 }])
  const userId = await database.inSystem(tx => tryTicket(tx, 'second-factor', ticket, CODE_TRIES))
  if (!userId) throw new AppError('gone', 'This took too long, or too many tries. Sign in again.')
  const door: AttemptLimit[] = [{ door: 'code', who: userId, most: 10 }]
  await countAttempts(database.pool, door)
  const login = await database.inSystem(async tx => {
    if (!(await spendCode(tx, userId, code))) return undefined
    await redeemTicket(tx, 'second-factor', ticket)
    return loginById(tx, userId)
  })
  if (!login)
    throw new AppError('wrong_credentials', 'This code is not right, or was used already. Type the one your app shows now.')
  await clearAttempts(database.pool, door)
  await startSession(context, login, 'second factor')
}

export const askForLink = (context: Context, email: string) => mailTicket(context, email, 'link')
export const askForReset = (context: Context, email: string) => mailTicket(context, email, 'reset')

// An unknown address is answered like a known one, and not sooner.
const LEAST_MS = 200

async function mailTicket({ database, request }: Context, email: string, kind: 'link' | 'reset'): Promise<void> {
  await countAttempts(database.pool, [
    { door: 'mail', who: `${kind} ${email}`, most: 5 },
    { door: 'mail-address', who: request.ip, most: 100 },
  ])
  const mailed = async () => {
    const login = await database.inSystem(tx => findLogin(tx, email))
    const home = login && (await homeOf(database, login))
    if (!login || !home) return
    await database.inOrg(home.id, callerOfUser(login.id, login.name, home.role, null), async tx => {
      const token = await issueTicket(tx, kind, login.id)
      await (kind === 'link' ? mailSignInLink : mailResetLink)(tx, login, token)
    })
  }
  await Promise.all([mailed(), sleep(LEAST_MS)])
}

export async function signInWithLink(context: Context, token: string): Promise<SignInStep> {
  const { database, request } = context
  await countAttempts(database.pool, [{ door: 'token', who: request.ip, most: 300 }])
  const login = await database.inSystem(async tx => {
    const userId = await redeemTicket(tx, 'link', token)
    if (!userId) return undefined
    await proveAddress(tx, userId)
    return loginById(tx, userId)
  })
  if (!login) throw spent()
  return completeFirstFactor(context, login, 'link')
}

export async function resetPassword(context: Context, token: string, password: string): Promise<SignInStep> {
  const { database, request } = context
  await countAttempts(database.pool, [{ door: 'token', who: request.ip, most: 300 }])
  const why = whyNotPassword(password)
  if (why) throw badInput('password', why)
  const passwordHash = await hashPassword(password)
  const login = await database.inSystem(tx => ticketOwner(tx, 'reset', token))
  if (!login) throw spent()
  await changePassword(context, login, passwordHash, {
    first: async tx => {
      if (!(await redeemTicket(tx, 'reset', token))) throw spent()
      await proveAddress(tx, login.id)
    },
  })
  return completeFirstFactor(context, login, 'new password')
}

interface LoginChange {
  /** Runs before, in the same transaction. */
  first?: (tx: Tx | SystemTx) => Promise<void>
  /** The session that may go on. */
  except?: string
}

/** A new password ends every session and every link that was on its way. */
export async function changePassword(
  { database }: Context,
  login: Login,
  passwordHash: string,
  change: LoginChange,
): Promise<void> {
  await asLogin(database, login, async (tx, _org, note) => {
    await change.first?.(tx)
    await savePassword(tx, login.id, passwordHash)
    await dropTickets(tx, login.id)
    await endSessions(tx, login.id, change.except)
    await note('login.password-changed')
    if ('org' in tx) await mailSecurityNotice(tx, login, 'password', newId())
  })
}

/**
 * The mail was read, so the address is theirs. Whoever set a password before without that proof (an invitation link
 * can be passed on) is shown out.
 */
export async function proveAddress(tx: Tx | SystemTx, userId: string): Promise<void> {
  const login = await loginById(tx, userId)
  if (!login || login.verified_at) return
  await savePassword(tx, userId, null)
  await deleteFactor(tx, userId)
  await endSessions(tx, userId)
  await saveVerified(tx, userId)
}

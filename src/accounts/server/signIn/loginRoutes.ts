import QRCode from 'qrcode'
import { ok } from '../../../kit/contract.ts'
import { AppError, badInput, notFound } from '../../../kit/errors.ts'
import { newId } from '../../../kit/ids.ts'
import { implementOpen } from '../../../kit/server/http/implement.ts'
import type { Context } from '../../../kit/server/http/context.ts'
import { whyNotPassword } from '../../password.ts'
import { loginContract } from '../../signInContract.ts'
import { clearAttempts, type AttemptLimit, countAttempts } from './attemptLimits.ts'
import { asLogin } from './startSession.ts'
import { loginById, saveName } from './loginStore.ts'
import { mailSecurityNotice } from '../mails.ts'
import { hashPassword, passwordFits } from './passwordHash.ts'
import { beginFactor, confirmFactor, renewRecoveryCodes, spendCode } from './secondFactor.ts'
import { deleteFactor } from './secondFactorStore.ts'
import { endSession, endSessions, sessionsOf } from './sessionStore.ts'
import { changePassword } from './signIn.ts'
import { requireSession } from './requireSession.ts'

export const loginRoutes = implementOpen(loginContract, {
  async sessions(context) {
    const session = await requireSession(context)
    const rows = await context.database.inSystem(tx => sessionsOf(tx, session.user_id))
    const items = rows.map(row => ({
      id: row.id,
      current: row.id === session.id,
      userAgent: row.user_agent,
      address: row.address,
      createdAt: row.created_at.toISOString(),
      lastSeenAt: row.last_seen_at.toISOString(),
    }))
    return { items, nextCursor: null }
  },

  async endSession(context, { params }) {
    const { login } = await ownLogin(context)
    const ended = await asLogin(context.database, login, async (tx, _org, note) => {
      const found = await endSession(tx, login.id, params.id)
      if (found) await note('login.session-ended')
      return found
    })
    if (!ended) throw notFound('session')
    return ok
  },

  async endOtherSessions(context) {
    const { login, session } = await ownLogin(context)
    const ended = await asLogin(context.database, login, async (tx, _org, note) => {
      const n = await endSessions(tx, login.id, session.id)
      await note('login.sessions-ended', { n })
      return n
    })
    return { ended }
  },

  async rename(context, { body }) {
    const { login } = await ownLogin(context)
    await asLogin(context.database, login, async (tx, _org, note) => {
      await saveName(tx, login.id, body.name)
      await note('login.renamed', { from: login.name, to: body.name })
    })
    return ok
  },

  async changePassword(context, { body }) {
    const { login, session } = await ownLogin(context)
    if (login.password_hash) await refuseWithoutPassword(context, login, body.current ?? '')
    const why = whyNotPassword(body.password, login.email)
    if (why) throw badInput('password', why)
    await changePassword(context, login, await hashPassword(body.password), { except: session.id })
    return ok
  },

  async beginFactor(context, { body }) {
    const { login } = await ownLogin(context)
    await refuseWithoutPassword(context, login, body.password)
    const { uri } = await context.database.inSystem(tx => beginFactor(tx, login.id, login.email))
    const svg = await QRCode.toString(uri, { type: 'svg', margin: 2 })
    const secret = new URL(uri).searchParams.get('secret')!
    return { uri, secret, qr: `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}` }
  },

  async confirmFactor(context, { body }) {
    const { login } = await ownLogin(context)
    await countAttempts(context.database.pool, codeDoor(login.id))
    const recoveryCodes = await asLogin(context.database, login, async (tx, _org, note) => {
      const codes = await confirmFactor(tx, login.id, body.code)
      await note('login.second-factor-on')
      if ('org' in tx) await mailSecurityNotice(tx, login, 'factor-on', newId())
      return codes
    })
    return { recoveryCodes }
  },

  async renewRecoveryCodes(context, { body }) {
    const { login } = await ownLogin(context)
    await refuseWithoutPassword(context, login, body.password)
    const recoveryCodes = await asLogin(context.database, login, async (tx, _org, note) => {
      const codes = await renewRecoveryCodes(tx, login.id)
      await note('login.recovery-codes-renewed')
      return codes
    })
    return { recoveryCodes }
  },

  async removeFactor(context, { body }) {
    const { login } = await ownLogin(context)
    await refuseWithoutPassword(context, login, body.password)
    await countAttempts(context.database.pool, codeDoor(login.id))
    await asLogin(context.database, login, async (tx, _org, note) => {
      if (!(await spendCode(tx, login.id, body.code)))
        throw badInput('code', 'This code is not right. Type the one your app shows now.')
      await deleteFactor(tx, login.id)
      await note('login.second-factor-off')
      if ('org' in tx) await mailSecurityNotice(tx, login, 'factor-off', newId())
    })
    await clearAttempts(context.database.pool, codeDoor(login.id))
    return ok
  },
})

async function ownLogin(context: Context) {
  const session = await requireSession(context)
  const login = await context.database.inSystem(tx => loginById(tx, session.user_id))
  if (!login) throw new AppError('not_signed_in', 'Sign in first.')
  return { session, login }
}

/** Whoever sits at an open browser is not its owner: what changes the ways in asks for the password again. */
async function refuseWithoutPassword(
  { database }: Context,
  login: { id: string; password_hash: string | null },
  password: string,
): Promise<void> {
  const door: AttemptLimit[] = [{ door: 'password', who: login.id, most: 10 }]
  await countAttempts(database.pool, door)
  if (!login.password_hash) throw badInput('password', 'You have no password yet. Choose one first.')
  if (!(await passwordFits(password, login.password_hash)))
    throw badInput('password', 'This is not your password. Nothing was changed.')
  await clearAttempts(database.pool, door)
}

const codeDoor = (userId: string): AttemptLimit[] => [{ door: 'code', who: userId, most: 10 }]

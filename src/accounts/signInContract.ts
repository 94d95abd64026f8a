import { z } from 'zod'
import { contract, done, email, id, idParam, name, text } from '../kit/contract.ts'
import { LONGEST_PASSWORD } from './password.ts'
import { permissions, roles } from './permissions.ts'

export const password = text(LONGEST_PASSWORD, 1)
const token = text(200, 10)
const code = text(20, 6)

/** What follows a first factor: in, or the second one. */
export const step = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('signed-in') }),
  z.object({ kind: z.literal('second-factor'), ticket: z.string() }),
])

// These count their tries in the database, by address and by login: see server/signIn/attemptLimits.ts (the path is wrong today as well).
export const signInContract = contract({
  signIn: {
    method: 'POST',
    path: '/session',
    access: 'public',
    scope: 'public',
    summary: 'Sign in with address and password',
    body: z.object({ email, password }),
    reply: step,
  },
  signInWithCode: {
    method: 'POST',
    path: '/session/second-factors',
    access: 'public',
    scope: 'public',
    summary: 'Finish signing in with a code of the app, or a recovery code',
    body: z.object({ ticket: token, code }),
    reply: done,
  },
  askForLink: {
    method: 'POST',
    path: '/session/link-mails',
    access: 'public',
    scope: 'public',
    summary: 'Have a link to sign in mailed; the answer is the same for unknown addresses',
    body: z.object({ email }),
    reply: done,
  },
  signInWithLink: {
    method: 'POST',
    path: '/session/links',
    access: 'public',
    scope: 'public',
    summary: 'Sign in with the link from a mail',
    body: z.object({ token }),
    reply: step,
  },
  askForReset: {
    method: 'POST',
    path: '/password/reset-mails',
    access: 'public',
    scope: 'public',
    summary: 'Have a link to choose a new password mailed; the answer is the same for unknown addresses',
    body: z.object({ email }),
    reply: done,
  },
  resetPassword: {
    method: 'POST',
    path: '/password/resets',
    access: 'public',
    scope: 'public',
    summary: 'Choose a new password with the link from a mail; all sessions end',
    body: z.object({ token, password }),
    reply: step,
  },
  signOut: {
    method: 'DELETE',
    path: '/session',
    access: 'public',
    scope: 'own',
    summary: 'Sign out',
    reply: done,
  },
  session: {
    method: 'GET',
    path: '/session',
    access: 'public',
    scope: 'own',
    summary: 'Who is signed in, where, and what they may do',
    reply: z.object({
      user: z.object({ id, email: z.string(), name: z.string(), operator: z.boolean(), secondFactor: z.boolean() }).nullable(),
      org: z
        .object({
          id,
          name: z.string(),
          role: z.enum(roles),
          permissions: z.array(z.enum(permissions)),
          units: z.array(id).nullable(),
          /** The made-up organisation to look around in. */
          demo: z.boolean(),
        })
        .nullable(),
      orgs: z.array(z.object({ id, name: z.string(), role: z.enum(roles), status: z.string() })),
    }),
  },
  switchOrg: {
    method: 'POST',
    path: '/session/org',
    access: 'public',
    scope: 'own',
    summary: 'Go on in another organisation of the same login',
    body: z.object({ orgId: id }),
    reply: done,
  },
})

const recoveryCodes = z.object({ recoveryCodes: z.array(z.string()) })

// One's own login, whatever organisation it is at work in. Public in the table of routes; each asks for a session itself.
export const loginContract = contract({
  sessions: {
    method: 'GET',
    path: '/sessions',
    access: 'public',
    scope: 'own',
    summary: 'Where one is signed in',
    reply: z.object({
      items: z.array(
        z.object({
          id,
          current: z.boolean(),
          userAgent: z.string(),
          address: z.string(),
          createdAt: z.string(),
          lastSeenAt: z.string(),
        }),
      ),
      nextCursor: z.null(),
    }),
  },
  endSession: {
    method: 'DELETE',
    path: '/sessions/:id',
    access: 'public',
    scope: 'own',
    summary: 'End one session',
    params: idParam,
    reply: done,
  },
  endOtherSessions: {
    method: 'DELETE',
    path: '/sessions',
    access: 'public',
    scope: 'own',
    summary: 'End all sessions but this one',
    reply: z.object({ ended: z.number().int() }),
  },
  rename: {
    method: 'PATCH',
    path: '/login',
    access: 'public',
    scope: 'own',
    summary: 'Change one’s own name',
    body: z.object({ name }),
    reply: done,
  },
  changePassword: {
    method: 'PUT',
    path: '/password',
    access: 'public',
    scope: 'own',
    summary: 'Change one’s own password; all other sessions end',
    body: z.object({ current: password.optional(), password }),
    reply: done,
  },
  beginFactor: {
    method: 'POST',
    path: '/second-factor',
    access: 'public',
    scope: 'own',
    summary: 'Begin a second factor: what the authenticator app scans',
    body: z.object({ password }),
    reply: z.object({ uri: z.string(), secret: z.string(), qr: z.string().describe('An SVG image as a data: address') }),
  },
  confirmFactor: {
    method: 'POST',
    path: '/second-factor/confirmations',
    access: 'public',
    scope: 'own',
    summary: 'Switch the second factor on with its first code; the recovery codes are shown this once',
    body: z.object({ code }),
    reply: recoveryCodes,
  },
  renewRecoveryCodes: {
    method: 'POST',
    path: '/second-factor/recovery-codes',
    access: 'public',
    scope: 'own',
    summary: 'New recovery codes; the old ones end',
    body: z.object({ password }),
    reply: recoveryCodes,
  },
  removeFactor: {
    method: 'POST',
    path: '/second-factor/removals',
    access: 'public',
    scope: 'own',
    summary: 'Switch the second factor off',
    body: z.object({ password, code }),
    reply: done,
  },
})

// @words everybody
import { pathTo } from '../../kit/paths.ts'
import type { Translate } from '../../kit/i18n.ts'
import { translator } from '../../kit/translator.ts'
import type { Tx } from '../../kit/server/db.ts'
import { post } from '../../kit/server/outbox.ts'
import { accountSettings } from './accountSettings.ts'
import { ownOrg } from './orgStore.ts'
import { localeOfAddress } from './readerLocale.ts'
import { hashOf } from './secret.ts'

interface To {
  email: string
  name?: string
}

/** Where a page of the console is found, from outside. */
export const pageUrl = (path: string): string => `${accountSettings.call().publicUrl}${path}`

// A label, then a bare link on a line of its own: the mail room makes a button of it.

export async function mailResetLink(tx: Tx, to: To, token: string): Promise<void> {
  const { t } = await voiceOf(tx, to)
  await send(tx, t, to, token, t('Choose a new password'), [
    t('Somebody, probably you, asked for a new password for {email}. The link works once, within an hour.', { email: to.email }),
    `${t('Choose a new password')}:\n${pageUrl(pathTo('/reset-password/$token', { token }))}`,
    t('If it was not you, do nothing: your password stays as it is.'),
  ])
}

export async function mailSignInLink(tx: Tx, to: To, token: string): Promise<void> {
  const { t } = await voiceOf(tx, to)
  await send(tx, t, to, token, t('Your link to sign in'), [
    t('This link signs you in as {email}. It works once, within 15 minutes.', { email: to.email }),
    `${t('Sign in')}:\n${pageUrl(pathTo('/sign-in/$token', { token }))}`,
    t('If you did not ask for it, do nothing: nobody gets in without it.'),
  ])
}

export async function mailInvitation(tx: Tx, to: To, token: string): Promise<void> {
  const { t, org } = await voiceOf(tx, to)
  // A key has a name, but nobody knows it.
  const name = tx.caller.kind === 'user' ? tx.caller.name : org
  await send(tx, t, to, token, t('{name} invites you to {org}', { name, org }), [
    t('{name} invites you to work with the feedback of customers at {org}. The link works for seven days.', { name, org }),
    `${t('Accept the invitation')}:\n${pageUrl(pathTo('/invitations/$token', { token }))}`,
    t('If you do not know why you got this, do nothing: no account is opened without you.'),
  ])
}

/** Tells the owner of a login what was changed, so that a stranger's change does not stay unseen. */
export async function mailSecurityNotice(
  tx: Tx,
  to: To,
  change: 'password' | 'factor-on' | 'factor-off',
  id: string,
): Promise<void> {
  const { t } = await voiceOf(tx, to)
  const said = {
    password: t('Your password was changed'),
    'factor-on': t('Your second factor was switched on'),
    'factor-off': t('Your second factor was switched off'),
  }[change]
  await send(tx, t, to, id, said, [
    t('This concerns your login {email}. If it was you, there is nothing to do.', { email: to.email }),
    `${t('If it was not you, choose a new password now')}:\n${pageUrl(pathTo('/forgot-password'))}`,
  ])
}

async function voiceOf(tx: Tx, { email }: To) {
  const { name } = await ownOrg(tx)
  return { t: translator(await localeOfAddress(tx, email)), org: name }
}

async function send(tx: Tx, { locale }: Translate, to: To, secret: string, subject: string, blocks: string[]): Promise<void> {
  const key = `accounts ${hashOf(secret).toString('base64url').slice(0, 24)}`
  // Confidential: the Outbox shows its words to nobody but the installation's operator, because the link opens a login.
  const payload = { to: to.email, name: to.name || undefined, subject, text: blocks.join('\n\n'), locale, confidential: true }
  await post(tx, { kind: 'mail', key, payload })
}

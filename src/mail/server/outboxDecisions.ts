import type { Verb } from '../../kit/vocabulary.ts'
import { record } from '../../activity/server/record.ts'
import { AppError, notFound } from '../../kit/errors.ts'
import type { Tx } from '../../kit/server/db.ts'
import { announce } from '../../kit/server/live.ts'
import { wakeCarriers } from '../../kit/server/outbox.ts'
import { whyNotArrived, whyNotCancel, whyNotDeliver } from '../actions.ts'
import type { MailState } from '../contract.ts'
import { isDemo } from '../../accounts/server/orgStore.ts'
import { mailSettings } from './mailSettings.ts'
import { lockMail, releaseKept, saveMail } from './outboxStore.ts'

/** Sends a mail because a person says so: it was kept, failed, was called off, or may not have arrived. */
export async function deliver(tx: Tx, id: string): Promise<void> {
  await refuseInDemo(tx)
  await change(tx, id, 'waiting', 'mail.released', state => whyNotDeliver(state, !!mailSettings.call().smtpUrl))
}

async function refuseInDemo(tx: Tx): Promise<void> {
  if (await isDemo(tx))
    throw new AppError('not_allowed_now', 'This is the demo organisation: its mail is shown here and never sent.')
}

export const confirmArrival = (tx: Tx, id: string) => change(tx, id, 'sent', 'mail.arrived', state => whyNotArrived(state))

export const callOff = (tx: Tx, id: string) => change(tx, id, 'cancelled', 'mail.cancelled', state => whyNotCancel(state))

async function change(tx: Tx, id: string, to: MailState, verb: Verb, whyNot: (state: MailState) => string | undefined) {
  const mail = await lockMail(tx, id)
  if (!mail) throw notFound('mail')
  const reason = whyNot(mail.state)
  if (reason) throw new AppError('not_allowed_now', reason)
  if (to === 'waiting' && !mail.to)
    throw new AppError('not_allowed_now', 'What this mail said was deleted. There is nothing left to send.')
  await saveMail(tx, id, to)
  await record(tx, verb, { type: 'mail', id }, { to: mail.to, from: mail.state })
  announce(tx, 'outbox', id)
  tx.afterCommit(wakeCarriers)
}

/** Sends everything that was kept while there was no mail server. */
export async function deliverKept(tx: Tx): Promise<number> {
  await refuseInDemo(tx)
  const reason = whyNotDeliver('kept', !!mailSettings.call().smtpUrl)
  if (reason) throw new AppError('not_allowed_now', reason)
  const sent = await releaseKept(tx)
  if (sent > 0) await record(tx, 'mail.kept_released', { type: 'org', id: tx.org }, { sent })
  announce(tx, 'outbox')
  tx.afterCommit(wakeCarriers)
  return sent
}

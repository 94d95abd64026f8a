import type { Tx } from '../../../kit/server/db.ts'
import { announce } from '../../../kit/server/live.ts'
import type { MailDelivery } from '../../../mail/server/deliveryWatchers.ts'
import { readOwnOrganisation } from '../../../surveys/server/publicOrganisation.ts'
import { findPublishedSurvey } from '../../../surveys/server/published.ts'
import { saveBounced, saveFailed, saveNextReminder, saveSent } from '../store/outcomeStore.ts'
import { nextReminder } from '../invite/remind.ts'
import { hoursOf, readRules } from '../store/sendingRuleStore.ts'
import { findSend } from '../store/sendStore.ts'

const invitationOf = (key: string): string | undefined => /^invitation ([0-9a-f-]{36})$/.exec(key)?.[1]

/** Follows the mail of an invitation: it left, and may be reminded of; or it could not be delivered. */
export async function followDelivery(tx: Tx, { key, state, error }: MailDelivery): Promise<void> {
  const id = invitationOf(key)
  if (!id) return
  if (state === 'failed') return saveFailed(tx, id, error ?? '')
  const sent = await saveSent(tx, id)
  announce(tx, 'sends')
  if (!sent?.sent_at) return
  const send = await findSend(tx, sent.send_id)
  if (!send?.reminders.length || send.state === 'cancelled') return
  const [survey, rules, { zone }] = [
    await findPublishedSurvey(tx, sent.survey_id),
    await readRules(tx),
    await readOwnOrganisation(tx),
  ]
  const invited = { sentAt: sent.sent_at, reminders: [], state: 'sent' as const }
  const next = nextReminder(invited, send.reminders, hoursOf(rules, zone), survey?.closes_at ?? null, tx.now)
  await saveNextReminder(tx, id, next)
}

export const followBounce = (tx: Tx, { address, reason }: { address: string; reason: string }): Promise<void> =>
  saveBounced(tx, address, reason)

import { record } from '../../../activity/server/record.ts'
import { AppError, notFound } from '../../../kit/errors.ts'
import type { Tx } from '../../../kit/server/db.ts'
import { announce } from '../../../kit/server/live.ts'
import { enqueue } from '../../../kit/server/queue.ts'
import { callOffByKey } from '../../../mail/server/callOff.ts'
import { inviteNow } from '../invite/inviteJob.ts'
import { invitationKey } from '../invite/postInvitation.ts'
import { cancelOpen, findStoredInvitation, saveReleased } from '../store/outcomeStore.ts'
import { lockSend, saveSend } from '../store/sendStore.ts'

/** Stops a send: nobody else is asked, nobody is reminded. What has left has left. */
export async function cancelSend(tx: Tx, id: string): Promise<number> {
  const send = await lockSend(tx, id)
  if (!send) throw notFound('send')
  if (send.state === 'cancelled') throw new AppError('not_allowed_now', 'This send was stopped already.')
  const stopped = await cancelOpen(tx, id)
  await callOffByKey(tx, stopped.map(invitationKey), 'The send was stopped.')
  await saveSend(tx, id, { state: 'cancelled', next_at: null, ended_at: tx.now })
  await record(
    tx,
    'survey.send_cancelled',
    { type: 'survey', id: send.survey_id, also: [id] },
    { sendId: id, stopped: stopped.length },
  )
  announce(tx, 'sends', id)
  return stopped.length
}

/** Asks somebody although the contact-frequency rule held the invitation back. What a person said of themselves stands. */
export async function inviteAnyway(tx: Tx, id: string): Promise<void> {
  const invitation = await findStoredInvitation(tx, id)
  if (!invitation) throw notFound('invitation')
  if (invitation.state !== 'held') throw new AppError('not_allowed_now', 'Only an invitation that was held back can be released.')
  await saveReleased(tx, id)
  await record(
    tx,
    'survey.invitation_released',
    { type: 'survey', id: invitation.surveyId, also: [invitation.personId] },
    { invitationId: id },
  )
  await enqueue(tx, inviteNow, {})
}

import { record } from '../../../activity/server/record.ts'
import type { Tx } from '../../../kit/server/db.ts'
import { callOffByKey } from '../../../mail/server/callOff.ts'
import { markOptedOut } from '../../../people/server/reachability.ts'
import { invitationKey } from '../invite/postInvitation.ts'
import { deleteOptOuts, endForPerson, insertOptOut, type StoredInvitation } from '../store/outcomeStore.ts'
import { optOutsOf, lockRecipients } from '../invite/invitationStore.ts'

export type OptOutScope = 'none' | 'survey' | 'all'

/** Whose wish it is, and the survey that the mail was about; null where it was about none. */
type OptOutSubject = Pick<StoredInvitation, 'personId'> & { surveyId: string | null }

/** What a person wants of us from now on. Saying it again changes nothing. */
export async function setOptOut(tx: Tx, { personId, surveyId }: OptOutSubject, wish: OptOutScope): Promise<void> {
  if (wish === 'none') {
    await markOptedOut(tx, personId, false)
    await deleteOptOuts(tx, personId)
    return
  }
  if (wish === 'all' || surveyId === null) await markOptedOut(tx, personId, true)
  else {
    await insertOptOut(tx, personId, surveyId)
    await record(tx, 'person.opted_out', { type: 'person', id: personId, also: [surveyId] })
  }
  const ended = await endForPerson(tx, personId, wish === 'all' ? null : surveyId)
  await callOffByKey(tx, ended.map(invitationKey), 'This person wants no more questions.')
}

/** What holds now. */
export async function readOptOut(tx: Tx, { personId, surveyId }: OptOutSubject): Promise<OptOutScope> {
  const person = (await lockRecipients(tx, [personId])).get(personId)
  if (person?.opted_out_at) return 'all'
  return (await optOutsOf(tx, [personId])).has(`${personId} ${surveyId}`) ? 'survey' : 'none'
}

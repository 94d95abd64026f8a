import type { Tx } from '../../../kit/server/db.ts'
import { announce } from '../../../kit/server/live.ts'
import { decideReminder, type InvitationProgress } from '../../reminders.ts'
import type { SendingHours } from '../../sendingHours.ts'
import { readOwnOrganisation } from '../../../surveys/server/publicOrganisation.ts'
import { readSendsWithSurveys } from './inviteDue.ts'
import {
  type Recipient,
  type DueInvitation,
  lockRecipients,
  lockToRemind,
  optOutsOf,
  saveReminded,
  unitNames,
} from './invitationStore.ts'
import { postReminder } from './postInvitation.ts'
import { hoursOf, readRules } from '../store/sendingRuleStore.ts'

const BATCH = 100

/** Reminds those whose time has come and who have not answered. Returns how many were looked at. */
export async function remindDue(tx: Tx): Promise<number> {
  const rows = await lockToRemind(tx, BATCH)
  if (rows.length === 0) return 0
  const organisation = await readOwnOrganisation(tx)
  const rules = await readRules(tx)
  const hours = hoursOf(rules, organisation.zone)
  const ids = rows.map(row => row.person_id)
  const [people, optOuts] = [await lockRecipients(tx, ids), await optOutsOf(tx, ids)]
  const units = await unitNames(
    tx,
    rows.map(row => row.unit_id),
  )
  const sends = await readSendsWithSurveys(tx, rows)
  for (const row of rows) {
    const { send, survey } = sends.get(row.send_id)!
    const person = people.get(row.person_id)
    if (!survey || survey.state !== 'live' || send.state === 'cancelled') {
      await saveReminded(tx, row.id, row.reminded_at, null)
      continue
    }
    const invited = { sentAt: row.sent_at!, reminders: row.reminded_at, state: stateOf(row, person, optOuts) }
    const decision = decideReminder(invited, send.reminders, hours, survey.closes_at, tx.now)
    if (decision.kind !== 'send') {
      await saveReminded(tx, row.id, row.reminded_at, decision.kind === 'wait' ? decision.until : null)
      continue
    }
    const letter = {
      row,
      send,
      survey,
      person: person!,
      organisation,
      unit: units.get(row.unit_id ?? '') ?? null,
      everyDays: rules.acrossSurveys,
    }
    await postReminder(tx, letter, decision.number)
    const reminders = [...row.reminded_at, tx.now]
    await saveReminded(
      tx,
      row.id,
      reminders,
      nextReminder({ ...invited, reminders }, send.reminders, hours, survey.closes_at, tx.now),
    )
  }
  announce(tx, 'sends')
  return rows.length
}

function stateOf(row: DueInvitation, person: Recipient | undefined, optOuts: ReadonlySet<string>): InvitationProgress['state'] {
  if (!person?.email || person.bounced_at) return 'bounced'
  if (person.opted_out_at || optOuts.has(`${row.person_id} ${row.survey_id}`)) return 'opted-out'
  return row.state as InvitationProgress['state']
}

/** When the next reminder is due; null when there is none. */
export function nextReminder(
  invited: InvitationProgress,
  days: readonly number[],
  hours: SendingHours,
  closesAt: Date | null,
  now: Date,
): Date | null {
  const decision = decideReminder(invited, days, hours, closesAt, now)
  return decision.kind === 'wait' ? decision.until : decision.kind === 'send' ? now : null
}

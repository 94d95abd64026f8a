import type { Tx } from '../../../kit/server/db.ts'
import { announce } from '../../../kit/server/live.ts'
import { nextOpen } from '../../sendingHours.ts'
import { readOwnOrganisation } from '../../../surveys/server/publicOrganisation.ts'
import { findPublishedSurvey, type PublishedSurvey } from '../../../surveys/server/published.ts'
import { createInvitationDecider, type InvitationDecider } from './decideInvitation.ts'
import { type DueInvitation, lockDueInvitations, lockRecipients, saveAsked, saveHeld, unitNames } from './invitationStore.ts'
import { type InvitationLetter, postInvitation } from './postInvitation.ts'
import { frequencyOf, hoursOf, readRules } from '../store/sendingRuleStore.ts'
import { findSend, type SendRecord } from '../store/sendStore.ts'
import { hashOfToken, personalToken } from './token.ts'

const BATCH = 100

/**
 * Decides about the invitations whose time has come, some at a time: lock the people, judge, post the mail or note why not.
 * Returns how many were decided.
 */
export async function inviteDue(tx: Tx): Promise<number> {
  const rows = await lockDueInvitations(tx, BATCH)
  if (rows.length === 0) return 0
  const organisation = await readOwnOrganisation(tx)
  const ids = rows.map(row => row.person_id)
  const people = await lockRecipients(tx, ids)
  const rules = await readRules(tx)
  const judge = await createInvitationDecider(tx, ids, frequencyOf(rules, organisation.zone))
  const hours = hoursOf(rules, organisation.zone)
  const units = await unitNames(
    tx,
    rows.map(row => row.unit_id),
  )
  const sends = await readSendsWithSurveys(tx, rows)
  for (const row of rows) {
    const { send, survey } = sends.get(row.send_id)!
    const person = people.get(row.person_id)
    const verdict = decideFor(row, survey, judge, person, tx.now)
    if (verdict.kind === 'hold') {
      await saveHeld(tx, row.id, { ...verdict, until: verdict.until && (nextOpen(verdict.until, hours) ?? verdict.until) })
      continue
    }
    const letter: InvitationLetter = {
      row,
      send,
      survey: survey!,
      person: person!,
      organisation,
      unit: units.get(row.unit_id ?? '') ?? null,
      everyDays: rules.acrossSurveys,
    }
    const locale = await postInvitation(tx, letter)
    const hash = send.link_id ? null : hashOfToken(personalToken(organisation.code, row.id))
    await saveAsked(tx, row.id, locale, hash)
  }
  announce(tx, 'sends')
  return rows.length
}

function decideFor(
  row: DueInvitation,
  survey: PublishedSurvey | undefined,
  judge: InvitationDecider,
  person: Parameters<InvitationDecider>[1],
  now: Date,
) {
  const open = survey?.state === 'live' && (survey.closes_at === null || survey.closes_at > now)
  if (!open) return { kind: 'hold', reason: 'closed', until: null, by: null } as const
  return judge({ personId: row.person_id, surveyId: row.survey_id, forced: row.forced }, person)
}

export async function readSendsWithSurveys(
  tx: Tx,
  rows: readonly DueInvitation[],
): Promise<Map<string, { send: SendRecord; survey: PublishedSurvey | undefined }>> {
  const found = new Map<string, { send: SendRecord; survey: PublishedSurvey | undefined }>()
  for (const { send_id, survey_id } of rows)
    if (!found.has(send_id))
      found.set(send_id, { send: (await findSend(tx, send_id))!, survey: await findPublishedSurvey(tx, survey_id) })
  return found
}

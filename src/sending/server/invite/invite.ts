import type { Tx } from '../../../kit/server/db.ts'
import { announce } from '../../../kit/server/live.ts'
import { nextOpen } from '../../hours.ts'
import { ownOrganisation } from '../../../surveys/server/organisation.ts'
import { findPublished, type Published } from '../../../surveys/server/published.ts'
import { judgeFor, type Judge } from './decide.ts'
import { type Due, lockDue, lockPeople, saveAsked, saveHeld, unitNames } from './invitationStore.ts'
import { type Letter, postInvitation } from './letter.ts'
import { frequencyOf, hoursOf, readRules } from '../store/ruleStore.ts'
import { findSend, type Send } from '../store/sendStore.ts'
import { hashOfToken, personalToken } from './token.ts'

const BATCH = 100

/**
 * Decides about the invitations whose time has come, some at a time: lock the people, judge, post the mail or note why not.
 * Returns how many were decided.
 */
export async function inviteDue(tx: Tx): Promise<number> {
  const rows = await lockDue(tx, BATCH)
  if (rows.length === 0) return 0
  const organisation = await ownOrganisation(tx)
  const ids = rows.map(row => row.person_id)
  const people = await lockPeople(tx, ids)
  const rules = await readRules(tx)
  const judge = await judgeFor(tx, ids, frequencyOf(rules, organisation.zone))
  const hours = hoursOf(rules, organisation.zone)
  const units = await unitNames(
    tx,
    rows.map(row => row.unit_id),
  )
  const sends = await surveysOf(tx, rows)
  for (const row of rows) {
    const { send, survey } = sends.get(row.send_id)!
    const person = people.get(row.person_id)
    const verdict = verdictOn(row, survey, judge, person, tx.now)
    if (verdict.kind === 'hold') {
      await saveHeld(tx, row.id, { ...verdict, until: verdict.until && (nextOpen(verdict.until, hours) ?? verdict.until) })
      continue
    }
    const letter: Letter = {
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

function verdictOn(row: Due, survey: Published | undefined, judge: Judge, person: Parameters<Judge>[1], now: Date) {
  const open = survey?.state === 'live' && (survey.closes_at === null || survey.closes_at > now)
  if (!open) return { kind: 'hold', reason: 'closed', until: null, by: null } as const
  return judge({ personId: row.person_id, surveyId: row.survey_id, forced: row.forced }, person)
}

export async function surveysOf(
  tx: Tx,
  rows: readonly Due[],
): Promise<Map<string, { send: Send; survey: Published | undefined }>> {
  const found = new Map<string, { send: Send; survey: Published | undefined }>()
  for (const { send_id, survey_id } of rows)
    if (!found.has(send_id))
      found.set(send_id, { send: (await findSend(tx, send_id))!, survey: await findPublished(tx, survey_id) })
  return found
}

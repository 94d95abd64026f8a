import { newId } from '../../kit/ids.ts'
import { coarseId } from '../../kit/server/coarse.ts'
import type { Tx } from '../../kit/server/db.ts'
import { invitationsFor } from '../invitations.ts'
import type { DemoSurvey } from '../surveys.ts'
import type { SeededAnswers } from './seedAnswers.ts'

const MINUTE = 60_000

/** Who was asked by mail: without them nobody could say how many of them answered. */
export async function seedInvitations(tx: Tx, { surveys, answers, byMail }: SeededAnswers): Promise<void> {
  const asked = invitationsFor(answers, ({ id }) => byMail.has(id))
  const sends = new Map<DemoSurvey, string>()
  for (const survey of new Set(asked.map(one => one.survey))) sends.set(survey, await insertSend(tx, surveys[survey].id))
  const ago = (minutes: number | null) => (minutes === null ? null : new Date(tx.now.getTime() - minutes * MINUTE))
  const rows = asked.map(({ survey, turn, who, sentMinutesAgo, answeredMinutesAgo }) => {
    const sentAt = ago(sentMinutesAgo)!
    return { id: coarseId(sentAt), survey, turn, who, sentAt, answeredAt: ago(answeredMinutesAgo) }
  })
  await tx.query({
    text: `insert into invitation (org_id, id, send_id, survey_id, occurrence, person_id, locale, unit_id, state, due_at, asked_at, sent_at, answered_at)
      select $1, i.id, i.send, i.survey, i.turn, i.person, i.locale, i.unit, case when i.answered is null then 'sent' else 'answered' end,
        i.sent, i.sent, i.sent, i.answered
      from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::int[], $6::uuid[], $7::text[], $8::uuid[], $9::timestamptz[], $10::timestamptz[])
        as i (id, send, survey, turn, person, locale, unit, sent, answered)`,
    values: [
      tx.org,
      rows.map(({ id }) => id),
      rows.map(({ survey }) => sends.get(survey)!),
      rows.map(({ survey }) => surveys[survey].id),
      rows.map(({ turn }) => turn),
      rows.map(({ who }) => who.personId),
      rows.map(({ who }) => who.customer!.locale),
      rows.map(({ who }) => who.unitId),
      rows.map(({ sentAt }) => sentAt),
      rows.map(({ answeredAt }) => answeredAt),
    ],
  })
}

async function insertSend(tx: Tx, survey: string): Promise<string> {
  const id = newId()
  await tx.query({
    text: `insert into send (org_id, id, survey_id, audience, message, schedule, state, created_by, created_at, ended_at)
      values ($1, $2, $3, '{"people": {"kind": "contact"}}', '{}', '{"kind": "now"}', 'done', $4, $5, $5)`,
    values: [tx.org, id, survey, tx.caller.name, tx.now],
  })
  return id
}

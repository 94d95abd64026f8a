import { may } from '../../../kit/caller.ts'
import { AppError, notFound } from '../../../kit/errors.ts'
import type { Tx } from '../../../kit/server/db.ts'
import { requirePerson } from '../../../people/server/person/personRoutes.ts'
import { maySeeUnit } from '../../../people/server/units.ts'
import { isScored, scaleOf } from '../../../surveys/question.ts'
import { readQuestionnaireVersion } from '../../../surveys/server/published.ts'
import { findSurvey } from '../../../surveys/server/surveyStore.ts'
import type { EarlierResponse } from '../../responseContextContract.ts'
import { segmentValues } from '../numbers/countStore.ts'
import { responseFilterOf } from '../numbers/responseFilter.ts'
import { alertsOfResponse } from '../read/alertsOfResponse.ts'
import { findResponse } from '../read/responseStore.ts'
import { countBy, findInvitation, type EarlierResponseRow, readEarlierResponses } from './responseContextStore.ts'

/** What a survey's responses can be narrowed to. */
export async function facetsOf(tx: Tx, survey: string) {
  if (!(await findSurvey(tx, survey))) throw notFound('survey')
  const cut = await responseFilterOf(tx, survey, {})
  return {
    sources: await countBy(tx, 'source', cut),
    locales: await countBy(tx, 'locale', cut),
    segments: await segmentValues(tx, survey),
  }
}

/** How a response came about, what it led to, what the same person answered elsewhere. Of an anonymous survey only what it led to. */
export async function responseContextOf(tx: Tx, id: string) {
  const row = await findResponse(tx, id)
  const survey = row && (await findSurvey(tx, row.survey_id))
  if (!row || !survey || !(await maySeeUnit(tx, row.unit_id))) throw notFound('response')
  const alerts = may(tx.caller, 'alerts.read') ? await alertsOfResponse.call(tx, id) : []
  const named = !survey.anonymous && may(tx.caller, 'people.read')
  return {
    alerts,
    invitation: named && row.invitation_id ? await invitationOf(tx, row.invitation_id) : null,
    others: named && row.person_id ? await elsewhere(tx, row.person_id, id) : [],
  }
}

async function invitationOf(tx: Tx, id: string) {
  const found = await findInvitation(tx, id)
  if (!found) return null
  const at = (time: Date | null) => time?.toISOString() ?? null
  return {
    id,
    askedAt: at(found.asked_at),
    sentAt: at(found.sent_at),
    remindedAt: found.reminded_at.map(time => time.toISOString()),
    answeredAt: at(found.answered_at),
  }
}

/** What one person answered over all channels. */
export async function answersOfPerson(tx: Tx, id: string): Promise<EarlierResponse[]> {
  if (!may(tx.caller, 'people.read')) throw new AppError('forbidden', 'Your role may not see whose an answer is.')
  await requirePerson(tx, id)
  return elsewhere(tx, id, null)
}

async function elsewhere(tx: Tx, personId: string, except: string | null): Promise<EarlierResponse[]> {
  const seen: EarlierResponse[] = []
  for (const row of await readEarlierResponses(tx, personId, except)) {
    if (await maySeeUnit(tx, row.unitId)) seen.push(await earlierResponseReply(tx, row))
  }
  return seen
}

async function earlierResponseReply(
  tx: Tx,
  { id, surveyId, surveyName, version, respondedAt, numbers, comment }: EarlierResponseRow,
): Promise<EarlierResponse> {
  const question = (await readQuestionnaireVersion(tx, surveyId, version))?.questions.find(
    one => isScored(one) && numbers[one.id] !== undefined,
  )
  const scale = question && scaleOf(question)
  return {
    id,
    survey: { id: surveyId, name: surveyName },
    respondedAt: respondedAt.toISOString(),
    score:
      question && scale ? { value: numbers[question.id]!, min: scale.min, max: scale.max, nps: question.kind === 'nps' } : null,
    comment,
  }
}

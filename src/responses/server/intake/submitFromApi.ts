import { badInput, AppError } from '../../../kit/errors.ts'
import type { Input } from '../../../kit/contract.ts'
import type { Tx } from '../../../kit/server/db.ts'
import { findOrCreateContact } from '../../../people/server/person/persons.ts'
import { maySeeUnit } from '../../../people/server/units.ts'
import { checkAnswers } from '../../../surveys/answers.ts'
import { requireUnitId } from '../../../surveys/server/links.ts'
import { requirePublishedSurvey } from '../../../surveys/server/published.ts'
import type { responsesContract } from '../../contract.ts'
import { submitOrRefuse } from './submit.ts'

type SubmissionBody = Input<(typeof responsesContract)['submitResponse']>['body']

// Clocks of other systems may run a little ahead of ours.
const AHEAD_MS = 5 * 60_000

/** One response that another system hands over. */
export async function submitFromApi(tx: Tx, surveyId: string, body: SubmissionBody): Promise<{ id: string; alertIds: string[] }> {
  const survey = await requirePublishedSurvey(tx, surveyId)
  const { answers, problems } = checkAnswers(survey.questionnaire, body.answers, { finish: true })
  if (problems.length) throw new AppError('bad_input', `${problems[0]!.path}: ${problems[0]!.message}`, problems)
  if (Object.keys(answers).length === 0) throw badInput('answers', 'Send an answer to at least one question.')
  if (survey.questionnaire.anonymous && body.person)
    throw badInput('person', 'This survey is anonymous: nothing may be sent that names who answered.')
  const respondedAt = timeOf(tx, body.respondedAt)
  const unitId = body.unit === undefined ? null : await requireUnitId(tx, body.unit)
  if (!(await maySeeUnit(tx, unitId))) throw badInput('unit', 'You may only hand in answers for units that you may see.')
  const personId = body.person ? await findOrCreateContact(tx, { ...body.person, locale: body.locale }) : null
  return submitOrRefuse(tx, survey, {
    answers,
    personId,
    unitId,
    invitationId: null,
    linkId: null,
    source: body.source,
    locale: body.locale ?? null,
    segments: body.segments,
    tokenHash: null,
    startedAt: respondedAt,
    respondedAt,
  })
}

function timeOf(tx: Tx, given: string | undefined): Date {
  if (given === undefined) return tx.now
  const at = new Date(given)
  if (at.getTime() > tx.now.getTime() + AHEAD_MS) throw badInput('respondedAt', 'It lies in the future.')
  if (at.getUTCFullYear() < 1970) throw badInput('respondedAt', 'It lies before 1970.')
  return at
}

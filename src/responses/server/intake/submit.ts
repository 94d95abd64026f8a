import { dayIn } from '../../../people/day.ts'
import { AppError } from '../../../kit/errors.ts'
import { newId } from '../../../kit/ids.ts'
import type { Tx } from '../../../kit/server/db.ts'
import { announce } from '../../../kit/server/live.ts'
import type { Answers } from '../../../surveys/answerCondition.ts'
import { readOwnOrganisation } from '../../../surveys/server/publicOrganisation.ts'
import { forgetSurvey, type PublishedSurvey } from '../../../surveys/server/published.ts'
import { answerRows, countedValuesOf } from '../../answerRows.ts'
import { afterSubmit } from './afterSubmit.ts'
import { coarseId, coarseTime } from '../../../kit/server/coarse.ts'
import { insertResponse } from './intakeStore.ts'
import { findResponseByToken } from './partialStore.ts'
import { closeFull, lockQuota } from './quotaStore.ts'

/** What one person sent, its answers checked against the published version. */
export interface Submission {
  answers: Answers
  personId: string | null
  unitId: string | null
  invitationId: string | null
  linkId: string | null
  source: string
  locale: string | null
  segments: Readonly<Record<string, string>>
  /** The unfinished response that this completes. */
  id?: string | undefined
  tokenHash: Buffer | null
  startedAt: Date
  respondedAt: Date
}

export type SubmitOutcome = { id: string; alertIds: string[] } | 'closed' | 'already'

/**
 * Writes a complete response with its answers, rollups and record, then lets rules and routing act, all in the caller's transaction.
 * The same token twice is one response: the second time changes nothing and says so.
 */
export async function submit(tx: Tx, survey: PublishedSurvey, given: Submission): Promise<SubmitOutcome> {
  const kept = survey.questionnaire.anonymous ? anonymousSubmission(given) : { ...given, id: given.id ?? newId() }
  const full = survey.quota !== null && (await lockQuota(tx, survey.id)) >= survey.quota
  if (full) return given.tokenHash ? notWritten(tx, survey, { ...given, id: kept.id }) : 'closed'
  const { zone } = await readOwnOrganisation(tx)
  const answers = answerRows(survey.questionnaire.questions, kept.answers)
  const ready = {
    ...kept,
    surveyId: survey.id,
    version: survey.version,
    respondedOn: dayIn(zone, kept.respondedAt),
    answers,
    marks: countedValuesOf(answers),
  }
  const id = await insertResponse(tx, ready, !survey.questionnaire.anonymous)
  if (!id) return notWritten(tx, survey, given)
  if (survey.quota !== null) await closeWhenFull(tx, survey)
  announce(tx, 'responses', id, { survey: survey.id })
  const { alertIds } = await afterSubmit.call(tx, {
    id,
    surveyId: survey.id,
    surveyName: survey.name,
    version: survey.version,
    questionnaire: survey.questionnaire,
    answers: kept.answers,
    anonymous: survey.questionnaire.anonymous,
    personId: kept.personId,
    unitId: kept.unitId,
    invitationId: kept.invitationId,
    segments: kept.segments,
    source: kept.source,
    locale: kept.locale,
    respondedAt: kept.respondedAt,
  })
  return { id, alertIds }
}

async function notWritten(tx: Tx, survey: PublishedSurvey, given: Submission): Promise<SubmitOutcome> {
  const kept = given.tokenHash && (await findResponseByToken(tx, given.tokenHash))
  // Two first saves at once: the other one won, so it is theirs that is completed.
  if (kept?.state === 'partial' && kept.id !== given.id && isOpen(survey, tx.now))
    return submit(tx, survey, { ...given, id: kept.id })
  return kept?.state === 'complete' ? 'already' : 'closed'
}

/** The same for callers to whom a closed survey is an error. */
export async function submitOrRefuse(
  tx: Tx,
  survey: PublishedSurvey,
  given: Submission,
): Promise<{ id: string; alertIds: string[] }> {
  const outcome = await submit(tx, survey, given)
  if (outcome === 'closed')
    throw new AppError('survey_closed', 'This survey takes no more answers. Reopen it, or choose another one.')
  if (outcome === 'already') throw new AppError('already_answered', 'This was answered already.')
  return outcome
}

export const isOpen = (survey: PublishedSurvey, now: Date): boolean =>
  survey.state === 'live' && (survey.closes_at === null || survey.closes_at > now)

// An anonymous response keeps nothing that could name who gave it: no person, no invitation, no language (rare ones name people),
// and no time finer than its day, not even inside its id. Nor an activity row, whose own time would tell.
function anonymousSubmission(given: Submission): Submission & { id: string } {
  const respondedAt = coarseTime(given.respondedAt)
  return {
    ...given,
    id: given.id ?? coarseId(respondedAt),
    personId: null,
    invitationId: null,
    locale: null,
    startedAt: respondedAt,
    respondedAt,
  }
}

async function closeWhenFull(tx: Tx, survey: PublishedSurvey): Promise<void> {
  if (!(await closeFull(tx, survey.id, survey.quota!))) return
  forgetSurvey(tx, survey.id)
  announce(tx, 'surveys', survey.id)
}

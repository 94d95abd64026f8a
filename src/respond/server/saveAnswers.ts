// @words everybody
import { newId } from '../../kit/ids.ts'
import type { Translate } from '../../kit/i18n.ts'
import type { Tx } from '../../kit/server/db.ts'
import { announce } from '../../kit/server/live.ts'
import { dayIn } from '../../people/day.ts'
import { type AnswerProblem, checkAnswers } from '../../surveys/answers.ts'
import type { Answers } from '../../surveys/answerCondition.ts'
import { rawAnswersFromForm, type FormFields } from '../../surveys/formAnswers.ts'
import { saveProgress } from '../../sending/server/store/outcomeStore.ts'
import { questionPagesOf } from '../pageSteps.ts'
import { coarseId, coarseTime } from '../../kit/server/coarse.ts'
import { savePartial } from '../../responses/server/intake/partialStore.ts'
import { type SubmitOutcome, submit } from '../../responses/server/intake/submit.ts'
import { sourceOf, type Visit } from './visit.ts'

/** What the form says, on top of what was saved from its other pages. Not yet checked. */
export function rawAnswersOf(
  { survey: { questionnaire }, kept }: Visit,
  fields: FormFields,
  step: number,
): Record<string, unknown> {
  const page = questionPagesOf(questionnaire.questions)[step] ?? []
  const elsewhere = Object.entries(kept?.draft?.answers ?? {}).filter(([id]) => !page.some(question => question.id === id))
  return { ...Object.fromEntries(elsewhere), ...rawAnswersFromForm(fields, page) }
}

export interface SavedAnswers {
  answers: Answers
  /** What is wrong, and what is missing, in words by question. */
  problems: AnswerProblem[]
}

/** Keeps what was typed so far; invalid answers are left out and returned as problems. */
export async function saveAnswers(
  tx: Tx,
  visit: Visit,
  given: Record<string, unknown>,
  locale: string,
  t: Translate,
): Promise<SavedAnswers> {
  const { survey, organisation, invited } = visit
  const { answers, problems } = checkAnswers(survey.questionnaire, given, { finish: true, strangers: 'ignore', t })
  const { anonymous } = survey.questionnaire
  const at = anonymous ? coarseTime(tx.now) : tx.now
  const fresh = await savePartial(tx, {
    ...ownOf(visit, locale),
    id: anonymous ? coarseId(at) : newId(),
    surveyId: survey.id,
    version: survey.version,
    answers,
    tokenHash: visit.tokenHash,
    at,
    on: dayIn(organisation.zone, at),
  })
  if (fresh && invited && !anonymous) await saveProgress(tx, invited.id, 'started')
  return { answers, problems }
}

/** Sends it off. What is missing or wrong is told instead, and the rest is kept. */
export async function submitAnswers(
  tx: Tx,
  visit: Visit,
  given: Record<string, unknown>,
  locale: string,
  t: Translate,
): Promise<
  { outcome: SubmitOutcome; problems?: undefined } | { problems: AnswerProblem[]; answers: Answers; outcome?: undefined }
> {
  const { survey, invited, kept } = visit
  const { answers, problems } = checkAnswers(survey.questionnaire, given, { finish: true, strangers: 'ignore', t })
  const nothing = Object.keys(answers).length === 0 && survey.questionnaire.questions[0]
  if (problems.length || nothing) {
    const saved = await saveAnswers(tx, visit, given, locale, t)
    const empty = nothing && problems.length === 0
    return {
      ...saved,
      problems: empty ? [{ path: '', question: nothing.id, message: t('Please answer at least one question.') }] : problems,
    }
  }
  const outcome = await submit(tx, survey, {
    ...ownOf(visit, locale),
    answers,
    id: kept?.id,
    tokenHash: visit.tokenHash,
    startedAt: kept?.startedAt ?? tx.now,
    respondedAt: tx.now,
  })
  if (invited && typeof outcome === 'object' && !survey.questionnaire.anonymous) {
    await saveProgress(tx, invited.id, 'answered')
    announce(tx, 'invitations', invited.id)
  }
  return { outcome }
}

/** Whose answer it is and where it counts, as the link says. An anonymous one is nobody's. */
function ownOf(visit: Visit, locale: string) {
  const { link, invited, survey } = visit
  const named = survey.questionnaire.anonymous ? undefined : invited
  return {
    personId: named?.personId ?? null,
    invitationId: named?.id ?? null,
    unitId: link?.unit_id ?? invited?.unitId ?? null,
    linkId: link?.id ?? null,
    segments: link?.segments ?? named?.segments ?? {},
    source: sourceOf(visit),
    locale: survey.questionnaire.anonymous ? null : locale,
  }
}

import { notFound } from '../../kit/errors.ts'
import type { Tx } from '../../kit/server/db.ts'
import type { Questionnaire } from '../questionnaire.ts'
import { readQuestionnaireVersion } from './published.ts'
import { findSurvey } from './surveyStore.ts'

type Survey = NonNullable<Awaited<ReturnType<typeof findSurvey>>>

/** A survey with the questionnaire that its numbers are about: the one last published, else the draft. Throws where there is none. */
export async function readMeasuredSurvey(tx: Tx, id: string): Promise<{ survey: Survey; questionnaire: Questionnaire }> {
  const survey = await findSurvey(tx, id)
  if (!survey) throw notFound('survey')
  const published = survey.version > 0 ? await readQuestionnaireVersion(tx, id, survey.version) : undefined
  return { survey, questionnaire: published ?? survey.draft }
}

import type { Answers } from '../surveys/answerCondition.ts'
import type { Questionnaire } from '../surveys/questionnaire.ts'

/** A complete response, as rules and routing see it inside its own transaction. */
export interface SubmittedResponse {
  id: string
  surveyId: string
  surveyName: string
  version: number
  /** The version that was answered. */
  questionnaire: Questionnaire
  answers: Answers
  anonymous: boolean
  personId: string | null
  unitId: string | null
  invitationId: string | null
  segments: Readonly<Record<string, string>>
  source: string
  locale: string | null
  respondedAt: Date
}

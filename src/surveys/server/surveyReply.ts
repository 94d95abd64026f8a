import type { SurveyLinkRow, SurveyRow, SurveyDetail } from '../contract.ts'
import { whyNotPublish } from '../readiness.ts'
import type { listLinks } from './linkStore.ts'
import { formUrl } from './links.ts'
import type { findSurvey, listSurveys } from './surveyStore.ts'
import type { Questionnaire } from '../questionnaire.ts'

type Row = Awaited<ReturnType<typeof listSurveys>>[number]
type Whole = NonNullable<Awaited<ReturnType<typeof findSurvey>>>
type LinkRow = Awaited<ReturnType<typeof listLinks>>[number]

const iso = (date: Date | null) => date?.toISOString() ?? null

/** A survey as the API tells it in a list. */
export const surveyRowReply = (row: Row): SurveyRow => surveyBaseReply(row, row.locales, row.questions)

const surveyBaseReply = (row: Omit<Row, 'locales' | 'questions'>, locales: string[], questions: number): SurveyRow => ({
  id: row.id,
  name: row.name,
  state: row.state as SurveyRow['state'],
  version: row.version,
  anonymous: row.anonymous,
  locales,
  questions,
  responses: row.responses,
  lastAnswerOn: row.last_answer_on,
  closesAt: iso(row.closes_at),
  quota: row.quota,
  archivedAt: iso(row.archived_at),
  createdAt: row.created_at.toISOString(),
  updatedAt: row.updated_at.toISOString(),
})

/** The whole survey, with its draft and what keeps it from being published. */
export const surveyDetailReply = (
  row: Whole,
  owner: SurveyDetail['owner'],
  published: Questionnaire | undefined,
): SurveyDetail => ({
  ...surveyBaseReply(row, row.draft.locales, row.draft.questions.length),
  revision: row.revision,
  owner,
  draft: row.draft,
  changed: !published || !sameContent(published, row.draft),
  problems: whyNotPublish(row.draft),
})

// jsonb keeps no order of keys but always the same one: what went through the same column compares as text.
const sameContent = (a: Questionnaire, b: Questionnaire) => JSON.stringify(a) === JSON.stringify(b)

export const surveyLinkReply = (row: LinkRow): SurveyLinkRow => ({
  id: row.id,
  name: row.name,
  kind: row.kind as 'open' | 'site',
  url: formUrl(row.token),
  unit: row.unit_id,
  segments: row.segments,
  responses: row.responses,
  closedAt: iso(row.closed_at),
  createdAt: row.created_at.toISOString(),
})

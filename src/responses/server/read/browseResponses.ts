import { readMeasuredSurvey } from '../../../surveys/server/measuredSurvey.ts'
import { visibleUnits as seenIn } from '../../../activity/server/visibleUnits.ts'
import { readFeed } from '../../../activity/server/activityStore.ts'
import { may } from '../../../kit/caller.ts'
import { badInput, notFound } from '../../../kit/errors.ts'
import type { Tx } from '../../../kit/server/db.ts'
import { encodeCursor } from '../../../kit/paging.ts'
import { excludeUnits, readUnitScope } from '../../../people/server/units/unitScope.ts'
import { maySeeUnit } from '../../../people/server/units.ts'
import type { AnswerValue } from '../../../surveys/answerCondition.ts'
import { isScored, type Question, scaleOf } from '../../../surveys/question.ts'
import { readQuestionnaireVersion } from '../../../surveys/server/published.ts'
import { findSurvey } from '../../../surveys/server/surveyStore.ts'
import { SMALLEST_GROUP } from '../../../metrics/disclosurePlan.ts'
import { answersOf } from '../../answerRows.ts'
import type { ResponseRow } from '../../browseContract.ts'
import { formatAnswer, answerPartsOf } from '../../formatAnswer.ts'
import { responseFilterOf, type ResponseFilterQuery, segmentsOf } from '../numbers/responseFilter.ts'
import { readAnswers } from '../intake/partialStore.ts'
import { disclosedGroupsIn } from '../numbers/disclosedGroups.ts'
import { drillDown } from '../numbers/drillDown.ts'
import { countResponses } from '../intake/quotaStore.ts'
import { findResponse, listResponses, MOST_SEARCHED, type ResponseListFilter, type StoredResponse } from './responseStore.ts'

export interface ResponseListQuery extends ResponseFilterQuery {
  search?: string | undefined
  question?: string | undefined
  atLeast?: number | undefined
  atMost?: number | undefined
  row?: string | undefined
  option?: string | undefined
  said?: string | undefined
  state?: 'partial' | 'complete' | undefined
  tree?: 'is' | 'was' | undefined
  under?: string | undefined
  except?: string | undefined
  without?: string | undefined
  behind?: string | undefined
  person?: string | undefined
  import?: string | undefined
}

/** What a caller asked to read, and which question's score stands beside each response. */
export async function responseListFilterOf(tx: Tx, survey: string, asked: ResponseListQuery) {
  const { questionnaire } = await readMeasuredSurvey(tx, survey)
  const question = asked.question
    ? questionnaire.questions.find(({ id }) => id === asked.question)
    : questionnaire.questions.find(isScored)
  if (asked.question && !question) throw badInput('question', `This survey has no question “${asked.question}”.`)
  const shown = question && isScored(question) ? question : questionnaire.questions.find(isScored)
  const cut = await responseFilterOf(tx, survey, asked)
  const filter: ResponseListFilter = {
    ...asked,
    ...cut,
    ...(await placed(tx, asked)),
    ids: asked.behind === undefined ? undefined : await drillDown.call(tx, survey, asked.behind, asked),
    question: question?.id ?? null,
    shown: shown?.id ?? null,
  }
  return { filter, questionnaire, question: shown }
}

/** Replaces the units of the filter by dated ones when the caller chose a hierarchy (`tree`) or left units out (`except`). */
async function placed(tx: Tx, { except, ...asked }: ResponseListQuery): Promise<Partial<ResponseListFilter>> {
  if (!asked.tree && !except) return {}
  const place = await readUnitScope(tx, asked)
  const stretches = place.stretches({ from: asked.from ?? '0001-01-01', to: asked.to ?? '9999-12-31' })
  return { units: null, stretches: except ? excludeUnits(place, stretches, except) : stretches }
}

/** One page of responses. Of an anonymous survey none is shown before so many came that nobody stands out. */
export async function browseResponses(
  tx: Tx,
  survey: string,
  { limit, cursor, ...asked }: ResponseListQuery & { limit: number; cursor?: string | undefined },
) {
  const { filter, questionnaire, question } = await responseListFilterOf(tx, survey, asked)
  const hidden = questionnaire.anonymous && (await whyResponsesHidden(tx, survey, asked))
  if (hidden) return { items: [], nextCursor: null, ...hidden }
  const rows = await listResponses(tx, filter, limit, cursor)
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  const nextCursor = rows.length > limit && last ? encodeCursor([last.exactly, last.id]) : null
  const searched = asked.search?.trim() && (await countResponses(tx, survey)) > MOST_SEARCHED ? { searched: MOST_SEARCHED } : {}
  return {
    items: items.map(row => responseRowReply(tx, hideIdentifiers(questionnaire, row), question, questionnaire.anonymous)),
    nextCursor,
    ...searched,
  }
}

/** Takes unit, segments and language from a row of an anonymous survey: together they could identify a person. */
export const hideIdentifiers = <Row extends StoredResponse>({ anonymous }: { anonymous: boolean }, row: Row): Row =>
  anonymous ? { ...row, unit_id: null, unit: null, segments: {}, locale: null } : row

const placing = ['from', 'to', 'unit', 'source', 'locale', 'tree', 'except', 'without', 'behind', 'person', 'import'] as const

/** Why single answers of an anonymous survey are not shown: too few came where the caller may look, or those of some few are asked for. */
export async function whyResponsesHidden(
  tx: Tx,
  survey: string,
  asked: ResponseListQuery = {},
): Promise<{ needed: number; narrowed?: true } | undefined> {
  if (!(await disclosedGroupsIn(tx, survey, '', await readUnitScope(tx, {})))) return { needed: SMALLEST_GROUP }
  const narrowed = placing.some(name => asked[name] !== undefined) || Object.keys(segmentsOf(asked)).length > 0
  return narrowed ? { needed: SMALLEST_GROUP, narrowed } : undefined
}

function responseRowReply(tx: Tx, row: StoredResponse, question: Question | undefined, anonymous: boolean): ResponseRow {
  const max = question && scaleOf(question)?.max
  return {
    id: row.id,
    state: row.state,
    respondedAt: row.responded_at.toISOString(),
    respondedOn: anonymous ? row.responded_at.toISOString().slice(0, 10) : null,
    source: row.source,
    version: row.version,
    locale: row.locale,
    unit: row.unit_id && row.unit !== null ? { id: row.unit_id, name: row.unit } : null,
    person:
      row.person_id && row.person !== null && may(tx.caller, 'people.read') ? { id: row.person_id, name: row.person } : null,
    segments: row.segments,
    score: question && max !== undefined && row.number !== null ? { question: question.id, value: row.number, max } : null,
    comment: row.comment,
  }
}

/** One response whole, as its own version asked. */
export async function readResponseDetail(tx: Tx, id: string) {
  const row = await findResponse(tx, id)
  const survey = row && (await findSurvey(tx, row.survey_id))
  if (!row || !survey || !(await maySeeUnit(tx, row.unit_id))) throw notFound('response')
  if (survey.anonymous && (await whyResponsesHidden(tx, survey.id))) throw notFound('response')
  const questionnaire = (await readQuestionnaireVersion(tx, row.survey_id, row.version)) ?? survey.draft
  const given = row.draft?.answers ?? answersOf(await readAnswers(tx, id))
  const answers = questionnaire.questions.flatMap(question => {
    const value = Object.hasOwn(given, question.id) ? given[question.id] : undefined
    if (value === undefined) return []
    return [answerIn(question, value)]
  })
  const scored = questionnaire.questions.find(isScored)
  const score = scored && given[scored.id]
  return {
    ...responseRowReply(
      tx,
      { ...hideIdentifiers(survey, row), number: typeof score === 'number' ? score : null },
      scored,
      survey.anonymous,
    ),
    survey: { id: survey.id, name: survey.name, anonymous: survey.anonymous },
    startedAt: row.started_at.toISOString(),
    importId: row.import_id,
    answers,
    activity: may(tx.caller, 'activity.read') ? await activityOf(tx, id) : [],
  }
}

const answerIn = (question: Question, value: AnswerValue) => ({
  question: question.id,
  kind: question.kind,
  prompt: question.prompt,
  value,
  words: formatAnswer(question, value),
  max: scaleOf(question)?.max ?? null,
  parts: answerPartsOf(question, value),
})

async function activityOf(tx: Tx, subject: string) {
  const rows = await readFeed(tx, { subject, units: await seenIn.call(tx), limit: 100 })
  return rows.map(row => ({ id: row.id, at: row.at.toISOString(), verb: row.verb, actor: row.actor_name, detail: row.detail }))
}

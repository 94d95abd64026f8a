import { readMeasuredSurvey } from '../../../surveys/server/measuredSurvey.ts'
import type { Tx } from '../../../kit/server/db.ts'
import { type AnswerOption, type Question, scaleOf, valuesOf } from '../../../surveys/question.ts'
import type { Questionnaire } from '../../../surveys/questionnaire.ts'
import { SMALLEST_GROUP } from '../../../metrics/disclosurePlan.ts'
import { computeMetric, metricSettingsOf, usualMetric } from '../../../metrics/computeMetric.ts'
import { mean } from '../../../metrics/mean.ts'
import { proportion } from '../../../metrics/proportion.ts'
import { countAnswers, type CountRow, segmentValues } from './countStore.ts'
import type { ResponseFilterQuery } from './responseFilter.ts'
import { disclosedFilter } from './disclosedFilter.ts'
import { histogramOfRow, disclosedPeriodOf, rateOf } from './metrics.ts'

/** Every question of a survey with what was answered to it, from one read of the rollups. */
export async function resultsOf(tx: Tx, survey: string, asked: ResponseFilterQuery) {
  const { questionnaire } = await readMeasuredSurvey(tx, survey)
  const told = await disclosedFilter(tx, survey, questionnaire, '', asked)
  const segments = await segmentValues(tx, survey)
  if (!told) return { responses: null, needed: SMALLEST_GROUP, questions: [], segments, readFrom: 'rollups' as const }
  const ids = questionnaire.questions.map(({ id }) => id)
  const { rows, readFrom } = await countAnswers(tx, told.cut, ['', ...ids], null)
  const rate = await rateOf(tx, questionnaire, told.cut)
  const results = questionnaire.anonymous
    ? await namelessResults(tx, survey, questionnaire, asked)
    : questionnaire.questions.map(question => resultOf(question, atIn(rows)))
  return {
    responses: atIn(rows)('')?.n ?? 0,
    questions: results,
    segments,
    ...(rate && { responseRate: rate }),
    ...disclosedPeriodOf(told),
    readFrom,
  }
}

const atIn =
  (rows: readonly CountRow[]): At =>
  (question, item = '') =>
    rows.find(row => row.question === question && row.item === item)

/** Not everybody answers every question: how much of it may be told is another thing for each. */
async function namelessResults(tx: Tx, survey: string, questionnaire: Questionnaire, asked: ResponseFilterQuery) {
  const results: ReturnType<typeof resultOf>[] = []
  for (const question of questionnaire.questions) {
    // Of a matrix each row is answered for itself.
    const told = await disclosedFilter(tx, survey, questionnaire, question.kind === 'matrix' ? '' : question.id, asked)
    if (!told) continue
    const { rows } = await countAnswers(tx, told.cut, [question.id], null)
    const result = resultOf(question, atIn(rows))
    if (result.n === 0 || result.n >= SMALLEST_GROUP) results.push(result)
  }
  return results
}

type At = (question: string, item?: string) => CountRow | undefined

function resultOf(question: Question, at: At) {
  const { id, kind, prompt } = question
  const whole = at(id)
  const head = { id, kind, prompt, n: whole?.n ?? 0 }
  if (kind === 'matrix') {
    const rows = (question.rows ?? []).map(row => ({
      id: row.id,
      label: row.label,
      n: at(id, row.id)?.n ?? 0,
      ...rowOf(question, row, at),
    }))
    return { ...head, n: Math.max(0, ...rows.map(row => row.n)), rows }
  }
  const metric = usualMetric(question)
  if (metric)
    return {
      ...head,
      metric: { ...computeMetric(histogramOfRow(whole), metricSettingsOf(metric, question)) },
      values: valuesIn(question, whole),
    }
  return kind === 'text' ? head : { ...head, options: optionsIn(question.options ?? [], head.n, option => at(id, option)) }
}

function rowOf(question: Question, row: AnswerOption, at: At) {
  const scale = scaleOf(question)
  const counted = at(question.id, row.id)
  if (scale) return { metric: { ...mean(histogramOfRow(counted), scale) }, values: valuesIn(question, counted) }
  return { options: optionsIn(question.options ?? [], counted?.n ?? 0, option => at(question.id, `${row.id}.${option}`)) }
}

const valuesIn = (question: Question, row: CountRow | undefined) =>
  valuesOf(scaleOf(question)!).map(value => ({ value, n: row?.values[value] ?? 0 }))

const optionsIn = (options: readonly AnswerOption[], n: number, at: (option: string) => CountRow | undefined) =>
  options.map(({ id, label }) => {
    const chosen = at(id)?.n ?? 0
    return { id, label, n: chosen, share: { ...proportion('option-share@1', chosen, n) } }
  })

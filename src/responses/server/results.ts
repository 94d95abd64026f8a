import type { Tx } from '../../kit/server/db.ts'
import { type Option, type Question, scaleOf, valuesOf } from '../../surveys/question.ts'
import { measure, measureOf, usualMetric } from '../measure.ts'
import { mean } from '../mean.ts'
import { proportion } from '../proportion.ts'
import { countAnswers, type CountRow, segmentValues } from './countStore.ts'
import { cutOf, type Narrowing } from './cut.ts'
import { histogramOf, measured, rateOf, SMALLEST_GROUP, tellsSomebody } from './metrics.ts'

/** Every question of a survey with what was answered to it, from one read of the rollups. */
export async function resultsOf(tx: Tx, survey: string, asked: Narrowing) {
  const { questionnaire } = await measured(tx, survey)
  const cut = await cutOf(tx, survey, asked)
  const { rows, readFrom } = await countAnswers(tx, cut, ['', ...questionnaire.questions.map(({ id }) => id)], null)
  const at = (question: string, item = '') => rows.find(row => row.question === question && row.item === item)
  const responses = at('')?.n ?? 0
  const rate = await rateOf(tx, questionnaire, cut)
  const more = { segments: await segmentValues(tx, survey), ...(rate && { responseRate: rate }), readFrom }
  if (questionnaire.anonymous && responses > 0 && (await tellsFew(tx, cut, responses)))
    return { responses: null, needed: SMALLEST_GROUP, questions: [], ...more }
  const questions = questionnaire.questions.map(question => resultOf(question, at))
  return {
    responses,
    questions: questionnaire.anonymous ? questions.filter(({ n }) => n === 0 || n >= SMALLEST_GROUP) : questions,
    ...more,
  }
}

// The count of responses has no values, so it is compared by n.
async function tellsFew(tx: Tx, cut: Parameters<typeof tellsSomebody>[1], n: number): Promise<boolean> {
  if (n < SMALLEST_GROUP) return true
  const { rows } = await countAnswers(tx, { survey: cut.survey, from: null, to: null, units: null, segments: {} }, [''], null)
  const rest = (rows.find(row => row.item === '')?.n ?? 0) - n
  return rest > 0 && rest < SMALLEST_GROUP
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
    return { ...head, metric: { ...measure(histogramOf(whole), measureOf(metric, question)) }, values: valuesIn(question, whole) }
  return kind === 'text' ? head : { ...head, options: optionsIn(question.options ?? [], head.n, option => at(id, option)) }
}

function rowOf(question: Question, row: Option, at: At) {
  const scale = scaleOf(question)
  const counted = at(question.id, row.id)
  if (scale) return { metric: { ...mean(histogramOf(counted), scale) }, values: valuesIn(question, counted) }
  return { options: optionsIn(question.options ?? [], counted?.n ?? 0, option => at(question.id, `${row.id}.${option}`)) }
}

const valuesIn = (question: Question, row: CountRow | undefined) =>
  valuesOf(scaleOf(question)!).map(value => ({ value, n: row?.values[value] ?? 0 }))

const optionsIn = (options: readonly Option[], n: number, at: (option: string) => CountRow | undefined) =>
  options.map(({ id, label }) => {
    const chosen = at(id)?.n ?? 0
    return { id, label, n: chosen, share: { ...proportion('option-share@1', chosen, n) } }
  })

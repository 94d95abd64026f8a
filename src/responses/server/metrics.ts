import { badInput, notFound } from '../../kit/errors.ts'
import type { Tx } from '../../kit/server/db.ts'
import type { Question } from '../../surveys/question.ts'
import type { Questionnaire } from '../../surveys/questionnaire.ts'
import { ownOrganisation } from '../../surveys/server/organisation.ts'
import { versionOf } from '../../surveys/server/published.ts'
import { findSurvey } from '../../surveys/server/store.ts'
import { suppressSmallGroups } from '../disclosure.ts'
import { type Histogram, histogramFrom } from '../histogram.ts'
import { measure, type Measure, measureOf, type MetricName, questionFor } from '../measure.ts'
import { suppressed } from '../metric.ts'
import { responseRate } from '../rates.ts'
import { type By, countAnswers, countInvitations, type CountRow, type Cut, knowsWhence } from './countStore.ts'
import { cutOf, isNarrowed, type Narrowing } from './cut.ts'

/** Below so many answers a number of an anonymous survey could tell who gave them. */
export const SMALLEST_GROUP = 3

interface Asked extends Narrowing {
  question?: string | undefined
}

/** One metric of a cut. */
export async function metricOf(tx: Tx, survey: string, metric: MetricName, asked: Asked) {
  const { questionnaire } = await measured(tx, survey)
  const { question, how } = questionOf(questionnaire, metric, asked.question)
  const cut = await cutOf(tx, survey, asked)
  const { rows, readFrom } = await countAnswers(tx, cut, [question.id], null)
  const histogram = histogramAt(rows, '')
  const result = measure(histogram, how)
  const hidden = questionnaire.anonymous && (await tellsSomebody(tx, cut, question.id, sizeOf(histogram)))
  const rate = await rateOf(tx, questionnaire, cut)
  return {
    ...(hidden && result.kind === 'score' ? suppressed(result.definition, SMALLEST_GROUP) : result),
    question: question.id,
    ...(rate && { responseRate: rate }),
    readFrom,
  }
}

/** The same over time. Of an anonymous survey small periods are hidden, and as many more as keep them from being worked out. */
export async function seriesOf(tx: Tx, survey: string, metric: MetricName, { by, ...asked }: Asked & { by: By }) {
  const { questionnaire } = await measured(tx, survey)
  const { question, how } = questionOf(questionnaire, metric, asked.question)
  const cut = await cutOf(tx, survey, asked)
  const { rows, readFrom } = await countAnswers(tx, cut, [question.id], by)
  const periods = rows.filter(row => row.item === '' && row.at !== null).sort((a, b) => (a.at! < b.at! ? -1 : 1))
  const histograms = periods.map(row => ({ from: row.at!, histogram: histogramOf(row) }))
  const groups = histograms.map(({ from, histogram }) => ({ key: from, n: sizeOf(histogram) }))
  const hidden = new Set(questionnaire.anonymous ? suppressSmallGroups(groups, SMALLEST_GROUP).hidden.map(({ key }) => key) : [])
  const all = groups.reduce((sum, { n }) => sum + n, 0)
  if (questionnaire.anonymous && (await tellsSomebody(tx, cut, question.id, all))) for (const { key } of groups) hidden.add(key)
  const items = histograms.map(({ from, histogram }) => {
    const result = measure(histogram, how)
    return { from, ...(hidden.has(from) && result.kind === 'score' ? suppressed(result.definition, SMALLEST_GROUP) : result) }
  })
  return { question: question.id, by, items, readFrom }
}

/** A survey with the questions that its numbers are about. */
export async function measured(tx: Tx, id: string): Promise<{ questionnaire: Questionnaire }> {
  const survey = await findSurvey(tx, id)
  if (!survey) throw notFound('survey')
  const published = survey.version > 0 ? await versionOf(tx, id, survey.version) : undefined
  return { questionnaire: published ?? survey.draft }
}

function questionOf(
  { questions }: Questionnaire,
  metric: MetricName,
  id: string | undefined,
): { question: Question; how: Measure } {
  const question = id === undefined ? questionFor(metric, questions) : questions.find(one => one.id === id)
  if (!question) {
    const why =
      id === undefined ? `This survey has no question that ${metric} can be computed of.` : `This survey has no question “${id}”.`
    throw badInput('question', why)
  }
  return { question, how: measureOf(metric, question) }
}

/**
 * Would this number tell what few people answered? Either because only they are in it, or because everybody but them is: the whole
 * survey is published as well, and the rest is the difference.
 */
export async function tellsSomebody(tx: Tx, cut: Cut, question: string, n: number): Promise<boolean> {
  if (n < SMALLEST_GROUP) return true
  if (!isNarrowed(cut)) return false
  const { rows } = await countAnswers(
    tx,
    { survey: cut.survey, from: null, to: null, units: null, segments: {} },
    [question],
    null,
  )
  const rest = sizeOf(histogramAt(rows, '')) - n
  return rest > 0 && rest < SMALLEST_GROUP
}

export const histogramOf = (row: CountRow | undefined): Histogram =>
  histogramFrom(Object.fromEntries((row?.values ?? []).map((n, value) => [value, n])))

const histogramAt = (rows: readonly CountRow[], item: string): Histogram => histogramOf(rows.find(row => row.item === item))

export const sizeOf = (histogram: Histogram): number => [...histogram.values()].reduce((sum, n) => sum + n, 0)

/** Complete answers ÷ delivered invitations, where people were invited by name. */
export async function rateOf(tx: Tx, { anonymous }: Questionnaire, cut: Cut) {
  // Everybody gets the same link to an anonymous survey: nobody knows which invitation was answered.
  if (anonymous || Object.keys(cut.segments).length > 0 || knowsWhence(cut)) return undefined
  const counts = await countInvitations(tx, cut, (await ownOrganisation(tx)).zone)
  if (counts.sent === 0) return undefined
  const rate = responseRate(counts)
  return { ...rate, rate: { ...rate.rate } }
}

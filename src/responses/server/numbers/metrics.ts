import { readMeasuredSurvey } from '../../../surveys/server/measuredSurvey.ts'
import { badInput } from '../../../kit/errors.ts'
import type { Tx } from '../../../kit/server/db.ts'
import type { Period } from '../../../people/period.ts'
import type { Question } from '../../../surveys/question.ts'
import type { Questionnaire } from '../../../surveys/questionnaire.ts'
import { readOwnOrganisation } from '../../../surveys/server/publicOrganisation.ts'
import { SMALLEST_GROUP } from '../../../metrics/disclosurePlan.ts'
import { type Histogram, histogramFrom, sumOf } from '../../../metrics/histogram.ts'
import {
  computeMetric,
  type MetricSettings,
  metricSettingsOf,
  type MetricName,
  questionFor,
} from '../../../metrics/computeMetric.ts'
import { suppressed } from '../../../metrics/metric.ts'
import { responseRate } from '../../../metrics/rates.ts'
import {
  type Granularity,
  countAnswers,
  countInvitations,
  type CountRow,
  type ResponseFilter,
  filtersBySourceOrLanguage,
} from './countStore.ts'
import type { ResponseFilterQuery } from './responseFilter.ts'
import { type DisclosedFilter, disclosedFilter } from './disclosedFilter.ts'

interface MetricQuery extends ResponseFilterQuery {
  question?: string | undefined
}

/** One metric of a cut. */
export async function metricOf(tx: Tx, survey: string, metric: MetricName, asked: MetricQuery) {
  const { questionnaire } = await readMeasuredSurvey(tx, survey)
  const { question, how } = questionOf(questionnaire, metric, asked.question)
  const told = await disclosedFilter(tx, survey, questionnaire, question.id, asked)
  if (!told) return { ...hiddenOf(how), question: question.id, readFrom: 'rollups' as const }
  const { rows, readFrom } = await countAnswers(tx, told.cut, [question.id], null)
  const rate = await rateOf(tx, questionnaire, told.cut)
  return {
    ...computeMetric(histogramAt(rows, ''), how),
    question: question.id,
    ...(rate && { responseRate: rate }),
    ...disclosedPeriodOf(told),
    readFrom,
  }
}

/** What may not be told of a measure. */
const hiddenOf = (how: MetricSettings) => suppressed(computeMetric(new Map(), how).definition, SMALLEST_GROUP)

/** Of an anonymous survey: the days that are told, where they are others than those asked for. */
export const disclosedPeriodOf = ({ cut: { from, to }, batches }: DisclosedFilter) =>
  batches && from && to ? { period: { from, to } } : {}

/** The same over time. An anonymous survey is told batch by batch. */
export async function seriesOf(tx: Tx, survey: string, metric: MetricName, { by, ...asked }: MetricQuery & { by: Granularity }) {
  const { questionnaire } = await readMeasuredSurvey(tx, survey)
  const { question, how } = questionOf(questionnaire, metric, asked.question)
  const told = await disclosedFilter(tx, survey, questionnaire, question.id, asked)
  if (!told) return { question: question.id, by, items: [], readFrom: 'rollups' as const }
  const { rows, readFrom } = await countAnswers(tx, told.cut, [question.id], told.batches ? 'day' : by)
  const periods = rows.filter(row => row.item === '' && row.at !== null).sort((a, b) => (a.at! < b.at! ? -1 : 1))
  const histograms = periods.map(row => ({ from: row.at!, histogram: histogramOfRow(row) }))
  const items = (told.batches ? together(histograms, told.batches) : histograms).map(({ from, histogram }) => ({
    from,
    ...computeMetric(histogram, how),
  }))
  return { question: question.id, by: told.batches ? 'batch' : by, items, readFrom }
}

/** Days put together to the batches that they belong to. */
const together = (days: readonly { from: string; histogram: Histogram }[], batches: readonly Period[]) =>
  batches.flatMap(({ from, to }) => {
    const its = days.filter(day => from <= day.from && day.from <= to)
    return its.length > 0 ? [{ from, histogram: sumOf(its.map(({ histogram }) => histogram)) }] : []
  })

function questionOf(
  { questions }: Questionnaire,
  metric: MetricName,
  id: string | undefined,
): { question: Question; how: MetricSettings } {
  const question = id === undefined ? questionFor(metric, questions) : questions.find(one => one.id === id)
  if (!question) {
    const why =
      id === undefined ? `This survey has no question that ${metric} can be computed of.` : `This survey has no question “${id}”.`
    throw badInput('question', why)
  }
  return { question, how: metricSettingsOf(metric, question) }
}

export const histogramOfRow = (row: CountRow | undefined): Histogram =>
  histogramFrom((row?.values ?? []).map((n, value) => [value, n] as const))

const histogramAt = (rows: readonly CountRow[], item: string): Histogram => histogramOfRow(rows.find(row => row.item === item))

/** Complete answers ÷ delivered invitations, where people were invited by name. */
export async function rateOf(tx: Tx, { anonymous }: Questionnaire, cut: ResponseFilter) {
  // Everybody gets the same link to an anonymous survey: nobody knows which invitation was answered.
  if (anonymous || Object.keys(cut.segments).length > 0 || filtersBySourceOrLanguage(cut)) return undefined
  const counts = await countInvitations(tx, cut, (await readOwnOrganisation(tx)).zone)
  if (counts.sent === 0) return undefined
  const rate = responseRate(counts)
  return { ...rate, rate: { ...rate.rate } }
}

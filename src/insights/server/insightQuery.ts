import { badInput } from '../../kit/errors.ts'
import type { Tx } from '../../kit/server/db.ts'
import { today } from '../../people/server/today.ts'
import { type MetricSettings, metricSettingsOf, type MetricName, questionFor, usualMetric } from '../../metrics/computeMetric.ts'
import { isScored, type Question } from '../../surveys/question.ts'
import { readMeasuredSurvey } from '../../surveys/server/measuredSurvey.ts'
import { segmentsOf } from '../../responses/server/numbers/responseFilter.ts'
import { precedingPeriod, yearBefore } from '../trendBuckets.ts'
import type { Period } from '../../people/period.ts'
import { answeredDays, type SegmentValue } from './scoreCountStore.ts'

export interface InsightQuery extends InsightFilterQuery {
  survey: string
}

export interface InsightFilterQuery {
  question?: string | undefined
  metric?: MetricName | undefined
  from?: string | undefined
  to?: string | undefined
  unit?: string | undefined
  tree?: 'is' | 'was' | undefined
  against?: 'before' | 'year' | undefined
  /** `segment.<key>` among them. */
  [more: string]: unknown
}

export interface MeasuredSurvey {
  id: string
  name: string
  anonymous: boolean
  questions: readonly Question[]
}

/** A survey with the questions it was last published with. */
export async function surveyFor(tx: Tx, id: string): Promise<MeasuredSurvey> {
  const { survey, questionnaire } = await readMeasuredSurvey(tx, id)
  return { id, name: survey.name, anonymous: survey.anonymous, questions: questionnaire.questions }
}

/** Which question is looked at, and how it is counted: the one asked for, else NPS where it is asked, else the first score. */
export function measureFor(
  { questions }: MeasuredSurvey,
  asked: Pick<InsightQuery, 'question' | 'metric'>,
): { question: Question; measure: MetricSettings } {
  const question = asked.question
    ? questions.find(({ id }) => id === asked.question)
    : asked.metric
      ? questionFor(asked.metric, questions)
      : mainQuestion(questions)
  if (!question) throw badInput('question', 'This survey has no question that gives a score.')
  const metric = asked.metric ?? usualMetric(question)
  if (!metric) throw badInput('question', `“${question.id}” is not answered with one number.`)
  return { question, measure: metricSettingsOf(metric, question) }
}

const mainQuestion = (questions: readonly Question[]): Question | undefined =>
  questions.find(({ kind }) => kind === 'nps') ?? questions.find(isScored)

/** The days that are looked at. Without a beginning: all answers, with nothing to compare them with. */
export async function periodFor(
  tx: Tx,
  survey: string,
  { from, to, against }: Pick<InsightQuery, 'from' | 'to' | 'against'>,
): Promise<{ period: Period; compared: Period | null }> {
  const now = await today(tx)
  const known = await answeredDays(tx, survey)
  const end = to ?? (from || !known || known.to < now ? now : known.to)
  const period = { from: from ?? known?.from ?? now, to: end }
  if (period.from > period.to) throw badInput('from', 'The first day lies after the last one.')
  return { period, compared: from ? (against === 'year' ? yearBefore(period) : precedingPeriod(period)) : null }
}

/** The one segment that is looked at: rollups count one at a time. */
export function segmentFor(asked: Readonly<Record<string, unknown>>): SegmentValue | null {
  const [first, more] = Object.entries(segmentsOf(asked))
  if (more) throw badInput(`segment.${more[0]}`, 'Insights look at one segment at a time. Leave the other one out.')
  return first ? { key: first[0], value: first[1] } : null
}

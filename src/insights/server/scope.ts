import { badInput, notFound } from '../../kit/errors.ts'
import { isId } from '../../kit/ids.ts'
import type { Tx } from '../../kit/server/db.ts'
import { today } from '../../people/server/today.ts'
import { findUnit, findUnitByKey, type UnitName, unitSubtree, visibleUnits } from '../../people/server/units.ts'
import { type Measure, measureOf, type MetricName, questionFor, usualMetric } from '../../responses/measure.ts'
import { isScored, type Question } from '../../surveys/question.ts'
import { versionOf } from '../../surveys/server/published.ts'
import { findSurvey } from '../../surveys/server/store.ts'
import { before, type Period } from '../period.ts'
import { answeredDays } from './countStore.ts'

export interface Asked {
  survey: string
  question?: string | undefined
  metric?: MetricName | undefined
  from?: string | undefined
  to?: string | undefined
  unit?: string | undefined
}

export interface SurveyScope {
  id: string
  name: string
  anonymous: boolean
  questions: readonly Question[]
}

/** A survey with the questions it was last published with. */
export async function surveyFor(tx: Tx, id: string): Promise<SurveyScope> {
  const survey = await findSurvey(tx, id)
  if (!survey) throw notFound('survey')
  const published = survey.version > 0 ? await versionOf(tx, id, survey.version) : undefined
  return { id, name: survey.name, anonymous: survey.anonymous, questions: (published ?? survey.draft).questions }
}

/** Which question is looked at, and how it is counted: the one asked for, else NPS where it is asked, else the first score. */
export function measureFor(
  { questions }: SurveyScope,
  asked: Pick<Asked, 'question' | 'metric'>,
): { question: Question; measure: Measure } {
  const question = asked.question
    ? questions.find(({ id }) => id === asked.question)
    : asked.metric
      ? questionFor(asked.metric, questions)
      : mainQuestion(questions)
  if (!question) throw badInput('question', 'This survey has no question that gives a score.')
  const metric = asked.metric ?? usualMetric(question)
  if (!metric) throw badInput('question', `“${question.id}” is not answered with one number.`)
  return { question, measure: measureOf(metric, question) }
}

const mainQuestion = (questions: readonly Question[]): Question | undefined =>
  questions.find(({ kind }) => kind === 'nps') ?? questions.find(isScored)

/** The unit that is looked at, with all units below it; no unit: everything the caller may see. */
export async function unitsFor(tx: Tx, wanted: string | undefined): Promise<{ unit: UnitName | null; units: string[] | null }> {
  const visible = await visibleUnits(tx)
  if (!wanted) return { unit: null, units: visible }
  const unit = isId(wanted) ? await findUnit(tx, wanted) : await findUnitByKey(tx, wanted)
  if (!unit || (visible && !visible.includes(unit.id))) throw notFound('unit')
  return { unit, units: await unitSubtree(tx, unit.id) }
}

/** The days that are looked at. Without a beginning: all answers, with nothing to compare them with. */
export async function periodFor(
  tx: Tx,
  survey: string,
  { from, to }: Pick<Asked, 'from' | 'to'>,
): Promise<{ period: Period; compared: Period | null }> {
  const now = await today(tx)
  const known = await answeredDays(tx, survey)
  const end = to ?? (from || !known || known.to < now ? now : known.to)
  const period = { from: from ?? known?.from ?? now, to: end }
  if (period.from > period.to) throw badInput('from', 'The first day lies after the last one.')
  return { period, compared: from ? before(period) : null }
}

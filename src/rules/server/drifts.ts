import { isoDayOf, plusDays } from '../../people/period.ts'
import type { Tx } from '../../kit/server/db.ts'
import { isDetractor, isPromoter } from '../../metrics/npsCounts.ts'
import { benjaminiHochberg } from '../../metrics/benjaminiHochberg.ts'
import { countAnswers } from '../../responses/server/numbers/countStore.ts'
import type { SubmittedResponse } from '../../responses/submitted.ts'
import { type Question, scaleOf } from '../../surveys/question.ts'
import { signsOf, type TrendTest } from '../condition.ts'
import type { RuleFacts } from '../evaluate.ts'
import { type DayPoints, type Drift, driftOf } from '../drift.ts'
import { readDrifts, saveDrift } from './factStore.ts'
import type { ActiveRule } from './ruleStore.ts'

const DAYS_BACK = 180
/** Of the units said to drift, at most this share may be false. A unit that does not change then raises an alert once in some 30,000 answers. */
export const FALSE_DISCOVERIES = 0.01

/** For every trend that the rules ask for: the drift of the response's unit, where it stands out among all units. */
export async function gatherDrifts(
  tx: Tx,
  rules: readonly ActiveRule[],
  response: SubmittedResponse,
): Promise<RuleFacts['drift']> {
  const found = new Map<string, Drift>()
  for (const rule of rules)
    for (const sign of signsOf(rule.when))
      if ('trend' in sign) {
        const drift = await standingOut(tx, rule.id, sign.trend, response)
        if (drift) found.set(keyOf(sign.trend), drift)
      }
  return test => found.get(keyOf(test)) ?? null
}

const keyOf = ({ question, direction, minimum }: TrendTest) => `${question} ${direction} ${minimum}`

async function standingOut(
  tx: Tx,
  rule: string,
  test: TrendTest,
  { surveyId, unitId, questionnaire, respondedAt }: SubmittedResponse,
) {
  const question = questionnaire.questions.find(({ id }) => id === test.question)
  if (!unitId || !question) return null
  const since = plusDays(isoDayOf(respondedAt.getTime()), -DAYS_BACK)
  const drift = driftOf(await dayPoints(tx, surveyId, unitId, question, since), test.direction, test.minimum)
  const own = { unit: unitId, p: Math.max(drift?.p ?? 1, Number.MIN_VALUE) }
  await saveDrift(tx, rule, test.question, test.direction, own)
  if (!drift) return null
  const others = (await readDrifts(tx, rule, test.question, test.direction)).filter(({ unit }) => unit !== unitId)
  const [judged] = benjaminiHochberg([own.p, ...others.map(({ p }) => p)], FALSE_DISCOVERIES)
  return judged!.stands ? drift : null
}

async function dayPoints(tx: Tx, survey: string, unit: string, question: Question, from: string): Promise<DayPoints[]> {
  const { rows } = await countAnswers(tx, { survey, from, to: null, units: [unit], segments: {} }, [question.id], 'day')
  const points = pointsOf(question)
  return rows
    .filter(({ item, at }) => item === '' && at !== null)
    .sort((a, b) => (a.at! < b.at! ? -1 : 1))
    .map(({ at, values }) => ({
      at: at!,
      n: values.reduce((sum, n) => sum + n, 0),
      sum: values.reduce((sum, n, value) => sum + n * points(value), 0),
      squares: values.reduce((sum, n, value) => sum + n * points(value) ** 2, 0),
    }))
}

/** −1, 0, +1 for NPS; elsewhere the place on the scale between −1 and +1. */
export function pointsOf(question: Question): (value: number) => number {
  if (question.kind === 'nps') return value => (isPromoter(value) ? 1 : isDetractor(value) ? -1 : 0)
  const { min, max } = scaleOf(question) ?? { min: 0, max: 10 }
  return value => (2 * (value - min)) / (max - min) - 1
}

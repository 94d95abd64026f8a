import { modelFor } from '../../comments/server/model.ts'
import { readComment, type Reading } from '../../comments/reading.ts'
import type { Tx } from '../../kit/server/db.ts'
import type { SubmittedResponse } from '../../responses/submitted.ts'
import { ownEntry } from '../../surveys/answerCondition.ts'
import { isWithin, type SeriesTest, type Sign, signsOf } from '../condition.ts'
import { factsOfAnswers, type RuleFacts } from '../evaluate.ts'
import { gatherDrifts } from './drifts.ts'
import { lastValues } from './factStore.ts'
import type { ActiveRule } from './ruleStore.ts'

/** Reads what the rules of a survey look at beside the answers themselves: only what some rule asks for, and each thing once. */
export async function gatherFacts(tx: Tx, rules: readonly ActiveRule[], response: SubmittedResponse): Promise<RuleFacts> {
  const signs = rules.flatMap(rule => signsOf(rule.when))
  if (signs.every(sign => 'question' in sign || 'several' in sign)) return factsOfAnswers(response.answers)
  const series = await gatherSeries(tx, signs, response)
  return {
    answers: response.answers,
    readings: signs.some(sign => 'comment' in sign) ? await readTexts(tx, response) : new Map(),
    series: test => series.get(seriesKey(test)) ?? null,
    drift: await gatherDrifts(tx, rules, response),
  }
}

async function readTexts(tx: Tx, { questionnaire, answers, locale }: SubmittedResponse): Promise<Map<string, Reading>> {
  const texts = questionnaire.questions.flatMap(({ id, kind }) => {
    const text = kind === 'text' ? ownEntry(answers, id) : undefined
    return typeof text === 'string' && text !== '' ? [[id, text] as const] : []
  })
  if (texts.length === 0) return new Map()
  const model = await modelFor(tx)
  return new Map(texts.map(([id, text]) => [id, readComment(model, text, undefined, locale ?? undefined)]))
}

const seriesKey = ({ question, per }: SeriesTest) => `${per} ${question}`

// A series ends with the present answer, so only where that one is within the bound there is anything to ask for.
async function gatherSeries(tx: Tx, signs: readonly Sign[], response: SubmittedResponse): Promise<Map<string, number[]>> {
  const found = new Map<string, number[]>()
  const tests = signs.flatMap(sign => ('series' in sign ? [sign.series] : []))
  const wanted = tests.filter(test => isWithin(ownEntry(response.answers, test.question), test))
  for (const [key, group] of Map.groupBy(wanted, seriesKey)) {
    const { question, per } = group[0]!
    const values = await lastValues(tx, { ...response, question, per, most: Math.max(...group.map(({ of }) => of)) })
    if (values) found.set(key, values)
  }
  return found
}

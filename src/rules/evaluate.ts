import type { Cue, Reading } from '../comments/reading.ts'
import { type Answers, type AnswerValue, conditionHolds, ownEntry } from '../surveys/answerCondition.ts'
import {
  type CommentTest,
  isWithin,
  type RuleCondition,
  type SeriesTest,
  type Sign,
  signsOf,
  type TrendTest,
  type When,
} from './condition.ts'
import { type TextSpan, phraseIn } from './phrase.ts'
import type { Drift } from './drift.ts'

/** Why a rule fired. What is told of it is what its reader needs; a comment itself is never copied here. */
export type Reason =
  | { question: string; row?: string; value: AnswerValue }
  | { question: string; series: Pick<SeriesTest, 'count' | 'of' | 'per'> & { values: number[] } }
  | { question: string; comment: (TextSpan & { why: string })[] }
  | { question: string; drift: Drift }
  | { silence: { days: number; since: string | null } }

/** What rules look at: one response, and what is known around it. */
export interface RuleFacts {
  answers: Answers
  /** What each text says. */
  readings: ReadonlyMap<string, Reading>
  /** The last answers of the same person, account or unit, newest first, the present one included; null where there is none such. */
  series: (test: SeriesTest) => readonly number[] | null
  /** A drift of the unit that stands out among all units; null otherwise. */
  drift: (test: TrendTest) => Drift | null
}

/** Facts of the answers alone: no series, drift or readings of comments. */
export const factsOfAnswers = (answers: Answers): RuleFacts => ({
  answers,
  readings: new Map(),
  series: () => null,
  drift: () => null,
})

/** The same facts without those that would disclose the unit: its series and its drift. */
export const withoutUnit = (facts: RuleFacts): RuleFacts => ({
  ...facts,
  series: test => (test.per === 'unit' ? null : facts.series(test)),
  drift: () => null,
})

/** The reasons why the rule fires; null when it does not. An unanswered question fulfils nothing. */
export function evaluate(when: When, facts: RuleFacts): Reason[] | null {
  if (!stands(when, facts)) return null
  return signsOf(when).flatMap(sign => (stands(sign, facts) ? reasonsOf(sign, facts) : []))
}

/** Whether a rule fired only on what goes on for a while: then one alert is enough until it is closed. */
export const isLasting = (reasons: readonly Reason[]): boolean =>
  reasons.length > 0 && reasons.every(reason => 'series' in reason || 'drift' in reason)

function stands(condition: RuleCondition, facts: RuleFacts): boolean {
  if ('all' in condition) return condition.all.every(part => stands(part, facts))
  if ('any' in condition) return condition.any.some(part => stands(part, facts))
  if ('not' in condition) return !stands(condition.not, facts)
  if ('series' in condition) return inARow(condition.series, facts) !== null
  if ('several' in condition) return within(condition.several, facts).length >= condition.several.count
  if ('comment' in condition) return comments(condition.comment, facts).length > 0
  if ('trend' in condition) return facts.drift(condition.trend) !== null
  // No answer is a sign of silence; the daily sweep looks for it.
  return 'silence' in condition ? false : conditionHolds(condition, facts.answers)
}

/** The values of a series that is fulfilled. It ends with the present answer: a good one never sets it off. */
function inARow(test: SeriesTest, { answers, series }: RuleFacts): number[] | null {
  if (!isWithin(ownEntry(answers, test.question), test)) return null
  const values = series(test)?.slice(0, test.of) ?? []
  return values.filter(value => isWithin(value, test)).length >= test.count ? [...values] : null
}

const within = (test: { questions: string[] } & Parameters<typeof isWithin>[1], { answers }: RuleFacts) =>
  test.questions.filter(question => isWithin(ownEntry(answers, question), test))

interface CommentMatch {
  question: string
  places: (TextSpan & { why: string })[]
}

function comments(test: CommentTest, { answers, readings }: RuleFacts): CommentMatch[] {
  const asked = test.question === undefined ? [...readings.keys()] : [test.question]
  return asked.flatMap(question => {
    const [reading, text] = [readings.get(question), ownEntry(answers, question)]
    const places = reading && typeof text === 'string' ? saidIn(test, text, reading) : null
    return places ? [{ question, places }] : []
  })
}

/** Where the text says all that is asked for; null when it does not. */
function saidIn(test: CommentTest, text: string, reading: Reading): CommentMatch['places'] | null {
  const places: CommentMatch['places'] = []
  const mark = (kinds: readonly Cue['kind'][]) =>
    places.push(
      ...reading.evidence.filter(({ kind }) => kinds.includes(kind)).map(({ start, end, why }) => ({ start, end, why })),
    )
  if (test.negative !== undefined) {
    if (reading.negative !== test.negative) return null
    mark(test.negative ? ['complaint'] : ['praise'])
  }
  if (test.themes) {
    const wanted = new Set(test.themes.map(name => name.toLowerCase()))
    if (!reading.themes.some(({ id, name }) => wanted.has(name.toLowerCase()) || wanted.has(id))) return null
    mark(['theme'])
  }
  if (test.leaving && !reading.leaving) return null
  if (test.leaving) mark(['leaving'])
  if (test.call && !reading.call) return null
  if (test.call) mark(['call'])
  const phrases = test.phrases?.flatMap(phrase => phraseIn(text, phrase).map(place => ({ ...place, why: `“${phrase}”` })))
  if (phrases?.length === 0) return null
  return [...places, ...(phrases ?? [])]
}

function reasonsOf(sign: Sign, facts: RuleFacts): Reason[] {
  if ('series' in sign) {
    const { question, count, of, per } = sign.series
    return [{ question, series: { count, of, per, values: inARow(sign.series, facts) ?? [] } }]
  }
  if ('several' in sign)
    return within(sign.several, facts).map(question => ({ question, value: ownEntry(facts.answers, question)! }))
  if ('comment' in sign) return comments(sign.comment, facts).map(({ question, places }) => ({ question, comment: places }))
  if ('trend' in sign) return [{ question: sign.trend.question, drift: facts.drift(sign.trend)! }]
  if ('silence' in sign) return []
  const { question, row } = sign
  const value = ownEntry(facts.answers, question)
  return value === undefined ? [] : [{ question, ...(row !== undefined && { row }), value }]
}

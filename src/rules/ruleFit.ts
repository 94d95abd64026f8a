import type { FieldError } from '../kit/errors.ts'
import { type Question, scaleOf } from '../surveys/question.ts'
import { type ScoreBound, type Sign, signsOf, type When } from './condition.ts'

/** The first condition that these questions cannot answer, in words. An anonymous survey knows no person whose answers could be a series. */
export function whyRuleDoesNotFit(when: When, questions: readonly Question[], anonymous = false): FieldError | undefined {
  const byId = new Map(questions.map(question => [question.id, question]))
  for (const sign of signsOf(when)) {
    const message =
      (anonymous && whyNotAnonymous(sign)) ||
      asksOf(sign)
        .map(ask => whyNotOne(ask, byId, questions))
        .find(Boolean)
    if (message) return { path: 'when', message }
  }
  return undefined
}

interface QuestionRequirement {
  question: string
  /** A number on a scale, some words, or whatever there is. */
  wants: 'scale' | 'text' | 'any'
  bound?: ScoreBound
}

/** What a sign asks of which questions. */
function asksOf(sign: Sign): QuestionRequirement[] {
  if ('series' in sign) return [{ question: sign.series.question, wants: 'scale', bound: sign.series }]
  if ('several' in sign) return sign.several.questions.map(question => ({ question, wants: 'scale', bound: sign.several }))
  if ('trend' in sign) return [{ question: sign.trend.question, wants: 'scale' }]
  if ('comment' in sign) return sign.comment.question === undefined ? [] : [{ question: sign.comment.question, wants: 'text' }]
  if ('silence' in sign) return []
  const bound = 'atMost' in sign || 'atLeast' in sign ? sign : undefined
  return [{ question: sign.question, wants: bound ? 'scale' : 'any', ...(bound && { bound }) }]
}

function whyNotAnonymous(sign: Sign): string | undefined {
  if ('silence' in sign) return 'An anonymous survey does not know who has not answered.'
  if ('series' in sign && sign.series.per !== 'unit')
    return 'An anonymous survey does not know which answers come from one person; count them by unit.'
  return undefined
}

function whyNotOne(
  { question: id, wants, bound }: QuestionRequirement,
  byId: ReadonlyMap<string, Question>,
  questions: readonly Question[],
) {
  const question = byId.get(id)
  if (!question) return noSuch(id, questions)
  if (wants === 'text') return question.kind === 'text' ? undefined : `“${id}” is not answered in words.`
  if (wants === 'any') return undefined
  const scale = scaleOf(question)
  if (!scale) return `“${id}” has no scale; use “equals” or “includes”.`
  const off = [bound?.atMost, bound?.atLeast].find(value => value !== undefined && (value < scale.min || value > scale.max))
  return off === undefined ? undefined : `“${id}” runs from ${scale.min} to ${scale.max}; ${off} is not on it.`
}

function noSuch(id: string, questions: readonly Question[]): string {
  const known = questions.slice(0, 8).map(question => `“${question.id}”`)
  return `This survey has no question “${id}”. It has ${known.join(', ')}.`
}

import type { FieldError } from '../kit/errors.ts'
import { leavesOf } from '../surveys/condition.ts'
import { type Question, scaleOf } from '../surveys/question.ts'
import type { When } from './rule.ts'

/** The first condition that these questions cannot answer, in words. */
export function whyNotAsk(when: When, questions: readonly Question[]): FieldError | undefined {
  const byId = new Map(questions.map(question => [question.id, question]))
  for (const leaf of leavesOf(when)) {
    const question = byId.get(leaf.question)
    const message = question ? whyNotFit(leaf, question) : noSuch(leaf.question, questions)
    if (message) return { path: 'when', message }
  }
  return undefined
}

function noSuch(id: string, questions: readonly Question[]): string {
  const known = questions.slice(0, 8).map(question => `“${question.id}”`)
  return `This survey has no question “${id}”. It has ${known.join(', ')}.`
}

function whyNotFit(leaf: ReturnType<typeof leavesOf>[number], question: Question): string | undefined {
  const bounds = 'atMost' in leaf || 'atLeast' in leaf ? [leaf.atMost, leaf.atLeast].filter(bound => bound !== undefined) : []
  if (bounds.length === 0) return undefined
  const scale = scaleOf(question)
  if (!scale) return `“${question.id}” has no scale; use “equals” or “includes”.`
  const off = bounds.find(bound => bound < scale.min || bound > scale.max)
  return off === undefined ? undefined : `“${question.id}” runs from ${scale.min} to ${scale.max}; ${off} is not on it.`
}

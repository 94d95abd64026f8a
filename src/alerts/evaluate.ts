import { type Answers, type AnswerValue, holds, type Leaf, leavesOf, own } from '../surveys/condition.ts'
import type { When } from './rule.ts'

/** Why a rule fired: an answer that fulfilled one of its conditions. */
export interface Reason {
  question: string
  row?: string
  value: AnswerValue
}

/** The reasons why the rule fires on these answers; null when it does not. An unanswered question fulfils nothing. */
export function evaluate(when: When, answers: Answers): Reason[] | null {
  if (!holds(when, answers)) return null
  return leavesOf(when).flatMap(leaf => (holds(leaf, answers) ? reasonOf(leaf, answers) : []))
}

function reasonOf({ question, row }: Leaf, answers: Answers): Reason[] {
  const value = own(answers, question)
  if (value === undefined) return []
  return [{ question, ...(row !== undefined && { row }), value }]
}

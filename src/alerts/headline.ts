import { type Answers, ownEntry } from '../surveys/answerCondition.ts'
import { isScored, type Question, scaleOf } from '../surveys/question.ts'
import type { HeadlineScore } from './contract.ts'
import type { Reason } from '../rules/evaluate.ts'

/** The score that stands beside the customer's name: the one that made the rule fire, else the first one they gave. */
export function headlineOf(
  questions: readonly Question[],
  answers: Answers,
  reasons: readonly Reason[] = [],
): HeadlineScore | null {
  const scored = questions.filter(isScored)
  const fired = scored.find(({ id }) => reasons.some(reason => 'question' in reason && reason.question === id))
  for (const question of fired ? [fired, ...scored] : scored) {
    const value = ownEntry(answers, question.id)
    if (typeof value === 'number') return scoreOf(question, value)
  }
  return null
}

function scoreOf(question: Question, value: number): HeadlineScore {
  const { min, max } = scaleOf(question)!
  return { value, min, max, question: question.id, nps: question.kind === 'nps' }
}

/** Where a score lies, so that it has a shape and not only a colour: the lower, the middle or the upper part of its scale. */
export function scoreLevelOf({
  value,
  min,
  max,
  nps,
}: Pick<HeadlineScore, 'value' | 'min' | 'max' | 'nps'>): 'low' | 'middle' | 'high' {
  if (nps) return value <= 6 ? 'low' : value <= 8 ? 'middle' : 'high'
  const place = (value - min) / (max - min)
  return place < 0.5 ? 'low' : place < 0.75 ? 'middle' : 'high'
}

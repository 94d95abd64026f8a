import type { AnswerRow } from '../responses/answerRows.ts'
import { count, list } from '../kit/words.ts'
import { type Question, scaleOf } from '../surveys/question.ts'

/** An answer as people read it: “2 of 5”, the chosen words, the text. */
export function answerWords(answer: AnswerRow, question: Question | undefined): string {
  const label = (id: string) => question?.options?.find(option => option.id === id)?.label ?? id
  if (answer.choices) return list(answer.choices.map(label))
  if (answer.number !== null) {
    const scale = question && scaleOf(question)
    return scale ? `${count(answer.number)} / ${count(scale.max)}` : count(answer.number)
  }
  return answer.kind === 'text' ? (answer.text ?? '') : label(answer.text ?? '')
}

/** Answers in the order in which they were asked. */
export function inQuestionOrder<A extends AnswerRow>(answers: readonly A[], questions: readonly Question[]): A[] {
  const place = new Map(questions.map(({ id }, i) => [id, i]))
  return [...answers].sort(
    (a, b) => (place.get(a.question) ?? 999) - (place.get(b.question) ?? 999) || (a.item < b.item ? -1 : 1),
  )
}

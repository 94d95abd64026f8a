import type { Question } from '../surveys/question.ts'

/** What fits on one page before it feels long: a matrix weighs as much as its rows. */
const PAGE = 12

const weight = ({ kind, rows = [] }: Question): number => (kind === 'matrix' ? Math.max(1, rows.length) : kind === 'text' ? 2 : 1)

/** Questions page by page, in order; short questionnaires stand on one page. */
export function questionPagesOf(questions: readonly Question[]): Question[][] {
  const steps: Question[][] = []
  let room = 0
  for (const question of questions) {
    if (room < weight(question) || steps.length === 0) {
      steps.push([])
      room = PAGE
    }
    steps.at(-1)!.push(question)
    room -= weight(question)
  }
  return steps
}

import type { AnswerValue } from '../surveys/condition.ts'
import { type Question, scaleOf } from '../surveys/question.ts'

/** An answer in the words of the questionnaire: "4 of 5", "Speed; Price", "Staff: 4; Site: 2", or what was written. */
export function inWords(question: Question, value: AnswerValue): string {
  if (typeof value === 'number') return `${value} of ${scaleOf(question)?.max ?? value}`
  if (Array.isArray(value)) return value.map(id => labelOf(question, id as string)).join('; ')
  if (typeof value === 'string') return question.kind === 'choice' ? labelOf(question, value) : value
  return Object.entries(value)
    .map(([row, cell]) => `${question.rows?.find(({ id }) => id === row)?.label ?? row}: ${typeof cell === 'number' ? cell : labelOf(question, cell)}`)
    .join('; ')
}

export const labelOf = ({ options = [] }: Question, id: string): string => options.find(option => option.id === id)?.label ?? id

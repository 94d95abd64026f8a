import type { AnswerValue } from '../surveys/answerCondition.ts'
import { type Question, scaleOf } from '../surveys/question.ts'

/** An answer in the words of the questionnaire: "4 of 5", "Speed; Price", "Staff: 4; Site: 2", or what was written. */
export function formatAnswer(question: Question, value: AnswerValue): string {
  if (typeof value === 'number') return `${value} of ${scaleOf(question)?.max ?? value}`
  if (Array.isArray(value)) return value.map(id => labelOf(question, id as string)).join('; ')
  if (typeof value === 'string') return question.kind === 'choice' ? labelOf(question, value) : value
  return Object.entries(value)
    .map(
      ([row, cell]) =>
        `${question.rows?.find(({ id }) => id === row)?.label ?? row}: ${typeof cell === 'number' ? cell : labelOf(question, cell)}`,
    )
    .join('; ')
}

/** One piece of an answer: a chosen option, or what was said of a row of a matrix. */
export interface AnswerPart {
  label: string | null
  words: string
}

/** The pieces of an answer that has several, in the order in which they were asked. */
export function answerPartsOf(question: Question, value: AnswerValue): AnswerPart[] {
  if (Array.isArray(value)) {
    const chosen = new Set(value as string[])
    const asked = (question.options ?? []).filter(({ id }) => chosen.has(id))
    const gone = [...chosen].filter(id => !asked.some(option => option.id === id))
    return [...asked.map(({ label }) => label), ...gone].map(words => ({ label: null, words }))
  }
  if (typeof value !== 'object') return []
  return (question.rows ?? []).flatMap(({ id, label }) => {
    const cell = Object.hasOwn(value, id) ? (value as Record<string, number | string>)[id] : undefined
    return cell === undefined ? [] : [{ label, words: typeof cell === 'number' ? String(cell) : labelOf(question, cell) }]
  })
}

export const labelOf = ({ options = [] }: Question, id: string): string => options.find(option => option.id === id)?.label ?? id

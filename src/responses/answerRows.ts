import type { Answers, AnswerValue } from '../surveys/answerCondition.ts'
import type { Question } from '../surveys/question.ts'

/** One answer as it is stored: a matrix has one per row. */
export interface AnswerRow {
  question: string
  /** The row of a matrix, else empty. */
  item: string
  kind: string
  number: number | null
  text: string | null
  choices: readonly string[] | null
}

/** One thing that rollups count: a value on a scale, a chosen option, that something was written, that somebody responded. */
export interface CountedValue {
  question: string
  item: string
  value: number | null
}

export function answerRows(questions: readonly Question[], answers: Answers): AnswerRow[] {
  return questions.flatMap(({ id, kind }) => {
    const value = Object.hasOwn(answers, id) ? answers[id] : undefined
    if (value === undefined) return []
    if (kind !== 'matrix') return [row(id, '', kind, value)]
    return Object.entries(value as Record<string, number | string>).map(([item, cell]) =>
      row(id, item, kind, typeof cell === 'string' ? [cell] : cell),
    )
  })
}

function row(question: string, item: string, kind: string, value: AnswerValue): AnswerRow {
  const empty = { question, item, kind, number: null, text: null, choices: null }
  if (typeof value === 'number') return { ...empty, number: value }
  if (Array.isArray(value)) return { ...empty, choices: value as string[] }
  return kind === 'choice' ? { ...empty, choices: [String(value)] } : { ...empty, text: String(value) }
}

/** The same as server/numbers/rollupStore.ts counts from what is stored; a test holds the two together. */
export function countedValuesOf(rows: readonly AnswerRow[]): CountedValue[] {
  return [
    { question: '', item: '', value: null },
    ...rows.flatMap(({ question, item, number, choices }) => [
      { question, item, value: number },
      ...(choices ?? []).map(chosen => ({ question, item: item === '' ? chosen : `${item}.${chosen}`, value: null })),
    ]),
  ]
}

/** Back from the rows to answers by question. */
export function answersOf(rows: readonly AnswerRow[]): Answers {
  const answers: Record<string, AnswerValue> = {}
  for (const { question, item, kind, number, text, choices } of rows) {
    const value = number ?? text ?? (kind === 'choices' ? [...(choices ?? [])] : (choices?.[0] ?? ''))
    if (item === '') answers[question] = value
    else
      answers[question] = {
        ...(answers[question] as Record<string, number | string> | undefined),
        [item]: value as number | string,
      }
  }
  return answers
}

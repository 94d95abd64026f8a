import type { Question } from './question.ts'

/** Fields of a form as a browser without JavaScript sends them; a name that comes more than once holds a list. */
export type FormFields = Readonly<Record<string, string | readonly string[] | undefined>>

/** The name of a question's form field: `q.stars`, in a matrix `q.speed.staff`. Ids hold no dots. */
export const fieldName = (question: string, row?: string): string =>
  row === undefined ? `q.${question}` : `q.${question}.${row}`

/** The answers in a form, not yet read (`checkAnswers` does). Fields that belong to no question are left out. */
export function rawAnswersFromForm(fields: FormFields, questions: readonly Question[]): Record<string, unknown> {
  const field = (name: string) => (Object.hasOwn(fields, name) ? fields[name] : undefined)
  const given = questions.map(({ id, kind, rows = [] }) => {
    if (kind !== 'matrix') return [id, field(fieldName(id))] as const
    const cells = rows.map(row => [row.id, field(fieldName(id, row.id))] as const).filter(([, cell]) => cell !== undefined)
    return [id, cells.length > 0 ? Object.fromEntries(cells) : undefined] as const
  })
  return Object.fromEntries(given.filter(([, value]) => value !== undefined))
}

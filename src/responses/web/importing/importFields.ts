import { t } from '../../../kit/i18n.ts'
import type { Question } from '../../../surveys/question.ts'
import { guessMapping } from '../../columnMapping.ts'

interface Field {
  id: string
  label: string
  hint?: string
}

// Questions are named with `answer.` before their id, so that none can be taken for a unit or a date.
const answerField = (id: string): string => `answer.${id}`

/** What a column of a table of past answers may hold: each question, each row of a matrix, and when, where and who. */
export function importFields(questions: readonly Question[], anonymous: boolean): Field[] {
  const answers = questions.flatMap(({ id, kind, prompt, rows = [] }) =>
    kind === 'matrix'
      ? rows.map(row => ({ id: answerField(`${id}.${row.id}`), label: `${prompt}: ${row.label}` }))
      : [{ id: answerField(id), label: prompt }],
  )
  const who = { id: 'email', label: t('E-mail of who answered'), hint: t('Finds the person again, or adds them') }
  return [
    ...answers,
    { id: 'respondedAt', label: t('When it was answered'), hint: t('Rows without a date count from now') },
    { id: 'unit', label: t('Unit'), hint: t('The key of the unit that it counts for') },
    ...(anonymous ? [] : [who]),
  ]
}

/** Our field → their column, as far as the names tell. */
export function guessFields(header: readonly string[], questions: readonly Question[]): Record<string, string> {
  const ids = new Set(questions.map(({ id }) => id))
  return Object.fromEntries(
    Object.entries(guessMapping(header, questions)).map(([column, target]) => [
      ids.has(target.split('.')[0]!) ? answerField(target) : target,
      column,
    ]),
  )
}

/** As the API takes it: their column → what it holds. */
export const asMapping = (map: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(map).map(([field, column]) => [column, field]))

/** A file to begin with: the questions as columns, and one row. */
export function sampleOf(questions: readonly Question[]): string {
  const columns = questions.flatMap(({ id, kind, rows = [] }) => (kind === 'matrix' ? rows.map(row => `${id}.${row.id}`) : [id]))
  const cells = questions.flatMap(question => {
    const value =
      question.options?.[0]?.label ?? (question.kind === 'text' ? 'Friendly and quick' : String(question.scale?.max ?? 5))
    return question.kind === 'matrix' ? (question.rows ?? []).map(() => value) : [value]
  })
  const quoted = (all: readonly string[]) => all.map(cell => `"${cell.replaceAll('"', '""')}"`).join(',')
  return `${quoted(['date', 'unit', ...columns])}\n${quoted(['2026-03-17', '', ...cells])}\n`
}

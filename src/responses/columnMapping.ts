import { AppError, type FieldError } from '../kit/errors.ts'
import type { Question } from '../surveys/question.ts'

/** What a column of a table holds. */
export type ColumnTarget =
  | { kind: 'question'; question: string; row?: string }
  | { kind: 'unit' }
  | { kind: 'respondedAt' }
  | { kind: 'email' }
  | { kind: 'segment'; key: string }

/** Columns that are read: their place in the row, their name for reasons, what they hold. */
export type ColumnMapping = readonly { column: number; name: string; target: ColumnTarget }[]

type MappableQuestions = readonly Pick<Question, 'id' | 'kind' | 'rows'>[]

const words = { unit: 'unit', respondedAt: 'respondedAt', email: 'email' } as const
const segmentKey = /^[^\u0000]{1,60}$/

/**
 * Checks `{column name: question id | "unit" | "respondedAt" | "email" | "segment.<key>"}` against the header and the questionnaire.
 * `question.row` names a row of a matrix, `answer.<id>` a question whose id is one of the words above. Empty targets are left out.
 * Throws AppError `bad_input` that names every wrong column.
 */
export function readMapping(
  given: Readonly<Record<string, string>>,
  header: readonly string[],
  questions: MappableQuestions,
): ColumnMapping {
  const errors: FieldError[] = []
  const taken = new Map<string, string>()
  const mapping = Object.entries(given).flatMap(([name, said]) => {
    if (said.trim() === '') return []
    const wrong = (message: string) => {
      errors.push({ path: `map.${name}`, message })
      return []
    }
    const column = header.findIndex(one => one.trim() === name.trim())
    if (column < 0) return wrong(`The table has no column “${name}”. It has: ${header.slice(0, 30).join(', ')}.`)
    const target = targetNamed(said.trim(), questions)
    if (!target) return wrong(`“${said}” is neither a question of this survey nor unit, respondedAt, email or segment.<key>.`)
    const key = JSON.stringify(target)
    if (taken.has(key)) return wrong(`Two columns hold “${said}”: “${taken.get(key)}” and “${name}”.`)
    taken.set(key, name)
    return [{ column, name, target }]
  })
  if (errors.length > 0) throw new AppError('bad_input', errors[0]!.message, errors)
  if (!mapping.some(({ target }) => target.kind === 'question')) {
    throw new AppError('bad_input', 'Say which column answers which question.', [
      { path: 'map', message: 'No column holds an answer.' },
    ])
  }
  return mapping
}

function targetNamed(said: string, questions: MappableQuestions): ColumnTarget | null {
  if (Object.hasOwn(words, said)) return { kind: words[said as keyof typeof words] }
  if (said.startsWith('segment.')) {
    const key = said.slice('segment.'.length).trim()
    return segmentKey.test(key) ? { kind: 'segment', key } : null
  }
  return questionNamed(said.startsWith('answer.') ? said.slice('answer.'.length) : said, questions)
}

function questionNamed(said: string, questions: MappableQuestions): ColumnTarget | null {
  const [id, row] = said.split('.', 2)
  const question = questions.find(one => one.id === id)
  if (!question) return null
  if (question.kind !== 'matrix') return row === undefined ? { kind: 'question', question: question.id } : null
  return row !== undefined && question.rows?.some(one => one.id === row) ? { kind: 'question', question: question.id, row } : null
}

const guesses: readonly [RegExp, string][] = [
  [
    /^(responded|answered|submitted|completed|created)?[ _-]?(at|on)?[ _-]?(date|datum|time|timestamp)?$|^date|^datum/i,
    'respondedAt',
  ],
  [/e-?mail/i, 'email'],
  [/^(unit|team|site|branch|location|store|department|einheit|filiale|standort)$/i, 'unit'],
]

/** A first proposal by the names of the columns; what nobody recognises is left out. */
export function guessMapping(
  header: readonly string[],
  questions: readonly Pick<Question, 'id' | 'kind' | 'rows' | 'prompt'>[],
): Record<string, string> {
  const guessed = new Map<string, string>()
  for (const name of header.map(one => one.trim()).filter(one => one !== '')) {
    const target = answerNamed(name, questions) ?? ownName(name) ?? guesses.find(([pattern]) => pattern.test(name))?.[1]
    if (target && ![...guessed.values()].includes(target)) guessed.set(name, target)
  }
  return Object.fromEntries(guessed)
}

const same = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase()

/** A question by its id or its words, a row of a matrix as an export names it: `grid.staff`. */
function answerNamed(name: string, questions: Parameters<typeof guessMapping>[1]): string | undefined {
  for (const { id, kind, prompt, rows = [] } of questions) {
    if (kind !== 'matrix' && (same(id, name) || same(prompt, name))) return Object.hasOwn(words, id) ? `answer.${id}` : id
    const row = kind === 'matrix' && rows.find(one => same(`${id}.${one.id}`, name))
    if (row) return `${id}.${row.id}`
  }
  return undefined
}

const ownName = (name: string): string | undefined =>
  name.startsWith('segment.') && segmentKey.test(name.slice('segment.'.length).trim()) ? name : undefined

import { email as emailSchema } from '../kit/contract.ts'
import type { Translate } from '../kit/i18n.ts'
import { translator } from '../kit/translator.ts'
import { checkAnswers } from '../surveys/answers.ts'
import { cleanText } from '../surveys/parseAnswer.ts'
import type { Answers } from '../surveys/answerCondition.ts'
import type { Questionnaire } from '../surveys/questionnaire.ts'
import { type DateOrder, readDate } from './importDates.ts'
import type { ColumnMapping, ColumnTarget } from './columnMapping.ts'

export interface ImportedResponse {
  kind: 'response'
  answers: Answers
  /** Every required question that is asked has an answer. */
  complete: boolean
  /** Null when the row holds no date: such a response counts from the moment of the import, and the import says how many there were. */
  respondedAt: Date | null
  unit: string | null
  email: string | null
  segments: Readonly<Record<string, string>>
}

/** A row that is not taken over, with the reason in words that name its column. */
export interface SkippedRow {
  kind: 'skip'
  reason: string
}

export interface ImportSettings {
  /** The organisation's zone: clocks without a zone are meant there. */
  zone: string
  dates: DateOrder
  now: Date
}

type ImportSurvey = Pick<Questionnaire, 'questions' | 'translations'>

const english = translator('en')
const longestSegment = 100
const longestUnit = 500

/**
 * Reads one row of a table as a response, or says why not. A row with one wrong cell is skipped whole: half a response would look like
 * a customer who left a question out. Never throws, whatever the cells hold.
 */
export function readImportRow(
  cells: readonly string[],
  mapping: ColumnMapping,
  survey: ImportSurvey,
  settings: ImportSettings,
): ImportedResponse | SkippedRow {
  const given = mapping.map(({ column, name, target }) => ({ name, target, cell: cleanText(String(cells[column] ?? '')) }))
  const read = readAnswers(given, survey)
  if ('reason' in read) return { kind: 'skip', reason: read.reason }
  const response: ImportedResponse = { kind: 'response', ...read, respondedAt: null, unit: null, email: null, segments: {} }
  for (const { name, target, cell } of given) {
    const reason = place(response, target, cell, settings)
    if (reason) return { kind: 'skip', reason: `Column “${name}” ${reason}` }
  }
  return response
}

type ImportCell = { name: string; target: ColumnTarget; cell: string }

function readAnswers(
  given: readonly ImportCell[],
  survey: ImportSurvey,
): { answers: Answers; complete: boolean } | { reason: string } {
  const raw = new Map<string, unknown>()
  for (const { target, cell } of given) {
    if (target.kind !== 'question') continue
    const value = valueOf(cell, target.question, survey)
    if (target.row === undefined) raw.set(target.question, value)
    else raw.set(target.question, { ...(raw.get(target.question) as object | undefined), [target.row]: value })
  }
  const { answers, problems, complete } = checkAnswers(survey, Object.fromEntries(raw), { t: english as Translate })
  const problem = problems[0]
  if (problem) return { reason: inColumn(problem, given) }
  return Object.keys(answers).length > 0 ? { answers, complete } : { reason: 'No question is answered in this row.' }
}

const nothing = new Set(['', 'na', 'n/a', 'null', 'none', '-', '–', 'nan', '#n/a'])

/** Words that tables use for "not answered" count as such, except where people write; several choices may share a cell. */
function valueOf(cell: string, id: string, { questions }: ImportSurvey): unknown {
  const question = questions.find(one => one.id === id)
  if (question?.kind === 'text') return cell
  const options = question?.options ?? []
  const isOption = options.some(option => option.id === cell || option.label.trim().toLowerCase() === cell.toLowerCase())
  if (!isOption && nothing.has(cell.toLowerCase())) return null
  if (question?.kind === 'choices' && !isOption) return cell.split(/[;|]/).map(part => part.trim())
  // A spreadsheet writes 4 as 4.0.
  return /^\d{1,2}[.,]0+$/.test(cell) ? cell.replace(/[.,]0+$/, '') : cell
}

function inColumn(
  { path, question, message }: { path: string; question: string; message: string },
  given: readonly ImportCell[],
): string {
  const row = path.split('.')[2]
  const cell = given.find(({ target }) => target.kind === 'question' && target.question === question && target.row === row)
  return cell ? `Column “${cell.name}” holds “${shortened(cell.cell)}”. ${message}` : message
}

/** Puts a cell that is no answer in its place; returns what is wrong with it. */
function place(
  response: ImportedResponse,
  target: ColumnTarget,
  cell: string,
  { zone, dates, now }: ImportSettings,
): string | undefined {
  switch (target.kind) {
    case 'respondedAt': {
      if (nothing.has(cell.toLowerCase())) return
      const at = readDate(cell, zone, dates)
      if (!at) return `holds “${shortened(cell)}”, which is no date such as 2026-03-31 or 31.03.2026 14:05.`
      if (at.getTime() > now.getTime() + 86_400_000) return `holds “${shortened(cell)}”, which lies in the future.`
      if (at.getTime() < Date.UTC(1970, 0, 1)) return `holds “${shortened(cell)}”, which is too long ago.`
      response.respondedAt = at
      return
    }
    case 'email': {
      const address = emailSchema.safeParse(cell)
      if (cell !== '' && !address.success) return `holds “${shortened(cell)}”, which is no e-mail address.`
      response.email = address.success ? address.data : null
      return
    }
    case 'unit':
      if (cell.length > longestUnit) return 'holds more text than a unit’s name can have.'
      response.unit = cell === '' ? null : cell
      return
    case 'segment':
      if (cell.length > longestSegment) return `holds more than ${longestSegment} characters: too long for a segment.`
      if (cell !== '') response.segments = { ...response.segments, [target.key]: cell }
      return
    case 'question':
      return
  }
}

const shortened = (cell: string): string => (cell.length > 40 ? `${cell.slice(0, 40).toWellFormed()}…` : cell)

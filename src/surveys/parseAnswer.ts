// @words colleagues
import type { Translate } from '../kit/i18n.ts'
import type { AnswerValue } from './answerCondition.ts'
import { limits, type AnswerOption, type Question, scaleOf } from './question.ts'
import type { Questionnaire } from './questionnaire.ts'

export interface AnswerFault {
  row?: string
  message: string
}

type ParsedAnswer = { value?: AnswerValue | undefined; wrong: AnswerFault[] }
type Translations = Questionnaire['translations']

/**
 * Reads one answer as JSON, a form field or a CSV cell gives it: "9" is 9, an option may be named by its id or by its words in any
 * language of the questionnaire. Nothing, blank text and empty lists are no answer.
 */
export function parseAnswer(question: Question, given: unknown, translations: Translations, t: Translate): ParsedAnswer {
  if (isNothing(given)) return { wrong: [] }
  switch (question.kind) {
    case 'text':
      return readText(given, t)
    case 'choice':
      return readOption(question, Array.isArray(given) && given.length === 1 ? given[0] : given, translations, t)
    case 'choices':
      return readOptions(question, Array.isArray(given) ? given : [given], translations, t)
    case 'matrix':
      return readMatrix(question, given, translations, t)
    default:
      return readNumber(question, given, t)
  }
}

const isNothing = (given: unknown): boolean =>
  given === undefined ||
  given === null ||
  (typeof given === 'string' && given.trim() === '') ||
  (Array.isArray(given) && given.every(isNothing))

function readNumber(question: Question, given: unknown, t: Translate): ParsedAnswer {
  const { min, max } = scaleOf(question)!
  const value = typeof given === 'string' && /^\s*\d{1,3}\s*$/.test(given) ? Number(given) : given
  if (typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max) return { value: value + 0, wrong: [] }
  return { wrong: [{ message: t('Please choose a number from {min} to {max}.', { min, max }) }] }
}

function readText(given: unknown, t: Translate): ParsedAnswer {
  if (typeof given !== 'string' && typeof given !== 'number') return { wrong: [{ message: t('Please write text here.') }] }
  const value = cleanText(String(given))
  if (value === '') return { wrong: [] }
  if (value.length > limits.answer) {
    return {
      wrong: [
        {
          message: t('Please shorten this: it has {length} characters, {most} fit.', {
            length: value.length,
            most: limits.answer,
          }),
        },
      ],
    }
  }
  return { value, wrong: [] }
}

/** One form for the same words: NFC, plain line ends, no NUL or other control characters, no half characters, no blanks around. */
export const cleanText = (given: string): string =>
  given
    .toWellFormed()
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .trim()

function readOption(question: Question, given: unknown, translations: Translations, t: Translate): ParsedAnswer {
  const option =
    typeof given === 'string' || typeof given === 'number' ? optionNamed(question, String(given), translations) : undefined
  return option ? { value: option.id, wrong: [] } : { wrong: [{ message: t('Please choose one of the answers shown.') }] }
}

function readOptions(question: Question, given: readonly unknown[], translations: Translations, t: Translate): ParsedAnswer {
  const chosen = given.filter(one => !isNothing(one)).map(one => readOption(question, one, translations, t))
  const wrong = chosen.find(one => one.wrong.length > 0)
  if (wrong) return { wrong: wrong.wrong }
  // In the order of the questionnaire, each once: two people who chose the same gave the same answer.
  const ids = new Set(chosen.map(({ value }) => value))
  return { value: (question.options ?? []).map(({ id }) => id).filter(id => ids.has(id)), wrong: [] }
}

function optionNamed(
  { id: question, options = [] }: Question,
  given: string,
  translations: Translations,
): AnswerOption | undefined {
  const same = (label: string | undefined) => label !== undefined && folded(label) === folded(given)
  return (
    options.find(({ id }) => id === given.trim()) ??
    options.find(({ label }) => same(label)) ??
    options.find(({ id }) => Object.values(translations).some(texts => same(texts[`${question}.option.${id}`])))
  )
}

const folded = (label: string): string => cleanText(label).toLowerCase()

function readMatrix(question: Question, given: unknown, translations: Translations, t: Translate): ParsedAnswer {
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    return { wrong: [{ message: t('Please answer row by row.') }] }
  const cells = given as Record<string, unknown>
  const rows = question.rows ?? []
  const strangers = Object.keys(cells).filter(row => !rows.some(({ id }) => id === row))
  const read = rows.map(({ id: row }) => ({
    row,
    ...readCell(question, Object.hasOwn(cells, row) ? cells[row] : undefined, translations, t),
  }))
  const values = read.flatMap(({ row, value }) => (value === undefined ? [] : [[row, value as number | string] as const]))
  return {
    value: values.length > 0 ? Object.fromEntries(values) : undefined,
    wrong: [
      ...strangers.map(row => ({ row, message: t('There is no row “{row}” here.', { row: row.slice(0, 60) }) })),
      ...read.flatMap(({ row, wrong }) => wrong.map(({ message }) => ({ row, message }))),
    ],
  }
}

function readCell(question: Question, given: unknown, translations: Translations, t: Translate): ParsedAnswer {
  if (isNothing(given)) return { wrong: [] }
  return scaleOf(question) ? readNumber(question, given, t) : readOption(question, given, translations, t)
}

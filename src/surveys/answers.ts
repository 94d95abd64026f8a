// @words colleagues
import { t as active, type Translate } from '../kit/i18n.ts'
import { type Answers, type AnswerValue, conditionHolds } from './answerCondition.ts'
import { parseAnswer, type AnswerFault } from './parseAnswer.ts'
import type { Question } from './question.ts'
import type { Questionnaire } from './questionnaire.ts'

/** What is wrong with one answer: `path` as in `answers.speed.staff`, `message` in words for who answers. */
export interface AnswerProblem {
  path: string
  question: string
  message: string
}

export interface CheckedAnswers {
  /** Only what may be stored: good answers to questions that are asked. */
  answers: Answers
  problems: AnswerProblem[]
  /** Required questions that are asked and have no good answer yet. */
  missing: string[]
  /** Nothing is wrong and nothing is missing. */
  complete: boolean
}

/**
 * Reads a set of answers against a version of a questionnaire. Good answers are kept even where others are wrong, so that saving
 * as one goes loses nothing. Answers to hidden questions are dropped, also when they were given before the question was hidden.
 * `finish`: missing required answers are problems too. `strangers`: what to do about ids that the questionnaire does not know.
 * Reading its own result again changes nothing.
 */
export function checkAnswers(
  questionnaire: Pick<Questionnaire, 'questions' | 'translations'>,
  given: Readonly<Record<string, unknown>>,
  { finish = false, strangers = 'refuse', t = active }: { finish?: boolean; strangers?: 'refuse' | 'ignore'; t?: Translate } = {},
): CheckedAnswers {
  const kept: [string, AnswerValue][] = []
  const problems: AnswerProblem[] = strangers === 'refuse' ? strangersIn(questionnaire, given, t) : []
  const missing: string[] = []
  for (const question of questionnaire.questions) {
    if (question.showIf && !conditionHolds(question.showIf, Object.fromEntries(kept))) continue
    const { value, wrong } = parseAnswer(
      question,
      Object.hasOwn(given, question.id) ? given[question.id] : undefined,
      questionnaire.translations,
      t,
    )
    if (value !== undefined) kept.push([question.id, value])
    problems.push(...wrong.map(problem => placed(question, problem)))
    if (isMissing(question, value)) {
      missing.push(question.id)
      if (finish && wrong.length === 0) problems.push(placed(question, { message: t('Please answer this question.') }))
    }
  }
  return { answers: Object.fromEntries(kept), problems, missing, complete: problems.length === 0 && missing.length === 0 }
}

const placed = ({ id }: Question, { row, message }: AnswerFault): AnswerProblem => ({
  path: row === undefined ? `answers.${id}` : `answers.${id}.${row}`,
  question: id,
  message,
})

function strangersIn(
  { questions }: Pick<Questionnaire, 'questions'>,
  given: Readonly<Record<string, unknown>>,
  t: Translate,
): AnswerProblem[] {
  const known = new Set(questions.map(({ id }) => id))
  return Object.keys(given)
    .filter(id => !known.has(id))
    .map(id => ({
      path: `answers.${id}`,
      question: id,
      message: t('There is no question “{id}” here.', { id: id.slice(0, 60) }),
    }))
}

/** A required matrix wants every row. */
function isMissing({ required, kind, rows }: Question, value: AnswerValue | undefined): boolean {
  if (!required) return false
  if (value === undefined) return true
  return kind === 'matrix' && (rows ?? []).some(({ id }) => !Object.hasOwn(value as object, id))
}

// @words colleagues
import { t as active, type Translate } from '../kit/i18n.ts'
import { type Answers, conditionHolds, answerTestsOf } from './answerCondition.ts'
import { isScaled, type Question, scaleOf } from './question.ts'

/**
 * Which questions are asked, given these answers? Answers to hidden questions do not count: what depends on them is hidden as well.
 * A condition that points to a later question finds no answer there.
 */
export function askedQuestions(questions: readonly Question[], answers: Answers): { questions: Question[]; answers: Answers } {
  const asked: Question[] = []
  const kept: [string, Answers[string]][] = []
  for (const question of questions) {
    if (question.showIf && !conditionHolds(question.showIf, Object.fromEntries(kept))) continue
    asked.push(question)
    if (Object.hasOwn(answers, question.id)) kept.push([question.id, answers[question.id]!])
  }
  return { questions: asked, answers: Object.fromEntries(kept) }
}

/** What is wrong with a show-if rule, in words for who builds it; empty when it can work. */
export function showIfProblems(question: Question, earlier: readonly Question[], t: Translate = active): string[] {
  if (!question.showIf) return []
  return answerTestsOf(question.showIf).flatMap(leaf => {
    const other = earlier.find(({ id }) => id === leaf.question)
    if (!other) return [t('It looks at “{question}”, which is not an earlier question.', { question: leaf.question })]
    if (leaf.row !== undefined && !other.rows?.some(({ id }) => id === leaf.row))
      return [t('“{question}” has no row “{row}”.', { question: short(other), row: leaf.row })]
    if ('atMost' in leaf || 'atLeast' in leaf) return wrongBounds(leaf, other, t)
    if ('equals' in leaf) return wrongValue(String(leaf.equals), other, t)
    return 'includes' in leaf ? wrongValue(leaf.includes, other, t) : []
  })
}

function wrongBounds(
  { atMost = Number.POSITIVE_INFINITY, atLeast = Number.NEGATIVE_INFINITY },
  other: Question,
  t: Translate,
): string[] {
  const scale = scaleOf(other)
  if (!isScaled(other.kind) || !scale) return [t('“{question}” is not answered with a number.', { question: short(other) })]
  if (atLeast > Math.min(atMost, scale.max) || atMost < scale.min)
    return [t('No answer to “{question}” can be like that.', { question: short(other) })]
  return []
}

function wrongValue(value: string, other: Question, t: Translate): string[] {
  const scale = scaleOf(other)
  const possible = scale
    ? Number(value) >= scale.min && Number(value) <= scale.max
    : (other.options?.some(({ id }) => id === value) ?? true)
  return possible ? [] : [t('“{question}” has no answer “{value}”.', { question: short(other), value })]
}

const short = ({ prompt, id }: Question): string =>
  prompt === '' ? id : prompt.length > 60 ? `${prompt.slice(0, 57).toWellFormed()}…` : prompt

import { t } from '../kit/i18n.ts'
import type { Condition, Leaf } from '../surveys/condition.ts'
import type { Question } from '../surveys/question.ts'
import type { RouteStep, When } from './rule.ts'

type Questions = ReadonlyMap<string, Question>

export const byId = (questions: readonly Question[]): Questions => new Map(questions.map(question => [question.id, question]))

/** A rule as a sentence: “How was your visit? 2 or less”. */
export function whenWords(when: When, questions: Questions): string {
  if ('all' in when) return joined(when.all, questions, t('and'))
  return joined(when.any, questions, t('or'))
}

const joined = (conditions: readonly Condition[], questions: Questions, word: string): string =>
  conditions.map(condition => conditionWords(condition, questions)).join(` ${word} `)

export function conditionWords(condition: Condition, questions: Questions): string {
  if ('all' in condition) return `(${joined(condition.all, questions, t('and'))})`
  if ('any' in condition) return `(${joined(condition.any, questions, t('or'))})`
  if ('not' in condition) return t('not {what}', { what: conditionWords(condition.not, questions) })
  return `“${questionWords(condition, questions)}” ${boundWords(condition, questions)}`
}

export function questionWords({ question, row }: Leaf, questions: Questions): string {
  const known = questions.get(question)
  const prompt = known?.prompt || question
  const label = row && (known?.rows?.find(({ id }) => id === row)?.label ?? row)
  return label ? `${prompt}, ${label}` : prompt
}

/** “2 or less”, “from 5 to 6”, “exactly 3”, “Yes”, “is answered” */
export function boundWords(leaf: Leaf, questions: Questions): string {
  const option = (id: string) => questions.get(leaf.question)?.options?.find(one => one.id === id)?.label ?? id
  if ('answered' in leaf) return leaf.answered ? t('is answered') : t('is left out')
  if ('includes' in leaf) return t('has “{option}”', { option: option(leaf.includes) })
  if ('equals' in leaf) return typeof leaf.equals === 'number' ? t('exactly {n}', { n: leaf.equals }) : `“${option(leaf.equals)}”`
  const { atMost, atLeast } = leaf
  if (atMost === undefined) return t('{n} or more', { n: atLeast ?? 0 })
  return atLeast === undefined ? t('{n} or less', { n: atMost }) : t('from {low} to {high}', { low: atLeast, high: atMost })
}

export function stepWords(step: RouteStep): string {
  switch (step.to) {
    case 'unit-manager':
      return t('the manager of the unit')
    case 'skip':
      return t('the manager above them')
    case 'account-owner':
      return t('who looks after the customer’s account')
    case 'person':
      return step.email
  }
}

/** “the manager of the unit, else the manager above them” */
export const routeWords = (route: readonly RouteStep[]): string => route.map(stepWords).join(t(', else '))

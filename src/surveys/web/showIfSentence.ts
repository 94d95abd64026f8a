import { t as active, type Translate } from '../../kit/i18n.ts'
import type { Condition, AnswerTest } from '../answerCondition.ts'
import { type Question, scaleOf, takesOptions, valuesOf } from '../question.ts'

/** A show-if rule as the builder can edit it: statements joined by one word. */
export interface ShowIfSentence {
  join: 'all' | 'any'
  leaves: AnswerTest[]
}

/** undefined for rules with groups in groups, which other systems may have made. */
export function showIfSentenceOf(condition: Condition): ShowIfSentence | undefined {
  if ('not' in condition) return undefined
  const join = 'any' in condition ? 'any' : 'all'
  const parts = 'all' in condition ? condition.all : 'any' in condition ? condition.any : [condition]
  return parts.every(part => 'question' in part) ? { join, leaves: parts } : undefined
}

export function conditionOf({ join, leaves }: ShowIfSentence): Condition | undefined {
  const [first, ...more] = leaves
  return more.length === 0 ? first : join === 'any' ? { any: leaves } : { all: leaves }
}

export type Comparison = 'answered' | 'unanswered' | 'equals' | 'includes' | 'atMost' | 'atLeast' | 'between'

export function comparisonOf(leaf: AnswerTest): Comparison {
  if ('answered' in leaf) return leaf.answered ? 'answered' : 'unanswered'
  if ('equals' in leaf) return 'equals'
  if ('includes' in leaf) return 'includes'
  const { atMost, atLeast } = leaf
  return atMost !== undefined && atLeast !== undefined ? 'between' : atMost !== undefined ? 'atMost' : 'atLeast'
}

/** What can be said about answers to a question. */
export function comparisonsFor(question: Question): Comparison[] {
  if (scaleOf(question)) return ['atMost', 'atLeast', 'between', 'equals', 'answered', 'unanswered']
  if (question.kind === 'choices') return ['includes', 'equals', 'answered', 'unanswered']
  return takesOptions(question.kind) ? ['equals', 'answered', 'unanswered'] : ['answered', 'unanswered']
}

export interface AnswerChoice {
  id: string
  label: string
}

export function answerChoicesFor(question: Question): AnswerChoice[] {
  const scale = scaleOf(question)
  if (scale) return valuesOf(scale).map(value => ({ id: String(value), label: String(value) }))
  return (question.options ?? []).map(({ id, label }) => ({ id, label: label || id }))
}

/** The same statement said in another way, keeping its value where one is needed again. */
export function withComparison(leaf: AnswerTest, way: Comparison, question: Question): AnswerTest {
  const at = { question: leaf.question, ...(leaf.row !== undefined && { row: leaf.row }) }
  const values = answerChoicesFor(question)
  const numbers = scaleOf(question) !== undefined
  const kept = testedValueOf(leaf) ?? values[Math.floor(values.length / 2)]?.id ?? ''
  if (way === 'answered' || way === 'unanswered') return { ...at, answered: way === 'answered' }
  if (way === 'includes') return { ...at, includes: kept }
  if (way === 'equals') return { ...at, equals: numbers ? Number(kept) : kept }
  if (way === 'atMost') return { ...at, atMost: Number(kept) }
  if (way === 'atLeast') return { ...at, atLeast: Number(kept) }
  return { ...at, atLeast: Number(kept), atMost: Number(values.at(-1)?.id ?? kept) }
}

export function testedValueOf(leaf: AnswerTest): string | undefined {
  if ('equals' in leaf) return String(leaf.equals)
  if ('includes' in leaf) return leaf.includes
  if ('answered' in leaf) return undefined
  const value = leaf.atLeast ?? leaf.atMost
  return value === undefined ? undefined : String(value)
}

export function withValue(leaf: AnswerTest, value: string): AnswerTest {
  if ('equals' in leaf) return { ...leaf, equals: typeof leaf.equals === 'number' ? Number(value) : value }
  if ('includes' in leaf) return { ...leaf, includes: value }
  if ('answered' in leaf) return leaf
  return leaf.atLeast !== undefined ? { ...leaf, atLeast: Number(value) } : { ...leaf, atMost: Number(value) }
}

export function comparisonWords(way: Comparison, t: Translate = active): string {
  switch (way) {
    case 'answered':
      return t('was answered')
    case 'unanswered':
      return t('was not answered')
    case 'equals':
      return t('is exactly')
    case 'includes':
      return t('includes')
    case 'atMost':
      return t('is at most')
    case 'atLeast':
      return t('is at least')
    case 'between':
      return t('is between')
  }
}

export const promptOf = ({ prompt, id }: Question): string => prompt || id

/** A whole rule in words, also one that cannot be edited here. */
export function ruleWords(condition: Condition, questions: readonly Question[], t: Translate = active): string {
  const inside = (part: Condition) => ruleWords(part, questions, t)
  if ('all' in condition) return condition.all.map(inside).join(t(' and '))
  if ('any' in condition) return condition.any.map(inside).join(t(' or '))
  if ('not' in condition) return t('not ({rule})', { rule: inside(condition.not) })
  const question = questions.find(({ id }) => id === condition.question)
  const said = (id: string) => (question ? answerChoicesFor(question).find(value => value.id === id)?.label : undefined) ?? id
  const way = comparisonOf(condition)
  const value = testedValueOf(condition)
  const upTo = 'atMost' in condition && way === 'between' ? ` ${t('and')} ${condition.atMost}` : ''
  const row = question?.rows?.find(({ id }) => id === condition.row)?.label
  const subject = `“${question ? promptOf(question) : condition.question}”${row ? ` (${row})` : ''}`
  return [subject, comparisonWords(way, t), value === undefined ? '' : `“${said(value)}”${upTo}`].filter(Boolean).join(' ')
}

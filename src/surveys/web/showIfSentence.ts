import { t as active, type Translate } from '../../kit/i18n.ts'
import type { Condition, Leaf } from '../condition.ts'
import { type Question, scaleOf, takesOptions, valuesOf } from '../question.ts'

/** A show-if rule as the builder can edit it: statements joined by one word. */
export interface Sentence {
  join: 'all' | 'any'
  leaves: Leaf[]
}

/** undefined for rules with groups in groups, which other systems may have made. */
export function sentenceOf(condition: Condition): Sentence | undefined {
  if ('not' in condition) return undefined
  const join = 'any' in condition ? 'any' : 'all'
  const parts = 'all' in condition ? condition.all : 'any' in condition ? condition.any : [condition]
  return parts.every(part => 'question' in part) ? { join, leaves: parts } : undefined
}

export function conditionOf({ join, leaves }: Sentence): Condition | undefined {
  const [first, ...more] = leaves
  return more.length === 0 ? first : join === 'any' ? { any: leaves } : { all: leaves }
}

export type Way = 'answered' | 'unanswered' | 'equals' | 'includes' | 'atMost' | 'atLeast' | 'between'

export function wayOf(leaf: Leaf): Way {
  if ('answered' in leaf) return leaf.answered ? 'answered' : 'unanswered'
  if ('equals' in leaf) return 'equals'
  if ('includes' in leaf) return 'includes'
  const { atMost, atLeast } = leaf
  return atMost !== undefined && atLeast !== undefined ? 'between' : atMost !== undefined ? 'atMost' : 'atLeast'
}

/** What can be said about answers to a question. */
export function waysFor(question: Question): Way[] {
  if (scaleOf(question)) return ['atMost', 'atLeast', 'between', 'equals', 'answered', 'unanswered']
  if (question.kind === 'choices') return ['includes', 'equals', 'answered', 'unanswered']
  return takesOptions(question.kind) ? ['equals', 'answered', 'unanswered'] : ['answered', 'unanswered']
}

export interface Value {
  id: string
  label: string
}

export function valuesFor(question: Question): Value[] {
  const scale = scaleOf(question)
  if (scale) return valuesOf(scale).map(value => ({ id: String(value), label: String(value) }))
  return (question.options ?? []).map(({ id, label }) => ({ id, label: label || id }))
}

/** The same statement said in another way, keeping its value where one is needed again. */
export function inWay(leaf: Leaf, way: Way, question: Question): Leaf {
  const at = { question: leaf.question, ...(leaf.row !== undefined && { row: leaf.row }) }
  const values = valuesFor(question)
  const numbers = scaleOf(question) !== undefined
  const kept = valueIn(leaf) ?? values[Math.floor(values.length / 2)]?.id ?? ''
  if (way === 'answered' || way === 'unanswered') return { ...at, answered: way === 'answered' }
  if (way === 'includes') return { ...at, includes: kept }
  if (way === 'equals') return { ...at, equals: numbers ? Number(kept) : kept }
  if (way === 'atMost') return { ...at, atMost: Number(kept) }
  if (way === 'atLeast') return { ...at, atLeast: Number(kept) }
  return { ...at, atLeast: Number(kept), atMost: Number(values.at(-1)?.id ?? kept) }
}

export function valueIn(leaf: Leaf): string | undefined {
  if ('equals' in leaf) return String(leaf.equals)
  if ('includes' in leaf) return leaf.includes
  if ('answered' in leaf) return undefined
  const value = leaf.atLeast ?? leaf.atMost
  return value === undefined ? undefined : String(value)
}

export function withValue(leaf: Leaf, value: string): Leaf {
  if ('equals' in leaf) return { ...leaf, equals: typeof leaf.equals === 'number' ? Number(value) : value }
  if ('includes' in leaf) return { ...leaf, includes: value }
  if ('answered' in leaf) return leaf
  return leaf.atLeast !== undefined ? { ...leaf, atLeast: Number(value) } : { ...leaf, atMost: Number(value) }
}

export function wayWords(way: Way, t: Translate = active): string {
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
  const said = (id: string) => (question ? valuesFor(question).find(value => value.id === id)?.label : undefined) ?? id
  const way = wayOf(condition)
  const value = valueIn(condition)
  const upTo = 'atMost' in condition && way === 'between' ? ` ${t('and')} ${condition.atMost}` : ''
  const row = question?.rows?.find(({ id }) => id === condition.row)?.label
  const subject = `“${question ? promptOf(question) : condition.question}”${row ? ` (${row})` : ''}`
  return [subject, wayWords(way, t), value === undefined ? '' : `“${said(value)}”${upTo}`].filter(Boolean).join(' ')
}

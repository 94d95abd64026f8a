import { type Answers, holds, leavesOf } from './condition.ts'
import { isScaled, type Question, scaleOf } from './question.ts'

/**
 * Which questions are asked, given these answers? Answers to hidden questions do not count: what depends on them is hidden as well.
 * A condition that points to a later question finds no answer there.
 */
export function shown(questions: readonly Question[], answers: Answers): { questions: Question[]; answers: Answers } {
  const asked: Question[] = []
  const kept: [string, Answers[string]][] = []
  for (const question of questions) {
    if (question.showIf && !holds(question.showIf, Object.fromEntries(kept))) continue
    asked.push(question)
    if (Object.hasOwn(answers, question.id)) kept.push([question.id, answers[question.id]!])
  }
  return { questions: asked, answers: Object.fromEntries(kept) }
}

/** What is wrong with a show-if rule, in words for who builds it; empty when it can work. */
export function wrongWith(question: Question, earlier: readonly Question[]): string[] {
  if (!question.showIf) return []
  return leavesOf(question.showIf).flatMap(leaf => {
    const other = earlier.find(({ id }) => id === leaf.question)
    if (!other) return [`It looks at “${leaf.question}”, which is not an earlier question.`]
    if (leaf.row !== undefined && !other.rows?.some(({ id }) => id === leaf.row))
      return [`“${other.id}” has no row “${leaf.row}”.`]
    if ('atMost' in leaf || 'atLeast' in leaf) return wrongBounds(leaf, other)
    if ('equals' in leaf) return wrongValue(String(leaf.equals), other)
    return 'includes' in leaf ? wrongValue(leaf.includes, other) : []
  })
}

function wrongBounds({ atMost = Number.POSITIVE_INFINITY, atLeast = Number.NEGATIVE_INFINITY }, other: Question): string[] {
  const scale = scaleOf(other)
  if (!isScaled(other.kind) || !scale) return [`“${other.id}” is not answered with a number.`]
  if (atLeast > Math.min(atMost, scale.max) || atMost < scale.min) return [`No answer to “${other.id}” can be like that.`]
  return []
}

function wrongValue(value: string, other: Question): string[] {
  const scale = scaleOf(other)
  const possible = scale
    ? Number(value) >= scale.min && Number(value) <= scale.max
    : (other.options?.some(({ id }) => id === value) ?? true)
  return possible ? [] : [`“${other.id}” has no answer “${value}”.`]
}

import { type Answers, type Condition, conditionHolds, type AnswerTest } from '../surveys/answerCondition.ts'
import { fieldName } from '../surveys/formAnswers.ts'
import { type Question, scaleOf, valuesOf } from '../surveys/question.ts'

/** Whether a condition holds, as CSS pseudo-classes on the form `#f`, or true/false where it is known on the server. */
type CssCondition = string | boolean

/**
 * Show-if rules without script: `:has()` looks at what is chosen on this page; what stands on earlier pages is known. Browsers without
 * `:has()` show every question, and the server drops what was not asked: the rule is decided there, here it is only drawn.
 */
export function conditionStyle(questions: readonly Question[], page: readonly Question[], saved: Answers): string {
  const rules = page.flatMap(question => {
    const seen = seenOf(question, questions, page, saved)
    if (seen === true) return []
    return [seen === false ? `#q-${question.id}{display:none}` : `#f:not(${seen}) #q-${question.id}{display:none}`]
  })
  return rules.length ? `@supports selector(:has(a)){${rules.join('')}}` : ''
}

function seenOf(question: Question, questions: readonly Question[], page: readonly Question[], saved: Answers): CssCondition {
  if (!question.showIf) return true
  // Only earlier questions count, so that two that point at each other end.
  const earlier = questions.slice(0, questions.indexOf(question))
  return read(question.showIf)

  function read(condition: Condition): CssCondition {
    if ('all' in condition) return all(condition.all.map(read))
    if ('any' in condition) return not(all(condition.any.map(part => not(read(part)))))
    if ('not' in condition) return not(read(condition.not))
    const other = earlier.find(({ id }) => id === condition.question)
    if (!other) return conditionHolds(condition, {})
    if (!page.includes(other)) return conditionHolds(condition, saved)
    // An answer to a question that is not shown does not count.
    const shown = seenOf(other, questions, page, saved)
    return 'answered' in condition && !condition.answered
      ? not(all([shown, leafSeen({ question: other.id, answered: true }, other)]))
      : all([shown, leafSeen(condition, other)])
  }
}

function all(parts: readonly CssCondition[]): CssCondition {
  if (parts.includes(false)) return false
  return parts.filter(part => typeof part === 'string').join('') || true
}

const not = (seen: CssCondition): CssCondition => (typeof seen === 'string' ? `:not(${seen})` : !seen)

function leafSeen(leaf: AnswerTest, question: Question): CssCondition {
  const at = `#q-${question.id} ${leaf.row === undefined ? '' : `[name="${fieldName(question.id, leaf.row)}"]`}`
  const chosen = (value: string) => `:has(${at}[value="${value}"]:checked)`
  if (question.kind === 'text') {
    // What a text says, CSS cannot read: such a question stays in view.
    return 'answered' in leaf ? `:has(${at}:not(:placeholder-shown):is(textarea))` : true
  }
  if ('answered' in leaf) return `:has(${at}:checked)`
  if ('includes' in leaf) return safe(leaf.includes) && chosen(leaf.includes)
  if ('equals' in leaf) {
    const value = String(leaf.equals)
    if (!safe(value)) return false
    return question.kind === 'choices' ? `${chosen(value)}:not(:has(${at}:checked:not([value="${value}"])))` : chosen(value)
  }
  const scale = scaleOf(question)
  if (!scale) return false
  const fitting = valuesOf(scale).filter(value => value <= (leaf.atMost ?? value) && value >= (leaf.atLeast ?? value))
  return fitting.length > 0 && `:has(${at}:is(${fitting.map(value => `[value="${value}"]`).join(',')}):checked)`
}

// Only ids and numbers may stand in a style sheet.
const safe = (value: string): boolean => /^[A-Za-z0-9_-]{1,60}$/.test(value)

import type { Condition, When } from './rule.ts'

/** What was answered to one question; a skipped question has no entry. */
export interface Answered {
  number: number | null
  text: string | null
  choices: readonly string[]
}

export type Answers = ReadonlyMap<string, Answered>

/** Why a rule fired: the answers that fulfilled it. */
export interface Reason {
  question: string
  value: number | string
}

/** The reasons why the rule fires on these answers; null when it does not. An unanswered question fulfils nothing. */
export function evaluate(when: When, answers: Answers): Reason[] | null {
  return when.all ? every(when.all, answers) : some(when.any ?? [], answers)
}

function every(conditions: readonly Condition[], answers: Answers): Reason[] | null {
  const reasons: Reason[] = []
  for (const condition of conditions) {
    const found = check(condition, answers)
    if (!found) return null
    reasons.push(...found)
  }
  return reasons
}

function some(conditions: readonly Condition[], answers: Answers): Reason[] | null {
  const reasons = conditions.flatMap(condition => check(condition, answers) ?? [])
  return reasons.length > 0 ? reasons : null
}

function check(condition: Condition, answers: Answers): Reason[] | null {
  if (condition.all) return every(condition.all, answers)
  if (condition.any) return some(condition.any, answers)
  const question = condition.question ?? ''
  const answer = answers.get(question)
  const value = answer && fulfilling(condition, answer)
  return value === undefined ? null : [{ question, value }]
}

function fulfilling({ atMost, atLeast, equals }: Condition, { number, text, choices }: Answered): number | string | undefined {
  if (equals !== undefined) {
    if (typeof equals === 'number') return number === equals ? equals : undefined
    return text === equals || choices.includes(equals) ? equals : undefined
  }
  if (number === null) return undefined
  const inside = (atMost === undefined || number <= atMost) && (atLeast === undefined || number >= atLeast)
  return inside ? number : undefined
}

import type { AnswerTest } from '../surveys/answerCondition.ts'
import { isScored, type Question, scaleOf } from '../surveys/question.ts'
import type { AlertKind } from './alertKind.ts'
import type { RuleCondition, When } from './condition.ts'
import type { RouteStep } from '../routing/route.ts'

/** A rule while it is being built. */
export interface RuleDraft {
  name: string
  survey: string
  kind: AlertKind
  when: When
  route: RouteStep[]
  /** What is promised, by id. */
  policy: string | null
}

/** Where building begins: the first scored question of the survey, low or high as the kind asks. */
export function firstDraft(survey: string, questions: readonly Question[], kind: AlertKind = 'recovery'): RuleDraft {
  const question = questions.find(isScored) ?? questions[0]
  return {
    name: '',
    survey,
    kind,
    when: { all: question ? [proposedAnswerTest(question, kind)] : [] },
    route: [{ to: 'unit-manager' }],
    policy: null,
  }
}

/** What is asked of a question unless told: the lower end of its scale for recovery, the upper one for excellence. */
export function proposedAnswerTest(question: Question, kind: AlertKind): AnswerTest {
  const scale = scaleOf(question)
  const row = question.kind === 'matrix' ? question.rows?.[0]?.id : undefined
  const at = { question: question.id, ...(row !== undefined && { row }) }
  if (!scale) {
    const option = question.options?.[0]?.id
    if (option === undefined) return { ...at, answered: true }
    return question.kind === 'choices' ? { ...at, includes: option } : { ...at, equals: option }
  }
  if (kind === 'excellence') return { ...at, atLeast: question.kind === 'nps' ? 9 : scale.max }
  // On five stars two, on the scale of eleven six: who is not content there says so.
  return { ...at, atMost: question.kind === 'nps' ? 6 : Math.floor((scale.min + scale.max) / 2 - 0.5) }
}

export const conditionsOf = (when: When): RuleCondition[] => ('all' in when ? when.all : when.any)

export const withConditions = (when: When, conditions: RuleCondition[]): When =>
  'all' in when ? { all: conditions } : { any: conditions }

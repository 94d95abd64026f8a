import { z } from 'zod'
import { email, text } from '../kit/contract.ts'
import { alertKinds } from './alert.ts'

/** What a condition may ask later; refused by name until then. */
const later = {
  series: 'A condition on a series of answers',
  comment: 'A condition on what a comment says',
  silence: 'A condition on silence',
} as const

const answerShape = {
  /** A question's id, as in the questionnaire. */
  question: text(100, 1).optional(),
  atMost: z.number().optional(),
  atLeast: z.number().optional(),
  equals: z.union([z.number(), text(500, 1)]).optional(),
}

const laterShape = { series: z.unknown().optional(), comment: z.unknown().optional(), silence: z.unknown().optional() }

const inner = z.strictObject({ ...answerShape, ...laterShape }).superRefine(checkAnswer)

const condition = z
  .strictObject({
    ...answerShape,
    ...laterShape,
    any: z.array(inner).min(1).max(20).optional(),
    all: z.array(inner).min(1).max(20).optional(),
  })
  .superRefine((given, context) => {
    if (given.any === undefined && given.all === undefined) return checkAnswer(given, context)
    if (Object.values(given).filter(value => value !== undefined).length > 1) {
      context.addIssue({ code: 'custom', message: 'A group has “any” or “all” and nothing else.' })
    }
  })

type Given = z.infer<typeof inner>

function checkAnswer(given: Given, context: z.RefinementCtx): void {
  for (const [key, name] of Object.entries(later)) {
    if (given[key as keyof typeof later] === undefined) continue
    context.addIssue({
      code: 'custom',
      path: [key],
      message: `${name} (“${key}”) is not available yet. Use “question” with “atMost”, “atLeast” or “equals”.`,
    })
    return
  }
  if (given.question === undefined) context.addIssue({ code: 'custom', path: ['question'], message: 'Name the question.' })
  const { atMost, atLeast, equals } = given
  const bounds = [atMost, atLeast, equals].filter(bound => bound !== undefined).length
  if (bounds === 0) context.addIssue({ code: 'custom', message: 'Say “atMost”, “atLeast” or “equals”.' })
  if (equals !== undefined && bounds > 1) context.addIssue({ code: 'custom', path: ['equals'], message: 'Stands alone.' })
  if (atMost !== undefined && atLeast !== undefined && atLeast > atMost) {
    context.addIssue({ code: 'custom', path: ['atLeast'], message: 'No answer can be at least this and at most that.' })
  }
}

export const when = z
  .strictObject({ all: z.array(condition).min(1).max(20).optional(), any: z.array(condition).min(1).max(20).optional() })
  .refine(({ all, any }) => (all === undefined) !== (any === undefined), 'Say “all” or “any” of which conditions.')

export const routeStep = z.discriminatedUnion('to', [
  z.strictObject({ to: z.literal('unit-manager') }),
  z.strictObject({ to: z.literal('person'), email }),
  z.strictObject({ to: z.literal('account-owner') }),
  z.strictObject({ to: z.literal('skip') }),
])

/** Tried in order; whoever is there first owns the alert. The organisation's owner stands behind them all. */
export const route = z.array(routeStep).min(1).max(10)

export const ruleKind = z.enum(alertKinds)

export type When = z.infer<typeof when>
export type Condition = z.infer<typeof condition>
export type RouteStep = z.infer<typeof routeStep>

/** Every condition on an answer, however deep, with its place as in `all.0.any.1`. */
export function answerConditions(rule: When): { path: string; condition: Given }[] {
  return (['all', 'any'] as const).flatMap(join =>
    (rule[join] ?? []).flatMap((condition, i) => {
      const path = `${join}.${i}`
      const group = condition.any ?? condition.all
      if (!group) return [{ path, condition }]
      return group.map((one, j) => ({ path: `${path}.${condition.any ? 'any' : 'all'}.${j}`, condition: one }))
    }),
  )
}

import { z } from 'zod'
import { email, text } from '../kit/contract.ts'
import { type Condition, leafSchema } from '../surveys/condition.ts'
import { alertKinds } from './alert.ts'

/** When a rule fires: all or any of its conditions on the answers of one response. */
export type When = { all: Condition[] } | { any: Condition[] }

// What a condition will be able to ask, refused by name until it can.
const later: Record<string, string> = {
  series: 'a series of answers',
  comment: 'what a comment says',
  silence: 'silence',
}

const usual =
  'A condition is {"question", and "atMost", "atLeast", "equals", "includes" or "answered"}, or {"all": […]}, {"any": […]}, {"not": …} with conditions in it.'

function notYet(input: unknown): string | undefined {
  if (typeof input !== 'object' || input === null) return undefined
  if (Array.isArray(input)) return input.map(notYet).find(Boolean)
  for (const [key, value] of Object.entries(input)) {
    const name = later[key]
    if (name) return `A condition on ${name} (“${key}”) is not available yet. ${usual}`
    const inside = notYet(value)
    if (inside) return inside
  }
  return undefined
}

const list = (inner: z.ZodType<Condition>) => z.array(inner).min(1, 'Name at least one condition.').max(20)

const grouped = (inner: z.ZodType<Condition>): z.ZodType<Condition> =>
  z.union(
    [leafSchema, z.strictObject({ all: list(inner) }), z.strictObject({ any: list(inner) }), z.strictObject({ not: inner })],
    { error: ({ input }) => notYet(input) ?? usual },
  )

const condition = grouped(grouped(leafSchema))

export const when: z.ZodType<When> = z.union(
  [z.strictObject({ all: list(condition) }), z.strictObject({ any: list(condition) })],
  {
    error: ({ input }) => notYet(input) ?? `Say {"all": [conditions]} or {"any": [conditions]}. ${usual}`,
  },
)

export const routeStep = z.discriminatedUnion('to', [
  z.strictObject({ to: z.literal('unit-manager') }),
  z.strictObject({ to: z.literal('person'), email }),
  z.strictObject({ to: z.literal('account-owner') }),
  z.strictObject({ to: z.literal('skip') }),
])
export type RouteStep = z.infer<typeof routeStep>

/** Tried in order; whoever is there first owns the alert. The organisation's owner stands behind them all. */
export const route = z.array(routeStep).min(1).max(10)

export const ruleKind = z.enum(alertKinds)

/** Reference to a promise; promises come with the SLA room. */
export const policy = text(200).nullish()

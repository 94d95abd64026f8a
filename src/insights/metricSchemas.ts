import { z } from 'zod'

// Schemas of a disclosed metric: value, n and interval.

export const interval = z.object({ low: z.number(), high: z.number(), level: z.number(), method: z.string() })

/** A number with what it rests on; `suppressed` has no value field at all. */
export const metric = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('score'),
    definition: z.string(),
    unit: z.string(),
    score: z.number(),
    n: z.number().int(),
    interval,
    band: z.string().optional(),
  }),
  z.object({ kind: z.literal('none'), definition: z.string(), n: z.literal(0) }),
  z.object({ kind: z.literal('suppressed'), definition: z.string(), needed: z.number().int() }),
])
export type ShownMetric = z.output<typeof metric>

export const change = z.object({
  difference: z.number(),
  interval,
  /** `even`: too close to call. */
  verdict: z.enum(['up', 'down', 'even']),
})
export type ShownChange = z.output<typeof change>

export const time = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('score'),
    definition: z.string(),
    unit: z.literal('time'),
    /** Minutes. */
    score: z.number(),
    n: z.number().int(),
    closed: z.number().int(),
    interval: interval.extend({ high: z.number().nullable() }),
  }),
  /** Too many are still open to name it: it is more than so many minutes. */
  z.object({
    kind: z.literal('not-reached'),
    definition: z.string(),
    unit: z.literal('time'),
    moreThan: z.number(),
    n: z.number().int(),
    closed: z.number().int(),
  }),
  z.object({ kind: z.literal('none'), definition: z.string(), n: z.literal(0) }),
])
export type ShownTime = z.output<typeof time>

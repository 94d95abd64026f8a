import { z } from 'zod'
import { contract, day, id, text } from '../kit/contract.ts'
import { metricNames } from '../metrics/computeMetric.ts'

/** What every number can be narrowed to. Days are the organisation's own; both ends count. */
export const narrowing = {
  from: day.optional(),
  to: day.optional(),
  unit: text(200, 1).optional().describe('Key or id of a unit; everything below it counts too'),
  source: text(60, 1).optional().describe('mail, link, site, api, import, or what another system calls itself'),
  locale: text(35, 1).optional().describe('The language in which it was answered'),
}

const segmentKey = /^segment\.[^\u0000]{1,60}$/

/** `?segment.<key>=<value>` beside the named ones; anything else unknown is refused, so that a typo never widens an answer. */
export const withSegments = <S extends z.ZodRawShape>(shape: S) =>
  z
    .object(shape)
    .catchall(text(100))
    .superRefine((query, context) => {
      for (const key of Object.keys(query))
        if (!(key in shape) && !segmentKey.test(key))
          context.addIssue({
            code: 'custom',
            path: [key],
            message: 'is not something this can be narrowed to; write segment.<key>',
          })
    })

const interval = z.object({ low: z.number(), high: z.number(), level: z.number(), method: z.string() })

/** A number with its n, its interval and its definition; or none, or suppressed: then there is no value at all. */
export const metricReply = z.looseObject({
  kind: z.enum(['score', 'none', 'suppressed']),
  definition: z.string(),
  n: z.number().int().optional(),
  score: z.number().optional(),
  interval: interval.optional(),
  needed: z.number().int().optional(),
  /** Of an anonymous survey: the days that are told, the whole batches among those asked for. */
  period: z.object({ from: z.string(), to: z.string() }).optional(),
})

const rate = z.looseObject({
  rate: metricReply,
  delivered: z.number().int(),
  partial: z.number().int(),
  bounced: z.number().int(),
  held: z.number().int(),
})

const params = z.object({ id, metric: z.enum(metricNames) })
const question = text(60, 1).optional()

const optionCount = z.object({ id: z.string(), label: z.string(), n: z.number().int(), share: metricReply })
const valueCount = z.object({ value: z.number().int(), n: z.number().int() })

const questionResult = z.object({
  id: z.string(),
  kind: z.string(),
  prompt: z.string(),
  /** How many answered it. */
  n: z.number().int(),
  metric: metricReply.optional(),
  values: z.array(valueCount).optional(),
  options: z.array(optionCount).optional(),
  rows: z
    .array(
      z.object({
        id: z.string(),
        label: z.string(),
        n: z.number().int(),
        metric: metricReply.optional(),
        values: z.array(valueCount).optional(),
        options: z.array(optionCount).optional(),
      }),
    )
    .optional(),
})

const how = {
  /** Rollups for at most one segment; several segments, a source or a language are counted from the answers themselves, the newest million at most. */
  readFrom: z.enum(['rollups', 'answers', 'newest-answers']),
}

export const metricsContract = contract({
  getMetric: {
    method: 'GET',
    path: '/surveys/:id/metrics/:metric',
    access: 'metrics.read',
    scope: 'units',
    summary: 'One metric with its interval and definition',
    params,
    query: withSegments({ question, ...narrowing }),
    reply: metricReply.extend({ question: z.string(), responseRate: rate.optional(), ...how }),
  },
  getSeries: {
    method: 'GET',
    path: '/surveys/:id/metrics/:metric/series',
    access: 'metrics.read',
    scope: 'units',
    summary: 'The same over time',
    params,
    query: withSegments({ question, ...narrowing, by: z.enum(['day', 'week', 'month']).default('month') }),
    reply: z.object({ question: z.string(), by: z.string(), items: z.array(metricReply.extend({ from: z.string() })), ...how }),
  },
  getResults: {
    method: 'GET',
    path: '/surveys/:id/results',
    access: 'metrics.read',
    scope: 'units',
    summary: 'Results question by question',
    params: z.object({ id }),
    query: withSegments(narrowing),
    reply: z.object({
      /** Complete responses in this cut. */
      responses: z.number().int().nullable(),
      /** Why nothing is shown: too few people answered an anonymous survey. */
      needed: z.number().int().optional(),
      /** Of an anonymous survey: the days that are told, the whole batches among those asked for. */
      period: z.object({ from: z.string(), to: z.string() }).optional(),
      questions: z.array(questionResult),
      segments: z.record(z.string(), z.array(z.string())),
      responseRate: rate.optional(),
      ...how,
    }),
  },
})

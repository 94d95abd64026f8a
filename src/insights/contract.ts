import { z } from 'zod'
import { contract, day, id, text } from '../kit/contract.ts'
import { metricNames } from '../responses/measure.ts'

// Far beyond these, calendars and arithmetic disagree.
const near = day.refine(d => d >= '1900-01-01' && d < '2200-01-01', 'must lie between 1900 and 2199')

const filters = {
  from: near.optional(),
  to: near.optional(),
  /** A unit with all below it, by id or key. */
  unit: text(200).optional(),
}

const interval = z.object({ low: z.number(), high: z.number(), level: z.number(), method: z.string() })

/** A number with what it rests on; `suppressed` has no value field at all. */
const metric = z.discriminatedUnion('kind', [
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

const change = z.object({
  difference: z.number(),
  interval,
  /** `even`: too close to call. */
  verdict: z.enum(['up', 'down', 'even']),
})
export type ShownChange = z.output<typeof change>

const period = z.object({ from: day, to: day })

const unitRow = z.object({
  id,
  key: z.string(),
  name: z.string(),
  /** Has units below it: can be opened. */
  more: z.boolean(),
  score: metric,
  before: metric.nullable(),
  /** Corrected for looking at all these units at once. */
  change: change.nullable(),
  /** Why it is not shown. */
  hidden: z.enum(['too-few', 'protects-another']).nullable(),
})
export type UnitRow = z.output<typeof unitRow>

export const summary = z.object({
  survey: z.object({ id, name: z.string(), anonymous: z.boolean() }),
  question: z.object({ id: z.string(), prompt: z.string(), min: z.number(), max: z.number() }),
  metric: z.enum(metricNames),
  unit: z.object({ id, key: z.string(), name: z.string() }).nullable(),
  /** From the root down to the unit, itself left out. */
  above: z.array(z.object({ id, name: z.string() })),
  period,
  /** The same length right before; null where everything is looked at. */
  compared: period.nullable(),
  score: metric,
  before: metric.nullable(),
  change: change.nullable(),
  distribution: z.array(z.object({ value: z.number(), n: z.number().int() })).nullable(),
  series: z.array(z.object({ at: day, score: metric, unfinished: z.boolean() })),
  bucket: z.enum(['day', 'week', 'month']),
  responses: z.number().int(),
  alerts: z.object({
    opened: z.number().int(),
    waiting: z.number().int(),
    closed: z.number().int(),
    explained: z.number().int(),
  }),
  units: z.array(unitRow),
  /** Answers that belong to the unit itself, or to none. */
  elsewhere: z.number().int(),
})
export type Summary = z.output<typeof summary>

const causeRow = z.object({
  cause: z.string(),
  id,
  path: z.array(z.string()),
  /** Alerts that name it. */
  n: z.number().int(),
  /** Of the alerts with any cause. */
  share: z.number(),
  interval,
  /** What it costs the NPS; null where the survey asks for none, or nothing is left to compare with. */
  npsImpact: z.object({ value: z.number(), interval }).nullable(),
  /** The same for the metric that was asked for. */
  impact: z.object({ value: z.number(), interval, n: z.number().int() }).nullable(),
})
export type CauseRow = z.output<typeof causeRow>

export const insightsContract = contract({
  insightsCauses: {
    method: 'GET',
    path: '/insights/causes',
    access: 'insights.read',
    summary:
      'Causes of alerts: share with interval, and what each costs the score. An alert may name several, so neither adds up',
    query: z.object({
      ...filters,
      survey: id.optional(),
      question: text(100).optional(),
      metric: z.enum(metricNames).optional(),
    }),
    reply: z.array(causeRow),
  },
  insightsSummary: {
    method: 'GET',
    path: '/insights/summary',
    access: 'insights.read',
    summary: 'A survey’s score with interval, distribution, trend, change, alerts, and the units below',
    query: z.object({ ...filters, survey: id, question: text(100).optional(), metric: z.enum(metricNames).optional() }),
    reply: summary,
  },
})

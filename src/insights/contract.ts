import { z } from 'zod'
import { contract, day, id, text } from '../kit/contract.ts'
import { metricNames } from '../metrics/computeMetric.ts'
import { withSegments } from '../responses/metricsContract.ts'
import { causeRow, quarter } from './causeTable.ts'
import { loopNumbers } from './loopNumbers.ts'
import { change, interval, metric } from './metricSchemas.ts'

// Far beyond these, calendars and arithmetic disagree.
const near = day.refine(d => d >= '1900-01-01' && d < '2200-01-01', 'must lie between 1900 and 2199')

const filters = {
  from: near.optional(),
  to: near.optional(),
  /** A unit with all below it, by id or key. */
  unit: text(200).optional(),
  /** The hierarchy as it is today, or as it was on the day of each answer. */
  tree: z.enum(['is', 'was']).optional(),
  /** What the period is compared with: as many days right before, or the same days a year earlier. */
  against: z.enum(['before', 'year']).optional(),
  question: text(100).optional(),
  metric: z.enum(metricNames).optional(),
}

/** One survey, and of it one segment at most: `?segment.<key>=<value>`. */
const looked = withSegments({ ...filters, survey: id })

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
  segment: z.object({ key: z.string(), value: z.string() }).nullable(),
  tree: z.enum(['is', 'was']),
  /** Units moved in these days: as it was and as it is are not the same. */
  moved: z.boolean(),
  period,
  /** What it is compared with; null where everything is looked at. */
  compared: period.nullable(),
  score: metric,
  before: metric.nullable(),
  change: change.nullable(),
  /** What the change is made of: who answered (mix), and how each unit answered (rate). They add up to it exactly; null id: the others together. */
  parts: z
    .object({
      mix: z.number(),
      parts: z.array(
        z.object({
          id: id.nullable(),
          name: z.string().nullable(),
          rate: z.number(),
          /** Answers now and before. */
          n: z.number().int(),
          before: z.number().int(),
        }),
      ),
    })
    .nullable(),
  distribution: z.array(z.object({ value: z.number(), n: z.number().int() })).nullable(),
  series: z.array(z.object({ at: day, to: day, score: metric, unfinished: z.boolean() })),
  /** `batch`: an anonymous survey is told in batches of so many answers that nobody stands out. */
  bucket: z.enum(['day', 'week', 'month', 'batch']),
  responses: z.number().int(),
  /** Null where no number may be told, as are those of `loop`. */
  alerts: z
    .object({
      opened: z.number().int(),
      waiting: z.number().int(),
      closed: z.number().int(),
      explained: z.number().int(),
    })
    .nullable(),
  units: z.array(unitRow),
  /** Answers that belong to the unit itself, or to none. */
  elsewhere: z.number().int(),
})
export type Summary = z.output<typeof summary>

const segmentTable = z.object({
  key: z.string(),
  values: z.array(unitRow.omit({ id: true, key: true, name: true, more: true }).extend({ value: z.string() })),
  /** Answers without a value of this segment. */
  without: z.number().int(),
})
export type SegmentTable = z.output<typeof segmentTable>

const driverTable = z.object({
  /** Answers that rated all of the measures, among the newest `sampled`. */
  n: z.number().int(),
  sampled: z.number().int(),
  needed: z.number().int(),
  /** Other rated measures of the survey. */
  measures: z.number().int(),
  /** How much of the score they explain together; null: too few answers. */
  r2: z.number().nullable(),
  drivers: z.array(
    z.object({
      question: z.string(),
      item: z.string(),
      label: z.string(),
      /** Of what is explained. */
      share: z.number(),
      interval,
      /** The score rises with it. */
      rises: z.boolean(),
    }),
  ),
  /** Measures that too few answered, or beyond the twelfth. */
  left: z.array(z.string()),
})
export type DriverTable = z.output<typeof driverTable>

export const insightsContract = contract({
  insightsCauses: {
    method: 'GET',
    path: '/insights/causes',
    access: 'insights.read',
    scope: 'units',
    summary:
      'Causes of alerts: share with interval, and what each costs the score. An alert may name several, so neither adds up',
    query: withSegments({ ...filters, survey: id.optional() }),
    reply: z.array(causeRow),
  },
  insightsSummary: {
    method: 'GET',
    path: '/insights/summary',
    access: 'insights.read',
    scope: 'units',
    summary: 'A survey’s score with interval, distribution, trend, change and what it is made of, alerts, and the units below',
    query: looked,
    reply: summary,
  },
  insightsSegments: {
    method: 'GET',
    path: '/insights/segments',
    access: 'insights.read',
    scope: 'units',
    summary: 'The score by each segment of the answers',
    query: looked,
    reply: z.array(segmentTable),
  },
  insightsLoop: {
    method: 'GET',
    path: '/insights/loop',
    access: 'insights.read',
    scope: 'units',
    summary:
      'Response rate; alerts and their promises; time to close; recovery beside those nobody contacted; what each outcome achieved',
    query: looked,
    reply: loopNumbers,
  },
  insightsQuarters: {
    method: 'GET',
    path: '/insights/causes/quarters',
    access: 'insights.read',
    scope: 'units',
    summary: 'Causes by quarter: share with interval, and what each cost the score then',
    query: looked,
    reply: z.array(quarter),
  },
  insightsDrivers: {
    method: 'GET',
    path: '/insights/drivers',
    access: 'insights.read',
    scope: 'units',
    summary: 'What moves the score among the other rated measures: shares of R² (LMG, Shapley) with bootstrap intervals',
    query: looked,
    reply: driverTable,
  },
  insightsCsv: {
    method: 'GET',
    path: '/insights/export.csv',
    access: 'insights.read',
    scope: 'units',
    summary: 'What Insights shows, as one CSV table',
    query: looked,
    reply: z.string(),
    replyType: 'text/csv',
  },
  insightsXlsx: {
    method: 'GET',
    path: '/insights/export.xlsx',
    access: 'insights.read',
    scope: 'units',
    summary: 'What Insights shows, as a spreadsheet',
    query: looked,
    reply: z.string(),
    replyType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
})

import { z } from 'zod'
import { day, id } from '../kit/contract.ts'
import { interval } from './metricSchemas.ts'

export const causeRow = z.object({
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

export const quarter = z.object({
  from: day,
  to: day,
  /** Alerts with any cause. */
  explained: z.number().int(),
  causes: z.array(causeRow.pick({ id: true, cause: true, n: true, share: true, interval: true, impact: true })),
})
export type Quarter = z.output<typeof quarter>

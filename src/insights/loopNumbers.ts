import { z } from 'zod'
import { id } from '../kit/contract.ts'
import { metric, time } from './metricSchemas.ts'

export const loopNumbers = z.object({
  /** Null where nobody was invited by name, or nobody knows which invitation was answered. */
  responseRate: z
    .object({
      rate: metric,
      delivered: z.number().int(),
      partial: z.number().int(),
      bounced: z.number().int(),
      held: z.number().int(),
    })
    .nullable(),
  /** An alert counts once, with all that was merged into it. */
  alerts: z
    .object({
      opened: z.number().int(),
      waiting: z.number().int(),
      closed: z.number().int(),
      /** With any promise; without one nothing can be in time or late. */
      promised: z.number().int(),
      /** Still waiting, and late. */
      overdue: z.number().int(),
      /** Kept, ever broken, or closed without it: a broken promise stays broken, though the alert is reopened. */
      contactDue: z.number().int(),
      contactInTime: z.number().int(),
      resolveDue: z.number().int(),
      resolveInTime: z.number().int(),
    })
    .nullable(),
  /** Contacted within the promise; null: nothing was promised. */
  closeTheLoop: metric.nullable(),
  closedInTime: metric.nullable(),
  /** The same for each unit right below, with all that is below it; what belongs to none of them is left out. */
  units: z.array(
    z.object({
      id,
      name: z.string(),
      opened: z.number().int(),
      closed: z.number().int(),
      closeTheLoop: metric.nullable(),
      closedInTime: metric.nullable(),
    }),
  ),
  timeToClose: z.object({ median: time, p90: time }),
  /** Null where the survey asks no question of recommendation. */
  recovery: z.object({ contacted: metric, notContacted: metric, difference: metric }).nullable(),
  /** What each outcome achieved; null: detractors with whom nobody spoke. */
  outcomes: z.array(
    z.object({ outcome: z.string().nullable(), n: z.number().int(), inTime: metric.nullable(), recovered: metric, next: metric }),
  ),
})
export type LoopNumbers = z.output<typeof loopNumbers>

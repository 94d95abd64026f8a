import { z } from 'zod'
import { email, id, text } from '../kit/contract.ts'

/** For whom, and when, a step is meant; otherwise it is passed over. Everything that is named must be so. */
const stepWhen = z
  .strictObject({
    segment: z.strictObject({ key: text(60, 1), value: text(200, 1) }).optional(),
    /** Language of the answer: `de` also means `de-AT`. */
    language: text(20, 2).optional(),
    /** A working calendar, by id: while it is open. */
    open: id.optional(),
  })
  .optional()
export type StepWhen = NonNullable<z.infer<typeof stepWhen>>

export const routeStep = z.discriminatedUnion('to', [
  z.strictObject({ to: z.literal('unit-manager'), when: stepWhen }),
  z.strictObject({ to: z.literal('person'), email, when: stepWhen }),
  z.strictObject({ to: z.literal('account-owner'), when: stepWhen }),
  z.strictObject({ to: z.literal('skip'), when: stepWhen }),
  /** `by`: turn = whose last alert is longest ago, load = who has fewest waiting. */
  z.strictObject({ to: z.literal('team'), team: text(200, 1), by: z.enum(['turn', 'load']).default('turn'), when: stepWhen }),
])
export type RouteStep = z.infer<typeof routeStep>

/** Steps are tried in order; the first person available becomes the owner. Fallback: the owner of the organisation. */
export const route = z.array(routeStep).min(1).max(10)

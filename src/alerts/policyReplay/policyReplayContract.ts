import { z } from 'zod'
import { aDay, contract, day, id, idParam, instant, page, paging, text } from '../../kit/contract.ts'
import { promises } from '../../rules/promiseNames.ts'

const person = z.object({ id, name: z.string() })

/** Who is told what by itself: the owner is reminded, a senior is asked. */
const told = z.object({ kind: z.enum(['warning', 'breach', 'reminder', 'escalation']), to: person })

/** open: neither kept nor missed by now; none: nothing was promised. */
const outcome = z.object({ verdict: z.enum(['kept', 'missed', 'open', 'none']), told: z.array(told) })

const item = z.object({
  id,
  /** Who answered, where that is known, and where they were served. */
  person: z.string().nullable(),
  unit: z.string().nullable(),
  openedAt: instant,
  /** False: it was opened before the policy was promised for it, so that `before` is worked out as well. */
  counted: z.boolean(),
  promises: z.array(z.object({ target: z.enum(promises), before: outcome, after: outcome })),
})
export type ReplayedAlert = z.output<typeof item>

export const policyReplayContract = contract({
  replayPolicy: {
    method: 'GET',
    path: '/policies/:id/replay',
    access: 'rules.read',
    scope: 'units',
    summary: 'Alerts of the past as they went, and as their promises would stand under other terms; newest first',
    params: idParam,
    query: paging.extend({
      /** Days on which they were opened, both included; the quarter before this one unless told. */
      from: aDay.optional(),
      to: aDay.optional(),
      terms: text(8_000)
        .optional()
        .describe('JSON with what would be otherwise, as in PATCH /policies/{id}: {"contact": 480, "calendar": "Kelby"}'),
    }),
    reply: page(item).extend({
      from: day,
      to: day,
      /** Alerts of that time, as many as the caller may see. */
      total: z.number().int(),
      /** How often the policy was changed since then: `before` is what held at each moment. */
      edits: z.number().int(),
    }),
  },
})

import { z } from 'zod'
import { contract, id, page, paging, text } from '../kit/contract.ts'

/** A day (`2026-03-17`) or an instant. */
const when = z.union([z.iso.date(), z.iso.datetime({ offset: true })]).transform(said => new Date(said))

export const activityContract = contract({
  feed: {
    method: 'GET',
    path: '/activity',
    access: 'activity.read',
    scope: 'units',
    summary: 'What happened, newest first: to one object, by one person, since a day',
    query: paging.extend({
      subject: id.optional(),
      actor: text(100).optional(),
      verb: text(60).optional().describe('A verb or its beginning, as in `member.`'),
      from: when.optional(),
      to: when.optional(),
    }),
    reply: page(
      z.object({
        id,
        at: z.string(),
        verb: z.string(),
        actor: z.object({ kind: z.string(), id: z.string().nullable(), name: z.string().nullable() }),
        subject: z.object({ type: z.string(), id }),
        /** From what to what; null once it was erased. */
        detail: z.record(z.string(), z.unknown()).nullable(),
        erased: z.boolean(),
      }),
    ),
  },
})

import { z } from 'zod'
import { contract, id, idParam } from '../kit/contract.ts'

const counted = z.object({ value: z.string(), n: z.number().int() })

const earlier = z.object({
  id,
  survey: z.object({ id, name: z.string() }),
  respondedAt: z.string(),
  score: z.object({ value: z.number().int(), min: z.number().int(), max: z.number().int(), nps: z.boolean() }).nullable(),
  comment: z.string().nullable(),
})
export type EarlierResponse = z.infer<typeof earlier>

const invitation = z.object({
  id,
  askedAt: z.string().nullable(),
  sentAt: z.string().nullable(),
  remindedAt: z.array(z.string()),
  answeredAt: z.string().nullable(),
})

/** `openedAt` is a day where nothing nearer is known. */
const raised = z.object({ id, state: z.string(), rule: z.string(), openedAt: z.string() })
export type RaisedAlert = z.infer<typeof raised>

/** What stands around responses: where they came from, how one came about and what it led to. */
export const responseContextContract = contract({
  getFacets: {
    method: 'GET',
    path: '/surveys/:id/responses/facets',
    access: 'responses.read',
    scope: 'units',
    summary: 'Sources and languages that occur, the most frequent first, and the values of each segment',
    params: idParam,
    reply: z.object({
      sources: z.array(counted),
      locales: z.array(counted),
      segments: z.record(z.string(), z.array(z.string())),
    }),
  },
  getTrail: {
    method: 'GET',
    path: '/responses/:id/trail',
    access: 'responses.read',
    scope: 'units',
    summary: 'The invitation that led to a response, the alerts it raised, and what the same person answered before and after',
    params: idParam,
    reply: z.object({ invitation: invitation.nullable(), alerts: z.array(raised), others: z.array(earlier) }),
  },
  listPersonResponses: {
    method: 'GET',
    path: '/people/:id/responses',
    access: 'responses.read',
    scope: 'units',
    summary: 'The newest answers of one person over all surveys that are not anonymous; needs people.read as well',
    params: idParam,
    reply: z.object({ items: z.array(earlier), nextCursor: z.null() }),
  },
})

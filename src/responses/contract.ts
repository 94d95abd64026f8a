import { z } from 'zod'
import { contract, created, email, id, instant, name, text } from '../kit/contract.ts'

const surveyParam = z.object({ id })
const segments = z.record(text(60, 1), text(100)).refine(all => Object.keys(all).length <= 12, 'At most 12 segments.')
const answers = z.record(text(100), z.unknown())

export const submitBody = z.object({
  answers,
  person: z.object({ email, name: name.optional() }).optional(),
  /** Key or id of the unit that it counts for. */
  unit: text(200, 1).optional(),
  source: text(60, 1).default('api'),
  /** When it was given, if not now. */
  respondedAt: instant.optional(),
  locale: text(20).optional(),
  segments: segments.default({}),
})

export const responsesContract = contract({
  submitResponse: {
    method: 'POST',
    path: '/surveys/:id/responses',
    access: 'responses.write',
    summary: 'One response from another system',
    params: surveyParam,
    body: submitBody,
    status: 201,
    reply: created.extend({ alertIds: z.array(id) }),
  },
})

import { z } from 'zod'
import { contract, done, id, idParam, page, paging, text } from '../kit/contract.ts'

const helpItem = z.object({
  id,
  surveyId: id,
  surveyName: z.string(),
  question: z.object({ id: z.string(), prompt: z.string() }).nullable(),
  locale: z.string(),
  message: z.string(),
  /** Whether a reply can reach them by mail; else it waits on the page. */
  email: z.string().nullable(),
  /** Who asks to be called, at which number. */
  phone: z.string().nullable(),
  /** The answer it is about; never of an anonymous survey. */
  responseId: id.nullable(),
  state: z.enum(['open', 'answered']),
  reply: z.string().nullable(),
  repliedBy: z.string().nullable(),
  createdAt: z.string(),
  answeredAt: z.string().nullable(),
})
export type HelpItem = z.output<typeof helpItem>

export const helpContract = contract({
  listHelp: {
    method: 'GET',
    path: '/help-requests',
    access: 'surveys.read',
    scope: 'units',
    summary: 'People who are stuck in a questionnaire, newest first',
    query: paging.extend({ survey: id.optional(), state: z.enum(['open', 'answered']).optional() }),
    reply: page(helpItem),
  },
  replyToHelp: {
    method: 'POST',
    path: '/help-requests/:id/replies',
    access: 'surveys.send',
    scope: 'units',
    summary: 'Help: the reply leads them back to the same question',
    params: idParam,
    body: z.object({ text: text(4000, 1) }),
    status: 201,
    reply: done,
  },
})

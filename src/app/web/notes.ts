import { z } from 'zod'
import { contract, done, page, paging } from '../../kit/contract.ts'

const note = z.object({
  id: z.string(),
  text: z.string(),
  detail: z.string().nullish(),
  href: z.string().nullish(),
  createdAt: z.string(),
  readAt: z.string().nullable(),
})

/** What reached the person signed in. */
export const notes = contract({
  list: {
    method: 'GET',
    path: '/notifications',
    access: 'signed-in',
    summary: 'What reached you, newest first',
    query: paging,
    reply: page(note).extend({ unread: z.number() }),
  },
  read: {
    method: 'POST',
    path: '/notifications/reads',
    access: 'signed-in',
    summary: 'Mark all as read',
    body: z.object({}),
    reply: done,
  },
})

import { z } from 'zod'
import { contract, done, email, id, idParam, page, paging, text } from '../kit/contract.ts'

export const mailStates = ['waiting', 'sending', 'handing', 'sent', 'kept', 'failed', 'unsure', 'cancelled'] as const
export type MailState = (typeof mailStates)[number]

const item = z.object({
  id,
  to: z.string(),
  name: z.string().nullable(),
  subject: z.string(),
  state: z.enum(mailStates),
  attempts: z.number(),
  error: z.string().nullable(),
  createdAt: z.string(),
  /** When it is due, or tried next. */
  nextAt: z.string(),
  doneAt: z.string().nullable(),
})

export const outboxContract = contract({
  list: {
    method: 'GET',
    path: '/outbox',
    access: 'outbox.read',
    scope: 'units',
    summary: 'Mail that left, waits, is kept or failed, newest first',
    query: paging.extend({ state: z.enum(mailStates).optional(), q: text(200).optional() }),
    reply: page(item),
  },
  summary: {
    method: 'GET',
    path: '/outbox/summary',
    access: 'outbox.read',
    scope: 'units',
    summary: 'How much mail is in which state, and whether there is a mail server',
    reply: z.object({ mailServer: z.boolean(), states: z.record(z.string(), z.number()) }),
  },
  get: {
    method: 'GET',
    path: '/outbox/:id',
    access: 'outbox.read',
    scope: 'units',
    summary: 'One mail as it reads',
    params: idParam,
    reply: item.extend({
      from: z.string(),
      replyTo: z.string().nullable(),
      reply: z.string().nullable(),
      text: z.string(),
      html: z.string(),
    }),
  },
  deliver: {
    method: 'POST',
    path: '/outbox/:id/deliveries',
    access: 'org.manage',
    scope: 'organisation',
    summary: 'Send a mail that was kept, failed, was called off, or may not have arrived',
    params: idParam,
    body: z.object({}).default({}),
    reply: done,
  },
  deliverKept: {
    method: 'POST',
    path: '/outbox/deliveries',
    access: 'org.manage',
    scope: 'organisation',
    summary: 'Send everything that was kept while there was no mail server',
    body: z.object({}).default({}),
    reply: z.object({ sent: z.number() }),
  },
  arrived: {
    method: 'POST',
    path: '/outbox/:id/arrivals',
    access: 'org.manage',
    scope: 'organisation',
    summary: 'Say that a mail whose fate was unknown did arrive',
    params: idParam,
    body: z.object({}).default({}),
    reply: done,
  },
  cancel: {
    method: 'POST',
    path: '/outbox/:id/cancellations',
    access: 'org.manage',
    scope: 'organisation',
    summary: 'Call off a mail that has not left',
    params: idParam,
    body: z.object({}).default({}),
    reply: done,
  },
  checkSender: {
    method: 'GET',
    path: '/sender-check',
    access: 'org.manage',
    scope: 'organisation',
    summary: 'What DNS says about a sender address: SPF, DKIM, DMARC, and what to add',
    query: z.object({
      address: email,
      selector: text(63, 1)
        .regex(/^[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?$/, 'must be a selector such as “mail” or “s1”')
        .default('mail'),
    }),
    reply: z.object({
      domain: z.string(),
      findings: z.array(
        z.object({
          check: z.enum(['spf', 'dkim', 'dmarc']),
          state: z.enum(['good', 'missing', 'wrong', 'unknown']),
          found: z.string().nullable(),
          words: z.string(),
          add: z.object({ name: z.string(), value: z.string() }).nullable(),
        }),
      ),
    }),
    ratePerMinute: 30,
  },
})

import { z } from 'zod'
import { contract, day, done, id, idParam, instant, text } from '../kit/contract.ts'

const words = text(2000, 1)
const message = z.object({
  /** What was done, in words for the customers. */
  words,
  /** Days on which the alerts were raised, both included. */
  from: day.optional(),
  to: day.optional(),
})

const one = z.object({ personId: id, name: z.string(), email: z.string() })

export const causeFixContract = contract({
  readFix: {
    method: 'GET',
    path: '/causes/:id/fix',
    access: 'alerts.read',
    summary: 'Whether a cause is fixed, what was done about it, and how many of those who named it were told',
    params: idParam,
    reply: z.object({
      fix: z.object({ id, note: z.string(), by: z.string(), at: instant, told: z.number().int() }).nullable(),
    }),
  },
  markFixed: {
    method: 'POST',
    path: '/causes/:id/fixes',
    access: 'rules.write',
    summary: 'Say that a cause is fixed, and what was done',
    params: idParam,
    body: z.object({ note: words }),
    reply: done,
    status: 201,
  },
  undoFix: {
    method: 'DELETE',
    path: '/causes/:id/fix',
    access: 'rules.write',
    summary: 'Say that a cause is not fixed after all; those who were told stay told',
    params: idParam,
    reply: done,
  },
  previewTelling: {
    method: 'POST',
    path: '/causes/:id/tellings/preview',
    access: 'surveys.send',
    summary: 'Who would be told now, who is held back and why, and the mail as it reads',
    params: idParam,
    body: message,
    reply: z.object({
      told: z.number().int(),
      already: z.number().int(),
      people: z.array(one),
      held: z.array(one.extend({ reason: z.string(), until: instant.nullable() })),
      mail: z.object({ subject: z.string(), html: z.string(), text: z.string() }),
    }),
  },
  testTelling: {
    method: 'POST',
    path: '/causes/:id/tellings/test',
    access: 'surveys.send',
    summary: 'Send the mail to oneself',
    params: idParam,
    body: message,
    reply: z.object({ to: z.string() }),
  },
  tellFix: {
    method: 'POST',
    path: '/causes/:id/tellings',
    access: 'surveys.send',
    summary: 'Tell those who named the cause, each once; the contact-frequency rule holds back whoever was written to lately',
    params: idParam,
    body: message,
    reply: z.object({ told: z.number().int(), held: z.number().int() }),
    status: 201,
  },
})

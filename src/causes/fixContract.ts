import { z } from 'zod'
import { contract, day, done, id, idParam, instant, text } from '../kit/contract.ts'

const words = text(2000, 1)
const locale = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'must be a language such as en or de-AT')
const texts = z.record(locale, text(2000)).refine(all => Object.keys(all).length <= 40, 'At most 40 languages.')

const message = z.object({
  /** What was done, in words for the customers, by language. Who reads another one gets the organisation's, else the first. */
  texts: texts.refine(all => Object.values(all).some(one => one.trim() !== ''), 'Say what was done in one language at least.'),
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
    scope: 'units',
    summary: 'Whether a cause is fixed, what was done about it, and how many of those who named it were told',
    params: idParam,
    reply: z.object({
      fix: z
        .object({
          id,
          note: z.string(),
          texts: z.record(z.string(), z.string()),
          by: z.string(),
          at: instant,
          told: z.number().int(),
        })
        .nullable(),
      /** Those of the organisation, its own first. */
      languages: z.array(z.string()),
    }),
  },
  markFixed: {
    method: 'POST',
    path: '/causes/:id/fixes',
    access: 'rules.write',
    scope: 'organisation',
    summary: 'Say that a cause is fixed, and what was done, in the language of the organisation',
    params: idParam,
    body: z.object({ note: words }),
    reply: done,
    status: 201,
  },
  undoFix: {
    method: 'DELETE',
    path: '/causes/:id/fix',
    access: 'rules.write',
    scope: 'organisation',
    summary: 'Say that a cause is not fixed after all; those who were told stay told',
    params: idParam,
    reply: done,
  },
  previewTelling: {
    method: 'POST',
    path: '/causes/:id/tellings/preview',
    access: 'surveys.send',
    scope: 'organisation',
    summary: 'Who would be told now, who is held back and why, and the mail as it reads',
    params: idParam,
    body: message.extend({ reader: locale.optional().describe('Shows the mail as somebody reads it who has this language') }),
    reply: z.object({
      told: z.number().int(),
      already: z.number().int(),
      people: z.array(one),
      held: z.array(one.extend({ reason: z.string(), until: instant.nullable() })),
      /** What those who would be told read, and in which language they get it. */
      languages: z.array(z.object({ reader: z.string(), n: z.number().int(), gets: z.string() })),
      mail: z.object({ subject: z.string(), html: z.string(), text: z.string(), locale: z.string() }),
    }),
  },
  testTelling: {
    method: 'POST',
    path: '/causes/:id/tellings/test',
    access: 'surveys.send',
    scope: 'own',
    summary: 'Send the mail to oneself, as it reads in one language',
    params: idParam,
    body: message.extend({ reader: locale.optional() }),
    reply: z.object({ to: z.string() }),
  },
  tellFix: {
    method: 'POST',
    path: '/causes/:id/tellings',
    access: 'surveys.send',
    scope: 'organisation',
    summary: 'Tell those who named the cause, each once; the contact-frequency rule holds back whoever was written to lately',
    params: idParam,
    body: message,
    reply: z.object({ told: z.number().int(), held: z.number().int() }),
    status: 201,
  },
})

import { z } from 'zod'
import { alertStates } from '../alerts/alert.ts'
import { contract, created, done, id, idParam, instant, name, page, paging, text } from '../kit/contract.ts'

const practice = z.object({
  id,
  title: z.string(),
  /** What was done, so that others can do it too. */
  story: z.string(),
  theme: z.string().nullable(),
  /** The customer's own words. */
  words: z.string().nullable(),
  /** Only where they agreed to be named. */
  customer: z.string().nullable(),
  unit: z.object({ id, name: z.string() }).nullable(),
  /** The colleague it is about. */
  colleague: z.string().nullable(),
  by: z.string(),
  at: instant,
  applause: z.number().int(),
  applauded: z.boolean(),
  reuses: z.array(z.object({ id, by: z.string(), place: z.string(), note: z.string().nullable(), at: instant })),
  /** Taken off the wall, and why; only those who may put it back see it. */
  hidden: z.object({ by: z.string(), reason: z.string() }).nullable(),
})
export type Practice = z.output<typeof practice>

export const wallContract = contract({
  listPractices: {
    method: 'GET',
    path: '/practices',
    access: 'alerts.read',
    scope: 'units',
    summary: 'Best practices on the wall, newest first; found by words, unit (with all below it) and theme',
    query: paging.extend({ q: text(200).optional(), unit: id.optional(), theme: text(100).optional() }),
    reply: page(practice),
  },
  listThemes: {
    method: 'GET',
    path: '/practices/themes',
    access: 'alerts.read',
    scope: 'units',
    summary: 'Themes of the wall, the one with most practices first',
    reply: z.object({ items: z.array(z.object({ theme: z.string(), n: z.number().int() })), nextCursor: z.null() }),
  },
  sharePractice: {
    method: 'POST',
    path: '/alerts/:id/practices',
    access: 'alerts.work',
    scope: 'units',
    summary: 'Share what an excellence alert tells on the wall; the customer is named only with `agreed`',
    params: idParam,
    body: z.object({
      title: name,
      story: text(4000, 1),
      theme: text(100).optional(),
      /** The colleague it is about: id or e-mail. */
      colleague: text(254, 1).optional(),
      /** Shows the customer's words. */
      quote: z.boolean().default(true),
      /** The customer agreed to be named. */
      agreed: z.boolean().default(false),
    }),
    reply: created,
    status: 201,
  },
  applaud: {
    method: 'PUT',
    path: '/practices/:id/applause',
    access: 'alerts.read',
    scope: 'units',
    summary: 'Applaud, or take it back; once for each person',
    params: idParam,
    body: z.object({ applaud: z.boolean() }),
    reply: done,
  },
  reusePractice: {
    method: 'POST',
    path: '/practices/:id/reuses',
    access: 'alerts.read',
    scope: 'units',
    summary: 'Say that one does the same, and where',
    params: idParam,
    body: z.object({ place: name, note: text(1000).optional() }),
    reply: created,
    status: 201,
  },
  moderatePractice: {
    method: 'PUT',
    path: '/practices/:id/visibility',
    access: 'wall.moderate',
    scope: 'units',
    summary: 'Take a practice off the wall with a reason, or put it back',
    params: idParam,
    body: z.discriminatedUnion('visible', [
      z.object({ visible: z.literal(true) }),
      z.object({ visible: z.literal(false), reason: text(500, 1) }),
    ]),
    reply: done,
  },
  readPraise: {
    method: 'GET',
    path: '/alerts/:id/praise',
    access: 'alerts.read',
    scope: 'units',
    summary: 'Who was thanked for what an excellence alert tells, and what was shared of it on the wall',
    params: idParam,
    reply: z.object({
      thanks: z.array(z.object({ id, name: z.string(), message: z.string(), by: z.string(), at: instant })),
      practiceId: id.nullable(),
    }),
  },
  thankColleague: {
    method: 'POST',
    path: '/alerts/:id/thanks',
    access: 'alerts.work',
    scope: 'units',
    summary: 'Thank a colleague for what a customer said, with the customer’s words. `to`: a person’s id or e-mail',
    params: idParam,
    body: z.object({ to: text(254, 1), message: text(1000).default('') }),
    reply: z.object({ id, state: z.enum(alertStates) }),
    status: 201,
  },
})

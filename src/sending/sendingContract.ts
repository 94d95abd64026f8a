import { z } from 'zod'
import { contract, created, day, done, email, id, idParam, instant, page, paging, text } from '../kit/contract.ts'

export const invitationStates = [
  'planned',
  'held',
  'waiting',
  'sent',
  'started',
  'answered',
  'bounced',
  'failed',
  'opted-out',
  'cancelled',
] as const
export type InvitationState = (typeof invitationStates)[number]

export const sendStates = ['scheduled', 'running', 'done', 'cancelled'] as const

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time such as 09:00')
const segments = z.record(text(60, 1), text(200)).refine(all => Object.keys(all).length <= 20, 'At most 20 segments.')

const listed = z.object({
  email,
  name: text(200).optional(),
  /** The unit's key or id. */
  unit: text(200).optional(),
  locale: text(35).optional(),
  segments: segments.optional(),
})

/** Whom to ask: people of the directory, or a list. Exactly one of the three. */
export const audienceSchema = z
  .object({
    people: z
      .object({
        kind: z.enum(['staff', 'contact']).optional(),
        /** Keys or ids; units below them count too. */
        units: z.array(text(200, 1)).max(200).optional(),
        segments: segments.optional(),
      })
      .optional(),
    list: z.array(listed).min(1).max(20_000).optional(),
    /** A file with the columns email, name, unit, locale; every other column is a segment. */
    csv: text(4_000_000, 1).optional(),
  })
  .refine(({ people, list, csv }) => [people, list, csv].filter(one => one !== undefined).length === 1, {
    message: 'Say whom to ask: people, list or csv.',
  })
export type AudienceInput = z.infer<typeof audienceSchema>

const words = z.object({ subject: text(300).default(''), intro: text(4000).default(''), outro: text(4000).default('') })

/** What the mail says, by language; what is left empty is said in the product's own words. */
export const messageSchema = z
  .record(z.string().max(35), words)
  .refine(all => Object.keys(all).length <= 40, 'At most 40 languages.')
export type MessageInput = z.infer<typeof messageSchema>

export const scheduleSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('now') }),
  z.object({ kind: z.literal('later'), at: instant }),
  z.object({ kind: z.literal('spread'), from: instant.optional(), to: instant }),
  z.object({
    kind: z.literal('recurring'),
    from: day,
    until: day.nullish(),
    every: z.number().int().min(1).max(365),
    unit: z.enum(['day', 'week', 'month']),
    weekdays: z.array(z.number().int().min(1).max(7)).min(1).max(7).optional(),
    dayOfMonth: z.number().int().min(1).max(31).optional(),
    at: clock,
  }),
])
export type Schedule = z.infer<typeof scheduleSchema>

const sendBody = z.object({
  audience: audienceSchema,
  message: messageSchema.default({}),
  schedule: scheduleSchema.default({ kind: 'now' }),
  /** Days after the invitation on which those who have not answered are reminded. */
  reminders: z.array(z.number().int().min(1).max(90)).max(5).default([]),
})
export type SendInput = z.infer<typeof sendBody>

const counts = z.record(z.string(), z.number())

const sendRow = z.object({
  id,
  surveyId: id,
  surveyName: z.string(),
  schedule: scheduleSchema,
  reminders: z.array(z.number()),
  state: z.enum(sendStates),
  nextAt: z.string().nullable(),
  occurrence: z.number(),
  /** Invitations by state. */
  counts,
  createdBy: z.string(),
  createdAt: z.string(),
  endedAt: z.string().nullable(),
})
export type SendRow = z.infer<typeof sendRow>

const invitation = z.object({
  id,
  sendId: id,
  person: z.object({ id, name: z.string(), email: z.string().nullable() }),
  unit: z.object({ id, name: z.string() }).nullable(),
  locale: z.string().nullable(),
  state: z.enum(invitationStates),
  /** Why it was held back or failed, in words. */
  reason: z.string().nullable(),
  heldUntil: z.string().nullable(),
  dueAt: z.string(),
  sentAt: z.string().nullable(),
  answeredAt: z.string().nullable(),
  reminders: z.number(),
  nextReminderAt: z.string().nullable(),
})
export type InvitationRow = z.infer<typeof invitation>

const bodyLimit = 6 * 1024 * 1024

const opening = z.tuple([clock, z.string().regex(/^([01]\d|2[0-4]):[0-5]\d$/, 'must be a time such as 17:00')])
const weekday = z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'])
const rules = z.object({
  acrossSurveys: z.number().int().min(1).max(730).nullable(),
  sameSurvey: z.number().int().min(1).max(730).nullable(),
  exceptSurveys: z.array(id).max(200),
  exceptPeople: z.array(id).max(1000),
  hours: z.partialRecord(weekday, z.array(opening).max(4)),
})

export const sendingContract = contract({
  createSend: {
    method: 'POST',
    path: '/surveys/:id/sends',
    access: 'surveys.send',
    scope: 'units',
    summary: 'Invite people by mail: now, later, again and again, or evenly spread',
    bodyLimit,
    params: idParam,
    body: sendBody,
    status: 201,
    reply: created.extend({ invited: z.number(), skipped: z.array(z.object({ line: z.number(), reason: z.string() })) }),
  },
  previewSend: {
    method: 'POST',
    path: '/surveys/:id/sends/preview',
    access: 'surveys.send',
    scope: 'units',
    summary: 'Who would be asked, who is held back and why, when, and how the mail reads; changes nothing',
    bodyLimit,
    params: idParam,
    body: sendBody.extend({ locale: text(35).optional() }),
    reply: z.object({
      total: z.number(),
      invited: z.number(),
      held: z.array(z.object({ reason: z.string(), words: z.string(), n: z.number() })),
      people: z.array(z.object({ name: z.string(), email: z.string(), reason: z.string(), until: z.string().nullable() })),
      skipped: z.array(z.object({ line: z.number(), reason: z.string() })),
      occurrences: z.array(z.string()),
      locales: counts,
      problems: z.array(z.string()),
      mail: z.object({ locale: z.string(), subject: z.string(), text: z.string(), html: z.string() }),
    }),
  },
  testSend: {
    method: 'POST',
    path: '/surveys/:id/sends/tests',
    access: 'surveys.send',
    scope: 'own',
    summary: 'Mail the invitation to yourself; its link opens a preview that stores nothing',
    params: idParam,
    body: z.object({ message: messageSchema.default({}), locale: text(35).optional(), to: email.optional() }),
    reply: z.object({ to: z.string() }),
  },
  listSends: {
    method: 'GET',
    path: '/sends',
    access: 'surveys.read',
    scope: 'units',
    summary: 'Sends of all surveys or one, newest first',
    query: paging.extend({ survey: id.optional() }),
    reply: page(sendRow),
  },
  getSend: {
    method: 'GET',
    path: '/sends/:id',
    access: 'surveys.read',
    scope: 'units',
    summary: 'One send',
    params: idParam,
    reply: sendRow,
  },
  cancelSend: {
    method: 'POST',
    path: '/sends/:id/cancellations',
    access: 'surveys.send',
    scope: 'units',
    summary: 'Stop a send: what has not left stays here, and nobody is reminded any more',
    params: idParam,
    body: z.object({}).default({}),
    reply: z.object({ cancelled: z.number() }),
  },
  listInvitations: {
    method: 'GET',
    path: '/surveys/:id/invitations',
    access: 'surveys.read',
    scope: 'units',
    summary: 'Who was asked, and who was held back and why',
    params: idParam,
    query: paging.extend({
      /** `delivered`: whatever left and did not come back, answered or not. */
      state: z.enum([...invitationStates, 'delivered']).optional(),
      send: id.optional(),
      /** Days on which they left, or are to; both included. */
      from: day.optional(),
      to: day.optional(),
      /** This unit, by id or key, and everything below it: as it is today, or as it `was` on those days. */
      unit: text(200).optional(),
      tree: z.enum(['is', 'was']).optional(),
      q: text(200).optional(),
    }),
    reply: page(invitation),
  },
  inviteAnyway: {
    method: 'POST',
    path: '/invitations/:id/releases',
    access: 'surveys.send',
    scope: 'units',
    summary: 'Send an invitation that the contact-frequency rule held back',
    params: idParam,
    body: z.object({}).default({}),
    reply: done,
  },
  readRules: {
    method: 'GET',
    path: '/sending-rules',
    access: 'surveys.read',
    scope: 'units',
    summary: 'How often one person may be asked, and when mail may leave',
    reply: rules,
  },
  saveRules: {
    method: 'PUT',
    path: '/sending-rules',
    access: 'org.manage',
    scope: 'organisation',
    summary: 'Change how often one person may be asked, and when mail may leave',
    body: rules.partial(),
    reply: rules,
  },
})

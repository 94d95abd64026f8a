import { z } from 'zod'
import { contract, created, done, email, id, idParam, name, text } from '../kit/contract.ts'
import { placeSpec } from './calendarSpec.ts'

/** The promises there are: of alerts, then of tickets. */
export const targetNames = [
  'acknowledge',
  'contact',
  'resolve',
  'first_response',
  'next_response',
  'resolution',
  'provider_response',
] as const
export type TargetName = (typeof targetNames)[number]

const calendarFields = {
  name,
  tz: placeSpec.tz.optional().describe('Time zone, such as Europe/Berlin'),
  hours: placeSpec.hours
    .optional()
    .describe('{"mon": [["09:00", "17:00"]]}; 24:00 closes at midnight, 22:00–06:00 reaches into the next day'),
  holidays: placeSpec.holidays.optional().describe('Local dates that are closed, with or without a name'),
  special: placeSpec.special.optional().describe('Local dates with other hours: {"2026-12-24": [["09:00", "12:00"]]}'),
  union: z.array(text(200, 1)).min(1).max(20).optional().describe('Ids or names of calendars: open when any of them is'),
}

export const calendarItem = z.object({
  id,
  name: z.string(),
  version: z.number().int(),
  archived: z.boolean(),
  tz: z.string().nullable(),
  hours: placeSpec.hours,
  holidays: z.array(z.object({ date: z.string(), name: z.string() })),
  special: z.record(z.string(), z.array(z.tuple([z.string(), z.string()]))),
  union: z.array(id).nullable(),
  /** Names of policies that count time under it. */
  policies: z.array(z.string()),
})
export type CalendarItem = z.infer<typeof calendarItem>

const minutes = z.number().positive().max(5_256_000)
const promised = z.union([minutes, z.record(text(40, 1), minutes)], 'must be working minutes, or minutes by priority')
const notify = z.union(
  [z.enum(['owner', 'manager', 'skip']), z.strictObject({ person: z.union([id, email]) })],
  'must be owner, manager, skip, or {"person": e-mail address or id}',
)

export const ladder = z
  .array(
    z.strictObject({
      after_min: z.number().min(0).max(5_256_000).describe('Working minutes after the promise was broken'),
      notify,
    }),
  )
  .max(12)

const policyTerms = {
  calendar: text(200, 1).describe('Id or name of the calendar that counts the time'),
  acknowledge: promised.nullish(),
  contact: promised.nullish(),
  resolve: promised.nullish(),
  first_response: promised.nullish(),
  next_response: promised.nullish(),
  resolution: promised.nullish(),
  provider_response: promised.nullish(),
  warn_before_min: z.number().min(0).max(5_256_000).nullish().describe('Remind when so many working minutes are left'),
  ladder: ladder.optional(),
}
const policyFields = { name, ...policyTerms }

/** What may be tried otherwise of a policy: what is absent stays, null takes a promise back. */
export const policyOverrides = z.strictObject(policyTerms).partial()
export type PolicyOverrides = z.output<typeof policyOverrides>

export const policyItem = z.object({
  id,
  name: z.string(),
  version: z.number().int(),
  archived: z.boolean(),
  calendar: id,
  targets: z.record(z.string(), z.union([z.number(), z.record(z.string(), z.number())])),
  warn_before_min: z.number().nullable(),
  ladder,
})
export type PolicyItem = z.infer<typeof policyItem>

const page = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), nextCursor: z.null() })
const asksArchive = { archived: z.boolean().optional().describe('Not offered any more; what runs under it runs on') }

export const slaContract = contract({
  listCalendars: {
    method: 'GET',
    path: '/calendars',
    access: 'rules.read',
    scope: 'units',
    summary: 'Working calendars, all of them',
    reply: page(calendarItem),
  },
  getCalendar: {
    method: 'GET',
    path: '/calendars/:id',
    access: 'rules.read',
    scope: 'units',
    summary: 'One working calendar',
    params: idParam,
    reply: calendarItem,
  },
  createCalendar: {
    method: 'POST',
    path: '/calendars',
    access: 'rules.write',
    scope: 'organisation',
    summary: 'Add a working calendar: hours in a zone, or a union of others',
    body: z.object(calendarFields),
    reply: created,
    status: 201,
  },
  changeCalendar: {
    method: 'PATCH',
    path: '/calendars/:id',
    access: 'rules.write',
    scope: 'organisation',
    summary: 'Change a calendar: clocks that run keep what has elapsed and get a new due time',
    params: idParam,
    body: z.object({ ...calendarFields, ...asksArchive }).partial(),
    reply: done,
  },
  listPolicies: {
    method: 'GET',
    path: '/policies',
    access: 'rules.read',
    scope: 'units',
    summary: 'Policies of promises, all of them',
    reply: page(policyItem),
  },
  getPolicy: {
    method: 'GET',
    path: '/policies/:id',
    access: 'rules.read',
    scope: 'units',
    summary: 'One policy',
    params: idParam,
    reply: policyItem,
  },
  createPolicy: {
    method: 'POST',
    path: '/policies',
    access: 'rules.write',
    scope: 'organisation',
    summary: 'Add a policy: what is promised, in working minutes, and who is told when it is not kept',
    body: z.object(policyFields),
    reply: created,
    status: 201,
  },
  changePolicy: {
    method: 'PATCH',
    path: '/policies/:id',
    access: 'rules.write',
    scope: 'organisation',
    summary: 'Change a policy from now on: clocks that run keep what has elapsed',
    params: idParam,
    body: z.object({ ...policyFields, ...asksArchive }).partial(),
    reply: done,
  },
})
export type CalendarInput = z.input<(typeof slaContract)['createCalendar']['body']>
export type PolicyInput = z.input<(typeof slaContract)['createPolicy']['body']>

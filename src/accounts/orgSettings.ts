import { z } from 'zod'
import { day, email, text } from '../kit/contract.ts'

/** Weekly hours as calendars write them: `{"mon": [["09:00", "17:00"]]}`; a day without hours is closed. */
export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
export type Weekday = (typeof weekdays)[number]

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'must be a time such as 09:00')
const opening = z
  .tuple([time, time], 'must be an opening and a closing time such as ["09:00", "17:00"]')
  .refine(([open, close]) => open !== close, 'opens and closes at the same time')
export const hours = z.partialRecord(z.enum(weekdays), z.array(opening).max(6), { error: namesADay })

function namesADay({ code, keys = [] }: { code: string; keys?: readonly string[] }): string | undefined {
  return code === 'unrecognized_keys' ? `knows the days ${weekdays.join(', ')}, not ${keys.join(', ')}` : undefined
}

export const zone = text(60, 1).refine(isZone, 'must be a time zone such as Europe/Berlin')
const locale = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'must be a language such as en or de-AT')
const keepDays = z.number().int().min(30).max(36_500)

/** What an organisation decides for itself. What it has not decided is absent, and the default holds. */
export const orgSettings = z.object({
  zone,
  /** What the organisation's own people and mails read, unless they choose otherwise. */
  locale,
  /** Languages its questionnaires offer. */
  locales: z.array(locale).min(1).max(40),
  colour: z
    .string()
    .regex(/^#[0-9a-fA-F]{6}$/, 'must be a colour such as #0a6375')
    .toLowerCase(),
  /** Postal address for the foot of mails. */
  address: text(300),
  sender: z.object({ name: text(120).optional(), address: email.optional() }),
  hours,
  holidayRegion: z.object({
    country: z.string().regex(/^[A-Z]{2}$/),
    state: z
      .string()
      .regex(/^[A-Z0-9-]{1,8}$/)
      .optional(),
  }),
  holidays: z.array(z.object({ date: day, name: text(120, 1) })).max(400),
  /** Days after which something is deleted; absent = kept. */
  retention: z
    .object({ comments: keepDays, contacts: keepDays, files: keepDays, activityDetails: keepDays, outbox: keepDays })
    .partial(),
  /** No person gets a second questionnaire within these days. */
  contactEveryDays: z.number().int().min(0).max(3650),
})

export type OrgSettings = Partial<z.output<typeof orgSettings>> & {
  logo?: string
  /** A made-up organisation to look around in: nothing is mailed from it. */
  demo?: boolean
}

/** What holds where an organisation has not decided. */
export const defaults = { zone: 'UTC', locale: 'en', contactEveryDays: 30 } as const

/** A change: what is null is undecided again, what is absent stays. */
export const settingsChange = z.object(
  Object.fromEntries(
    Object.entries(orgSettings.shape).map(([key, type]) => [key, (type as z.ZodType).nullable().optional()]),
  ) as {
    [K in keyof typeof orgSettings.shape]: z.ZodOptional<z.ZodNullable<(typeof orgSettings.shape)[K]>>
  },
)

export type SettingsChange = z.output<typeof settingsChange>

/** The settings after a change, and what differs: from what to what. */
export function applyChange(before: OrgSettings, change: SettingsChange) {
  const after: Record<string, unknown> = { ...before }
  const changed: Record<string, { from: unknown; to: unknown }> = {}
  for (const [key, to] of Object.entries(change)) {
    const from = (before as Record<string, unknown>)[key] ?? null
    if (to === undefined || JSON.stringify(from) === JSON.stringify(to)) continue
    if (to === null) delete after[key]
    else after[key] = to
    changed[key] = { from, to }
  }
  return { after: after as OrgSettings, changed }
}

const knownZones = new Set<string>()

function isZone(name: string): boolean {
  // Asking costs 0.1 ms: a list of calendars names the same few zones again and again.
  if (knownZones.has(name)) return true
  try {
    // Throws for what is none. An offset is accepted there, but knows no summer time.
    const isOne = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '' && !/^[+-]/.test(name)
    if (isOne) knownZones.add(name)
    return isOne
  } catch {
    return false
  }
}

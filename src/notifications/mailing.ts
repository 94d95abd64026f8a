import { Temporal } from 'temporal-polyfill'
import type { MailChoice } from './kinds.ts'

const minute = 60_000

/** Between two mails to one colleague; what comes meanwhile comes together. */
export const apart = 10 * minute

/** A breath before the first one: five alerts of one import make one mail. */
const breath = 10_000

/** The hour of the daily mail, in the organisation's zone. */
const DAILY = '08:00'

/** When a notification is to be mailed; null = never. */
export function mailAt(choice: MailChoice, now: Date, zone: string): Date | null {
  if (choice === 'never') return null
  if (choice === 'at-once') return new Date(now.getTime() + breath)
  if (choice === 'hourly') return new Date(Math.floor(now.getTime() / (60 * minute) + 1) * 60 * minute)
  return nextMorning(now, zone)
}

function nextMorning(now: Date, zone: string): Date {
  const local = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone)
  const today = local.toPlainDate().toZonedDateTime({ timeZone: zone, plainTime: DAILY })
  const morning =
    Temporal.ZonedDateTime.compare(today, local) > 0
      ? today
      : local.toPlainDate().add({ days: 1 }).toZonedDateTime({ timeZone: zone, plainTime: DAILY })
  return new Date(morning.epochMilliseconds)
}

/** When a mail that is due may leave, given the last one. */
export const notBefore = (last: Date | null, now: Date): Date =>
  last && last.getTime() + apart > now.getTime() ? new Date(last.getTime() + apart) : now

/** So many mails of their own reach somebody who cannot sign in, and so chooses nothing; then the rest comes together. */
const ALONE = 3

/** How many single mails a person without a login got since `since`. When `since` lies in the future, everything further is sent together at that instant. */
export interface Turn {
  since: Date
  n: number
}

/** What to do with one more notification: `at` null = its own mail now; otherwise it is sent at `at`, together with the others. */
export function nextTurn(last: Turn, now: Date): Turn & { at: Date | null } {
  if (last.since.getTime() + apart <= now.getTime()) return { since: now, n: 1, at: null }
  if (last.since > now) return { ...last, at: last.since }
  if (last.n < ALONE) return { since: last.since, n: last.n + 1, at: null }
  const at = new Date(last.since.getTime() + apart)
  return { since: at, n: ALONE, at }
}

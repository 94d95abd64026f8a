import { Temporal } from 'temporal-polyfill'
import { type Period, plusDays } from '../people/period.ts'

/** The hour of the weekly digest, in the organisation's zone. */
const HOUR = 7

/** The Monday whose digest is due now: from seven in the morning to the end of that day. */
export function isDigestHour(now: Date, zone: string): string | null {
  const local = localTime(now, zone)
  return local.dayOfWeek === 1 && local.hour >= HOUR ? local.toPlainDate().toString() : null
}

/** The Monday that this week began with. */
export function mondayOf(now: Date, zone: string): string {
  const today = localTime(now, zone).toPlainDate()
  return today.subtract({ days: today.dayOfWeek - 1 }).toString()
}

const localTime = (now: Date, zone: string) => Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone)

/** The week that a Monday's digest tells: Monday to Sunday before it. */
export const weekBefore = (monday: string): Period => ({ from: plusDays(monday, -7), to: plusDays(monday, -1) })

import { Temporal } from 'temporal-polyfill'
import { dayIn } from '../people/day.ts'
import { mondayOf, type Period, plusDays } from '../people/period.ts'

/** The hour of the weekly digest, in the organisation's zone. */
const HOUR = 7

/** The Monday whose digest is due now: from seven in the morning, and all of Tuesday where nobody was up on that day. */
export function dueDigest(now: Date, zone: string): string | null {
  const { dayOfWeek, hour } = localTime(now, zone)
  return (dayOfWeek === 1 && hour >= HOUR) || dayOfWeek === 2 ? mondayOf(dayIn(zone, now)) : null
}

const localTime = (now: Date, zone: string) => Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone)

/** The week that a Monday's digest tells: Monday to Sunday before it. */
export const weekBefore = (monday: string): Period => ({ from: plusDays(monday, -7), to: plusDays(monday, -1) })

import { Temporal } from 'temporal-polyfill'
import type { Weekday } from '../accounts/orgSettings.ts'
import { compileCalendar } from '../sla/calendar.ts'
import { openWithin, type TimeInterval } from '../sla/openTime.ts'

/** When mail may be sent, as in a working calendar: `{mon: [['09:00', '17:00']]}`; `24:00` and `22:00–06:00` are legal; holidays are local dates. */
export interface SendingHours {
  zone: string
  hours: Partial<Record<Weekday, readonly (readonly [open: string, close: string])[]>>
  holidays?: readonly string[]
}

const longest = 800

/** The openings between two instants, in order, overlaps joined. Throws RangeError for a window of more than 800 days. */
export function sendingWindowsBetween(from: Date, to: Date, { zone, hours, holidays = [] }: SendingHours): TimeInterval[] {
  const window = { from: from.getTime(), to: to.getTime() }
  if (window.to - window.from > longest * 86_400_000) throw new RangeError(`Choose a time of at most ${longest} days.`)
  return openWithin(compileCalendar('sending', { tz: zone, hours, holidays }, noMember), window)
}

function noMember(name: string): never {
  throw new RangeError(`Sending hours have no members such as “${name}”.`)
}

export const localDate = (at: number, zone: string): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate()

/** A wall-clock time of a local day. In the spring gap the clock is already an hour on; in the autumn fold the first of the two is meant. */
export function instantOf(day: Temporal.PlainDate, clock: string, zone: string): number {
  if (clock === '24:00') return instantOf(day.add({ days: 1 }), '00:00', zone)
  return day.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(clock) }).epochMilliseconds
}

/** The first instant at or after `at` at which mail may be sent; null when there is none in the next year. */
export function nextOpen(at: Date, hours: SendingHours): Date | null {
  // Most often it is today: a year is unrolled only where a week is closed.
  for (const days of [8, 366]) {
    const first = sendingWindowsBetween(at, new Date(at.getTime() + days * 86_400_000), hours)[0]
    if (first) return new Date(first.from)
  }
  return null
}

import { Temporal } from 'temporal-polyfill'

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
export type Weekday = (typeof weekdays)[number]

/** When mail may be sent, as in an SLA calendar: `{mon: [['09:00', '17:00']]}`; `24:00` and `22:00–06:00` are legal; holidays are local dates. */
export interface SendingHours {
  zone: string
  hours: Partial<Record<Weekday, readonly (readonly [open: string, close: string])[]>>
  holidays?: readonly string[]
}

/** From open to before close, in epoch milliseconds. */
export interface SendingWindow {
  from: number
  to: number
}

const longest = 800

/** The openings between two instants, in order, overlaps joined. Throws RangeError for a window of more than 800 days. */
export function sendingWindowsBetween(from: Date, to: Date, { zone, hours, holidays = [] }: SendingHours): SendingWindow[] {
  const [start, end] = [from.getTime(), to.getTime()]
  if (end - start > longest * 86_400_000) throw new RangeError(`Choose a time of at most ${longest} days.`)
  const closed = new Set(holidays)
  const found: SendingWindow[] = []
  // A night shift of the day before may still be open.
  let day = localDate(start, zone).subtract({ days: 1 })
  for (; instantOf(day, '00:00', zone) < end; day = day.add({ days: 1 })) {
    if (closed.has(day.toString())) continue
    for (const [open, close] of hours[weekdays[day.dayOfWeek - 1]!] ?? []) {
      const last = close <= open ? instantOf(day.add({ days: 1 }), close, zone) : instantOf(day, close, zone)
      found.push({ from: Math.max(start, instantOf(day, open, zone)), to: Math.min(end, last) })
    }
  }
  return joined(found.filter(opening => opening.from < opening.to).sort((a, b) => a.from - b.from))
}

function joined(openings: readonly SendingWindow[]): SendingWindow[] {
  const result: SendingWindow[] = []
  for (const opening of openings) {
    const last = result.at(-1)
    if (last && opening.from <= last.to) last.to = Math.max(last.to, opening.to)
    else result.push({ ...opening })
  }
  return result
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

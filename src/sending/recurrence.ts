import { Temporal } from 'temporal-polyfill'
import { instantOf, localDate } from './sendingHours.ts'

/** "Every second Tuesday at nine", "on the 31st of each quarter". Dates and clock are local to `zone`. */
export interface Recurrence {
  /** First day on which it may happen; weeks and months are counted from it. */
  from: string
  /** Last day; null = for ever. */
  until?: string | null
  every: number
  unit: 'day' | 'week' | 'month'
  /** For weeks: 1 = Monday … 7 = Sunday; the weekday of `from` unless told. */
  weekdays?: readonly number[]
  /** For months: a day that a month lacks is its last one; the day of `from` unless told. */
  dayOfMonth?: number
  /** Wall clock, `09:00`. */
  at: string
  zone: string
}

/**
 * The first occurrence after `after`; null when there is none any more. The wall clock stays through summer time: a time that the spring
 * gap leaves out happens an hour later, one that the autumn fold has twice happens at the first.
 * Throws RangeError unless `every` is a whole number ≥ 1.
 */
export function nextOccurrence(recurrence: Recurrence, after: Date): Date | null {
  if (!Number.isInteger(recurrence.every) || recurrence.every < 1)
    throw new RangeError('It happens every 1, 2, 3 … days, weeks or months.')
  const { from, until, at, zone } = recurrence
  const first = Temporal.PlainDate.from(from)
  for (const day of daysNear(recurrence, first, localDate(after.getTime(), zone))) {
    if (until && Temporal.PlainDate.compare(day, Temporal.PlainDate.from(until)) > 0) return null
    const instant = instantOf(day, at, zone)
    if (Temporal.PlainDate.compare(day, first) >= 0 && instant > after.getTime()) return new Date(instant)
  }
  return null
}

/** Days of the recurrence in order, from shortly before `near` on: the sought one is among the first few. */
function* daysNear(recurrence: Recurrence, first: Temporal.PlainDate, near: Temporal.PlainDate): Generator<Temporal.PlainDate> {
  const { every, unit, weekdays = [first.dayOfWeek], dayOfMonth = first.day } = recurrence
  const anchor =
    unit === 'week' ? first.subtract({ days: first.dayOfWeek - 1 }) : unit === 'month' ? first.with({ day: 1 }) : first
  const units = anchor.until(near, { largestUnit: unit })
  const passed = unit === 'day' ? units.days : unit === 'week' ? units.weeks : units.months
  const start = Math.max(0, Math.floor(passed / every) - 1)
  for (let round = start; round < start + 6; round++) {
    const day = anchor.add({ [`${unit}s`]: round * every })
    if (unit === 'day') yield day
    else if (unit === 'month') yield day.with({ day: dayOfMonth }, { overflow: 'constrain' })
    else for (const weekday of [...new Set(weekdays)].sort((a, b) => a - b)) yield day.add({ days: weekday - 1 })
  }
}

import { Temporal } from 'temporal-polyfill'

/** Which comes first in 03/04/2026. */
export type DateOrder = 'dmy' | 'mdy'

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

const clock = String.raw`(?:[T ,]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*([ap]\.?m\.?)?\s*(Z|[+-]\d{2}:?\d{2})?)?`
const yearFirst = new RegExp(String.raw`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})${clock}$`, 'i')
const yearLast = new RegExp(String.raw`^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})${clock}$`, 'i')
const dayMonth = new RegExp(String.raw`^(\d{1,2})[. -]+([a-z]{3})[a-z]*[., -]+(\d{4})${clock}$`, 'i')
const monthDay = new RegExp(String.raw`^([a-z]{3})[a-z]*[. ]+(\d{1,2})(?:st|nd|rd|th)?[, ]+(\d{4})${clock}$`, 'i')

/**
 * Reads a date as tables hold it: 2026-03-31, 2026-03-31T14:05:00Z, 31.03.2026 14:05, 31/03/2026, 3/31/2026 2:05 PM, 31 Mar 2026,
 * March 31, 2026, seconds or milliseconds since 1970. A clock without a zone is local to `zone`; a day without a clock is its noon there,
 * so that it stays the same day for readers nearby. Null for anything else.
 */
export function readDate(given: string, zone: string, order: DateOrder = 'dmy'): Date | null {
  const text = given.trim()
  if (/^\d{10}$|^\d{13}$/.test(text)) return new Date(text.length === 10 ? Number(text) * 1000 : Number(text))
  const found = partsOf(text, order)
  if (!found) return null
  const { year, month, day, time } = found
  try {
    const date = Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' })
    return instantOf(date, time, zone)
  } catch {
    return null
  }
}

interface DateParts {
  year: number
  month: number
  day: number
  time: readonly (string | undefined)[]
}

function partsOf(text: string, order: DateOrder): DateParts | null {
  const parts = (match: RegExpExecArray, year: number, month: number, day: number): DateParts => ({
    year,
    month,
    day,
    time: match.slice(4),
  })
  const iso = yearFirst.exec(text)
  if (iso) return parts(iso, Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const numbers = yearLast.exec(text)
  if (numbers) {
    const [first, second] = [Number(numbers[1]), Number(numbers[2])]
    // 31/03 can only be the 31st of March, whatever the rest of the table does.
    const dayFirst = second > 12 ? false : first > 12 ? true : order === 'dmy' || text.includes('.')
    return dayFirst ? parts(numbers, Number(numbers[3]), second, first) : parts(numbers, Number(numbers[3]), first, second)
  }
  const words = dayMonth.exec(text)
  if (words) return parts(words, Number(words[3]), monthNamed(words[2]!), Number(words[1]))
  const american = monthDay.exec(text)
  return american ? parts(american, Number(american[3]), monthNamed(american[1]!), Number(american[2])) : null
}

const monthNamed = (name: string): number => months.indexOf(name.toLowerCase()) + 1

function instantOf(date: Temporal.PlainDate, [hour, minute, second, half, offset]: DateParts['time'], zone: string): Date {
  if (hour === undefined) return new Date(date.toZonedDateTime({ timeZone: zone, plainTime: '12:00' }).epochMilliseconds)
  const time = Temporal.PlainTime.from(
    {
      hour: half ? (Number(hour) % 12) + (half.toLowerCase().startsWith('p') ? 12 : 0) : Number(hour),
      minute: Number(minute),
      second: Number(second ?? 0),
    },
    { overflow: 'reject' },
  )
  const where =
    offset === undefined
      ? zone
      : offset.toUpperCase() === 'Z'
        ? 'UTC'
        : offset.includes(':')
          ? offset
          : `${offset.slice(0, 3)}:${offset.slice(3)}`
  return new Date(date.toZonedDateTime({ timeZone: where, plainTime: time }).epochMilliseconds)
}

/** Day or month first? Decided by the whole column: one 31/03 tells how to read 03/04. Day first where nothing tells. */
export function orderOf(column: Iterable<string>): DateOrder {
  for (const cell of column) {
    const [, first, second] = yearLast.exec(cell.trim()) ?? []
    if (Number(second) > 12) return 'mdy'
    if (Number(first) > 12) return 'dmy'
  }
  return 'dmy'
}

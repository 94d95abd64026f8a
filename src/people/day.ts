import { plusDays } from './period.ts'

/** A business date, `2026-03-17`: compares as text. */
export type Day = string

/** The first day of everything that has no known beginning. */
export const ALWAYS: Day = '0001-01-01'

/** The calendar day that an instant is in a zone. */
export function dayIn(zone: string, instant: Date): Day {
  let formatter = formatters.get(zone)
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' })
    formatters.set(zone, formatter)
  }
  return formatter.format(instant)
}

// Making one costs more than everything else that happens to a response; there are as many as zones in use.
const formatters = new Map<string, Intl.DateTimeFormat>()

/** The first day of the quarter of a year that a day lies in. */
export const quarterOf = (day: Day): Day =>
  `${day.slice(0, 4)}-${String(Math.floor((Number(day.slice(5, 7)) - 1) / 3) * 3 + 1).padStart(2, '0')}-01`

/** The whole quarter before the one that a day lies in, both days included. */
export function lastQuarter(day: Day): { from: Day; to: Day } {
  const to = plusDays(quarterOf(day), -1)
  return { from: quarterOf(to), to }
}

/** The first day of the month after `day`: when most moves take place. */
export function firstOfNextMonth(day: Day): Day {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))]
  return month === 12 ? `${year + 1}-01-01` : `${String(year).padStart(4, '0')}-${String(month + 1).padStart(2, '0')}-01`
}

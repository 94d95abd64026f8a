import { type Weekday, weekdays } from '../accounts/orgSettings.ts'

const minute = 60_000
export const dayLength = 24 * 60 * minute

/** `['09:00', '17:00']`; `24:00` closes at midnight, `['22:00', '06:00']` reaches into the next day. */
export type OpeningTimes = readonly [open: string, close: string]

/** A calendar as people write it: hours of its own in one zone, or the union of others (follow the sun). */
export interface CalendarSpec {
  tz?: string | undefined
  hours?: Partial<Record<Weekday, readonly OpeningTimes[]>> | undefined
  /** Local dates that are closed. */
  holidays?: readonly (string | { date: string })[] | undefined
  /** Local dates with other hours than their weekday's. */
  special?: Readonly<Record<string, readonly OpeningTimes[]>> | undefined
  /** Names of calendars: open when any of them is. */
  union?: readonly string[] | undefined
}

/** From open to before close, in milliseconds after local midnight. */
export interface OpenSpan {
  open: number
  close: number
}

/** A calendar of one place, ready to be asked. Dates are days since 1970. */
export interface PlaceCalendar {
  name: string
  zone: string
  /** Monday first. */
  weekly: readonly (readonly OpenSpan[])[]
  holidays: ReadonlySet<number>
  special: ReadonlyMap<number, readonly OpenSpan[]>
  /** What the night before a date with special hours leaves over for it. */
  spill: ReadonlyMap<number, readonly OpenSpan[]>
}

/** Open when any of its places is; a calendar of one place is the union of one. */
export interface WorkingCalendar {
  name: string
  places: readonly PlaceCalendar[]
}

/**
 * A calendar ready to be asked. `memberOf` finds the members of a union. A union's own holidays close that local date in each member.
 * Times are taken as valid (see calendarSpec.ts).
 */
export function compileCalendar(name: string, spec: CalendarSpec, memberOf: (ref: string) => WorkingCalendar): WorkingCalendar {
  if (spec.union) {
    const places = spec.union.flatMap(ref => memberOf(ref).places)
    return { name, places: (spec.holidays ?? []).length ? places.map(place => closedOn(place, spec.holidays!)) : places }
  }
  return { name, places: [place(name, spec)] }
}

function place(name: string, { tz = 'UTC', hours = {}, holidays = [], special = {} }: CalendarSpec): PlaceCalendar {
  const dates = Object.entries(special).map(([date, openings]) => [epochDayOf(date), openings] as const)
  return {
    name,
    zone: tz,
    weekly: weekdays.map((day, i) => [...evening(hours[day]), ...morning(hours[weekdays[(i + 6) % 7]!])]),
    holidays: new Set(holidays.map(dateOf)),
    special: new Map(dates.map(([date, openings]) => [date, evening(openings)])),
    spill: new Map(dates.map(([date, openings]) => [date + 1, morning(openings)])),
  }
}

const closedOn = (place: PlaceCalendar, holidays: NonNullable<CalendarSpec['holidays']>): PlaceCalendar => ({
  ...place,
  holidays: new Set([...place.holidays, ...holidays.map(dateOf)]),
})

const dateOf = (holiday: string | { date: string }): number => epochDayOf(typeof holiday === 'string' ? holiday : holiday.date)

/** Days since 1970 of a date such as 2026-03-19. */
export const epochDayOf = (date: string): number => Date.parse(`${date}T00:00:00Z`) / dayLength

// 22:00–06:00 on a date is 22:00–24:00 on it and 00:00–06:00 on the next: two openings, so that a holiday closes a date and no more.
const evening = (openings: readonly OpeningTimes[] = []): OpenSpan[] =>
  openings.map(([open, close]) => ({
    open: millisecondsOfDay(open),
    close: overnight(open, close) ? dayLength : millisecondsOfDay(close),
  }))

const morning = (openings: readonly OpeningTimes[] = []): OpenSpan[] =>
  openings.filter(([open, close]) => overnight(open, close)).map(([, close]) => ({ open: 0, close: millisecondsOfDay(close) }))

const overnight = (open: string, close: string): boolean => millisecondsOfDay(close) <= millisecondsOfDay(open)

/** Milliseconds after midnight of a time such as 09:00. */
export const millisecondsOfDay = (time: string): number => (Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))) * minute

/** The openings of one local date of one place. A holiday closes it whatever else is said of it. */
export function spansOn(place: PlaceCalendar, day: number): readonly OpenSpan[] {
  if (place.holidays.has(day)) return []
  // 1 January 1970 was a Thursday.
  const own = place.special.get(day) ?? place.weekly[(((day + 3) % 7) + 7) % 7]!
  const left = place.spill.get(day)
  return left?.length ? [...own, ...left] : own
}

/** The last date of which anything special is said; null when nothing is. */
export function lastSpecial(place: PlaceCalendar): number | null {
  const days = [...place.special.keys()]
  return days.length ? Math.max(...days) : null
}

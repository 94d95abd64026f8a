import { Temporal } from 'temporal-polyfill'

/** A stretch of time in which a zone keeps one distance to UTC: instants and offset in milliseconds, `to` outside. */
export interface OffsetPeriod {
  from: number
  to: number
  offset: number
}

const known = new Map<string, Map<number, readonly OffsetPeriod[]>>()

/** The stretches of a zone that touch `[from, to)`, in order. Computed once per zone and year, then remembered. */
export function offsetPeriodsBetween(zone: string, from: number, to: number): readonly OffsetPeriod[] {
  const first = yearOf(from)
  const last = yearOf(to)
  const found: OffsetPeriod[] = []
  for (let year = first; year <= last; year++) {
    for (const stretch of offsetPeriodsOfYear(zone, year)) if (stretch.from < to && stretch.to > from) found.push(stretch)
  }
  return found
}

/** Milliseconds by which the wall clock of a zone is ahead of UTC. */
export function offsetAt(zone: string, at: number): number {
  return offsetPeriodsOfYear(zone, yearOf(at)).find(stretch => at < stretch.to)!.offset
}

function offsetPeriodsOfYear(zone: string, year: number): readonly OffsetPeriod[] {
  let years = known.get(zone)
  if (!years) known.set(zone, (years = new Map()))
  let found = years.get(year)
  if (!found) years.set(year, (found = computed(zone, year)))
  return found
}

function computed(zone: string, year: number): readonly OffsetPeriod[] {
  const [start, end] = [startOf(year), startOf(year + 1)]
  const found: OffsetPeriod[] = []
  let clock = Temporal.Instant.fromEpochMilliseconds(start).toZonedDateTimeISO(zone)
  for (let from = start; from < end; ) {
    const next = clock.getTimeZoneTransition('next')
    const to = Math.min(end, next?.epochMilliseconds ?? end)
    found.push({ from, to, offset: clock.offsetNanoseconds / 1e6 })
    from = to
    if (next) clock = next
  }
  return found
}

const yearOf = (at: number): number => new Date(at).getUTCFullYear()
// Date.UTC takes the years up to 99 for those of the last century.
const startOf = (year: number): number => new Date(0).setUTCFullYear(year, 0, 1)

/** The instant of a local date and time; in the spring gap the next that exists, in the autumn fold the first. */
export const instantOfLocalTime = (zone: string, date: string, time: string): number =>
  Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(zone).epochMilliseconds

import { type WorkingCalendar, dayLength, lastSpecial, type PlaceCalendar, spansOn } from './calendar.ts'
import { offsetAt, offsetPeriodsBetween } from './zone.ts'

/** An interval of real time, `[from, to)`, in epoch milliseconds. */
export interface TimeInterval {
  from: number
  to: number
}

/** No promise is looked for further ahead than this; what is not reached by then is never reached. */
export const horizonYears = 60
const horizon = horizonYears * 365.25 * dayLength

/** When a calendar is open within a window: in order, overlaps of several places counted once. */
export function openWithin(calendar: WorkingCalendar, window: TimeInterval): TimeInterval[] {
  const found = calendar.places.flatMap(place => openAt(place, window))
  return joined(found.sort((a, b) => a.from - b.from))
}

/** Milliseconds that a calendar is open from one instant to another. */
export function openTime(calendar: WorkingCalendar, from: number, to: number): number {
  let sum = 0
  for (const window of windows(from, to)) for (const open of openWithin(calendar, window)) sum += open.to - open.from
  return sum
}

/**
 * The earliest instant at which a calendar has been open for `length` milliseconds since `from`: due at closing time stays at closing
 * time. Null when that never comes (a calendar without hours, or beyond `horizonYears`).
 */
export function afterOpenTime(calendar: WorkingCalendar, from: number, length: number): number | null {
  if (length <= 0) return from
  let rest = length
  for (const window of windows(from, endOf(calendar, from))) {
    for (const open of openWithin(calendar, window)) {
      if (open.to - open.from >= rest) return open.from + rest
      rest -= open.to - open.from
    }
  }
  return null
}

// Small steps first, because most promises end within days.
function* windows(from: number, to: number): Generator<TimeInterval> {
  for (let step = 2; from < to; step = Math.min(step * 2, 128)) {
    const end = Math.min(to, from + step * dayLength)
    yield { from, to: end }
    from = end
  }
}

/** Past this instant a calendar is closed for good; without weekly hours, only its special dates can open it. */
function endOf(calendar: WorkingCalendar, from: number): number {
  if (calendar.places.some(place => place.weekly.some(spans => spans.length > 0))) return from + horizon
  const last = Math.max(...calendar.places.map(place => lastSpecial(place) ?? Number.NEGATIVE_INFINITY))
  return Math.min((last + 4) * dayLength, from + horizon)
}

function openAt(place: PlaceCalendar, { from, to }: TimeInterval): TimeInterval[] {
  const first = Math.floor((from + offsetAt(place.zone, from)) / dayLength) - 1
  const last = Math.floor((to + offsetAt(place.zone, to)) / dayLength) + 1
  const found: TimeInterval[] = []
  for (let day = first; day <= last; day++) {
    for (const opening of openOn(place, day)) {
      if (opening.to <= from || opening.from >= to) continue
      found.push({ from: Math.max(from, opening.from), to: Math.min(to, opening.to) })
    }
  }
  return found
}

/**
 * The real intervals of one local date: from the first instant of the date whose wall clock reads `open` or later, to the last one whose
 * wall clock reads before `close`. In the spring gap an opening starts right after it; in the autumn fold the repeated hour counts twice.
 */
function openOn(place: PlaceCalendar, day: number): TimeInterval[] {
  const spans = spansOn(place, day)
  if (spans.length === 0) return []
  const midnight = day * dayLength
  // The date as the zone lived it: one piece, or several where the clock was moved.
  const pieces = offsetPeriodsBetween(place.zone, midnight - dayLength, midnight + 2 * dayLength)
    .map(({ from, to, offset }) => ({
      open: Math.max(0, from + offset - midnight),
      close: Math.min(dayLength, to + offset - midnight),
      shift: midnight - offset,
    }))
    .filter(piece => piece.open < piece.close)
  const found: TimeInterval[] = []
  for (const span of spans) {
    const first = pieces.find(piece => piece.close > span.open)
    const last = pieces.findLast(piece => piece.open < span.close)
    if (!first || !last) continue
    const from = Math.max(first.open, span.open) + first.shift
    const to = Math.min(last.close, span.close) + last.shift
    if (from < to) found.push({ from, to })
  }
  return found
}

function joined(intervals: readonly TimeInterval[]): TimeInterval[] {
  const result: TimeInterval[] = []
  for (const interval of intervals) {
    const last = result.at(-1)
    if (last && interval.from <= last.to) last.to = Math.max(last.to, interval.to)
    else result.push({ ...interval })
  }
  return result
}

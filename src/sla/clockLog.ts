import type { WorkingCalendar } from './calendar.ts'
import type { PromiseClock } from './clock.ts'
import { type TimeInterval, openWithin } from './openTime.ts'

/** What a clock did with a stretch of time. */
export interface ClockLogEntry extends TimeInterval {
  /**
   * open: working time, used; closed: doesn't count; paused: waiting for the customer; done: fulfilled; many: several days in one line;
   * hours, promise: at this instant the calendar or the promise became another.
   */
  kind: 'open' | 'closed' | 'paused' | 'done' | 'many' | 'hours' | 'promise'
  /** Milliseconds of working time. */
  used: number
  /** The calendar, or the place of a union that was open. */
  place?: string | undefined
  /** Of `many`: how many openings. */
  n?: number | undefined
  /** Of `promise`: the working time that is promised from here on. */
  target?: number | null | undefined
  /** Of `promise`: what was promised until then. */
  before?: number | null | undefined
}

/** Log entries for an edit of calendar or target; empty when it changes nothing for this clock or the clock is neither running nor paused. `before`: the target until then. */
export function editLogEntries(
  clock: PromiseClock,
  { at, hours, before }: { at: number; hours: boolean; before: number | null },
): ClockLogEntry[] {
  if (clock.phase !== 'running' && clock.phase !== 'paused') return []
  const edit = { from: at, to: at, used: 0 }
  return [
    ...(hours ? [{ kind: 'hours' as const, ...edit }] : []),
    ...(before !== clock.target ? [{ kind: 'promise' as const, ...edit, target: clock.target, before }] : []),
  ]
}

const most = 12

/** The story of a clock from where it stands up to `to`, piece by piece. */
export function logEntriesUntil(clock: PromiseClock, calendar: WorkingCalendar, to: number): ClockLogEntry[] {
  if (to <= clock.at || clock.phase === 'idle') return []
  if (clock.phase !== 'running') return [{ kind: clock.phase, from: clock.at, to, used: 0 }]
  const found: ClockLogEntry[] = []
  let from = clock.at
  for (const open of openByPlace(calendar, { from, to })) {
    if (open.from > from) found.push({ kind: 'closed', from, to: open.from, used: 0 })
    found.push(open)
    from = open.to
  }
  if (from < to) found.push({ kind: 'closed', from, to, used: 0 })
  return found
}

/** Appends entries to a log: adjacent entries of the same kind and place are merged; of more than 12, the first and last four stay and the rest becomes one `many` entry. */
export function appendToLog(pieces: readonly ClockLogEntry[], more: readonly ClockLogEntry[]): ClockLogEntry[] {
  const result: ClockLogEntry[] = []
  for (const piece of [...pieces, ...more]) {
    const last = result.at(-1)
    if (last && last.to === piece.from && last.kind === piece.kind && last.place === piece.place && !stays(piece)) {
      result[result.length - 1] = { ...last, to: piece.to, used: last.used + piece.used }
    } else result.push(piece)
  }
  return result.length > most ? shortened(result) : result
}

// What happened at an instant of its own is told by itself.
const stays = ({ kind }: ClockLogEntry): boolean => kind === 'many' || kind === 'promise'

function shortened(pieces: readonly ClockLogEntry[]): ClockLogEntry[] {
  const [head, middle, tail] = [pieces.slice(0, 4), pieces.slice(4, -4), pieces.slice(-4)]
  const used = middle.reduce((sum, piece) => sum + piece.used, 0)
  const n = middle.reduce((sum, piece) => sum + (piece.n ?? (piece.kind === 'open' ? 1 : 0)), 0)
  return [...head, { kind: 'many', from: middle[0]!.from, to: middle.at(-1)!.to, used, n }, ...tail]
}

/** Open time told by place: under follow the sun a place keeps the clock for as long as it is open, then hands over. */
function openByPlace(calendar: WorkingCalendar, window: TimeInterval): ClockLogEntry[] {
  const days = calendar.places.map(place => ({
    place: place.name,
    open: openWithin({ name: place.name, places: [place] }, window),
  }))
  if (days.length === 1)
    return days[0]!.open.map(open => ({ kind: 'open', ...open, used: open.to - open.from, place: calendar.name }))
  const found: ClockLogEntry[] = []
  for (const open of openWithin(calendar, window)) {
    for (let from = open.from; from < open.to; ) {
      const holder = holderAt(days, from)
      found.push({ kind: 'open', from, to: holder.to, used: holder.to - from, place: holder.place })
      from = holder.to
    }
  }
  return found
}

function holderAt(days: readonly { place: string; open: readonly TimeInterval[] }[], at: number): { place: string; to: number } {
  const holders = days.flatMap(({ place, open }) => {
    const now = open.find(interval => interval.from <= at && at < interval.to)
    return now ? [{ place, to: now.to }] : []
  })
  // Whoever stays longest: the fewest hand-overs.
  return holders.reduce((best, holder) => (holder.to > best.to ? holder : best))
}

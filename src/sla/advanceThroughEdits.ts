import type { WorkingCalendar } from './calendar.ts'
import { advance, type PromiseClock, retarget, markReachedTargets, type ClockTarget } from './clock.ts'
import { editLogEntries, appendToLog, type ClockLogEntry, logEntriesUntil } from './clockLog.ts'

/** A clock under its calendar, with its story so far. */
export interface LoggedClock {
  clock: PromiseClock
  calendar: WorkingCalendar
  pieces: readonly ClockLogEntry[]
}

/** An edit that acts from an instant on. */
export interface TermsEdit {
  at: number
  calendar?: WorkingCalendar | undefined
  target?: ClockTarget | undefined
}

/**
 * Lets time pass up to `to`, each stretch under the calendar and promise that held then, however late one looks. What happens at `to`
 * itself is still to come; `settle` the clock after it.
 */
export function advanceThroughEdits(running: LoggedClock, changes: readonly TermsEdit[], to: number): LoggedClock {
  let now = running
  for (const change of changes) {
    if (change.at > to) break
    const { clock, calendar, pieces } = passed(now, change.at)
    const after = { clock: change.target ? retarget(clock, change.target) : clock, calendar: change.calendar ?? calendar }
    const edits = { at: change.at, hours: after.calendar !== calendar, before: clock.target }
    now = { ...after, pieces: appendToLog(pieces, editLogEntries(after.clock, edits)) }
  }
  return passed(now, to)
}

function passed({ clock, calendar, pieces }: LoggedClock, to: number): LoggedClock {
  if (to <= clock.at) return { clock, calendar, pieces }
  const settled = markReachedTargets(clock)
  return {
    clock: advance(settled, calendar, to),
    calendar,
    pieces: appendToLog(pieces, logEntriesUntil(settled, calendar, to)),
  }
}

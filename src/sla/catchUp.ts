import type { Calendar } from './calendar.ts'
import { advance, type Clock, retarget, settle, type Target } from './clock.ts'
import { editPieces, goesOn, type Piece, piecesUntil } from './pieces.ts'

/** A clock under its calendar, with its story so far. */
export interface Running {
  clock: Clock
  calendar: Calendar
  pieces: readonly Piece[]
}

/** An edit that acts from an instant on. */
export interface Change {
  at: number
  calendar?: Calendar | undefined
  target?: Target | undefined
}

/**
 * Lets time pass up to `to`, each stretch under the calendar and promise that held then, however late one looks. What happens at `to`
 * itself is still to come; `settle` the clock after it.
 */
export function catchUp(running: Running, changes: readonly Change[], to: number): Running {
  let now = running
  for (const change of changes) {
    if (change.at > to) break
    const { clock, calendar, pieces } = passed(now, change.at)
    const after = { clock: change.target ? retarget(clock, change.target) : clock, calendar: change.calendar ?? calendar }
    const edits = { at: change.at, hours: after.calendar !== calendar, before: clock.target }
    now = { ...after, pieces: goesOn(pieces, editPieces(after.clock, edits)) }
  }
  return passed(now, to)
}

function passed({ clock, calendar, pieces }: Running, to: number): Running {
  if (to <= clock.at) return { clock, calendar, pieces }
  const settled = settle(clock)
  return {
    clock: advance(settled, calendar, to),
    calendar,
    pieces: goesOn(pieces, piecesUntil(settled, calendar, to)),
  }
}

import { ALWAYS, type Day } from './day.ts'
import { type Cycle, findCycle, type DatedHierarchy } from './datedHierarchy.ts'
import { changedFrom, type ValidityPeriod, validityPeriodsOf, type Timeline, valueOn, withoutChange } from './timeline.ts'

export type Move =
  | { kind: 'nothing' }
  | { kind: 'circle'; circle: Cycle }
  | { kind: 'placed'; periods: ValidityPeriod<string | null>[] }

/** Puts a unit below another one from a day on, unless it would stand below itself on any day. */
export function decideMove(forest: DatedHierarchy, unitId: string, parentId: string | null, from: Day): Move {
  const before = forest.get(unitId) ?? []
  if (valueOn(before, from) === parentId) return { kind: 'nothing' }
  return place(forest, unitId, changedFrom(before, from, parentId), from)
}

/** Calls the move of a day off; what stands before it goes on, which may close a circle too. */
export function decideMoveCancellation(forest: DatedHierarchy, unitId: string, from: Day): Move {
  const before = forest.get(unitId) ?? []
  if (before[0]?.from === from || !before.some(change => change.from === from)) return { kind: 'nothing' }
  return place(forest, unitId, withoutChange(before, from), from)
}

function place(forest: DatedHierarchy, unitId: string, timeline: Timeline<string | null>, from: Day): Move {
  const circle = findCycle(new Map(forest).set(unitId, timeline), unitId, from)
  return circle ? { kind: 'circle', circle } : { kind: 'placed', periods: validityPeriodsOf(timeline) }
}

/** A first day as people read it: none for what holds since always. */
export const startDayOrNull = (day: Day): Day | null => (day <= ALWAYS ? null : day)

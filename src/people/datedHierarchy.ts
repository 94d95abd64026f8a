import type { Day } from './day.ts'
import { type Timeline, valueOn } from './timeline.ts'

/** A hierarchy with effective dates: for each unit (or person) the timeline of its parent; null = at the root. */
export type DatedHierarchy = ReadonlyMap<string, Timeline<string | null>>

/** A cycle in the hierarchy: its members in order, the first repeated at the end, and the first day on which it exists. */
export interface Cycle {
  on: Day
  members: string[]
}

/** Every day from `from` on at which the forest changes, `from` itself first. */
export function daysOfChange(forest: DatedHierarchy, from: Day): Day[] {
  const days = new Set([from])
  for (const timeline of forest.values()) for (const change of timeline) if (change.from > from) days.add(change.from)
  return [...days].sort()
}

/** The first circle that the way up from `start` would run into on any day from `from` on. */
export function findCycle(forest: DatedHierarchy, start: string, from: Day): Cycle | undefined {
  for (const on of daysOfChange(forest, from)) {
    const way = ancestorsOn(forest, start, on)
    if (way.at(-1) === start && way.length > 1) return { on, members: way }
  }
  return undefined
}

/** From `start` to the top on a day; stops when it comes to `start` again or, in a broken forest, to any member twice. */
export function ancestorsOn(forest: DatedHierarchy, start: string, on: Day): string[] {
  const way = [start]
  const seen = new Set(way)
  for (let next = parentOn(forest, start, on); next; next = parentOn(forest, next, on)) {
    way.push(next)
    if (seen.has(next)) break
    seen.add(next)
  }
  return way
}

export const parentOn = (forest: DatedHierarchy, id: string, on: Day): string | null => valueOn(forest.get(id) ?? [], on) ?? null

/** Everybody below `root` on a day, `root` first. */
export function subtreeOn(forest: DatedHierarchy, root: string, on: Day): string[] {
  const below = new Map<string, string[]>()
  for (const id of forest.keys()) {
    const parent = parentOn(forest, id, on)
    if (parent) below.set(parent, [...(below.get(parent) ?? []), id])
  }
  const found = [root]
  // `found` grows while it is walked.
  for (const id of found) found.push(...(below.get(id) ?? []))
  return found
}

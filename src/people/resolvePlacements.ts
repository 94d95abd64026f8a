import { ALWAYS, type Day } from './day.ts'
import { daysOfChange, type DatedHierarchy } from './datedHierarchy.ts'
import { changedFrom, type Timeline, valueOn } from './timeline.ts'

/** A line of a file that wants somebody to stand below somebody from a day on. */
export interface PlacementRequest {
  line: number
  id: string
  parentId: string | null
  /** Not in the forest yet: comes to be with this line, and stands there since always. */
  isNew: boolean
  /** False: the line says nothing about the parent. */
  moves: boolean
  /** The parent is nowhere: neither in the forest nor among the wishes. */
  lost?: boolean
}

export type RefusedPlacement =
  | { kind: 'parent-unknown'; line: number }
  | { kind: 'circle'; line: number; members: string[]; lines: number[] }
  /** The parent was to come with a line that is refused itself. */
  | { kind: 'parent-refused'; line: number; parentId: string; parentLine: number }

export interface ResolvedPlacements {
  granted: PlacementRequest[]
  refused: RefusedPlacement[]
}

/**
 * Which wishes can be granted together: none that closes a circle on any day from `from` on, and none below somebody who
 * does not come to be. Each id is wished for once.
 */
export function resolvePlacements(forest: DatedHierarchy, wishes: readonly PlacementRequest[], from: Day): ResolvedPlacements {
  const table = new Table(forest, wishes, from)
  table.refuse(wishes.filter(wish => wish.lost).map(wish => ({ wish, why: { kind: 'parent-unknown', line: wish.line } })))
  const days = daysOfChange(table.after, from)
  // Taking a line back restores what was, which may close another circle: until nothing changes any more.
  for (let found = circles(table, days); found.length > 0; found = circles(table, days)) {
    for (const circle of found) refuseCircle(table, circle)
  }
  return { granted: [...table.open.values()], refused: table.refused.sort((a, b) => a.line - b.line) }
}

function refuseCircle(table: Table, members: string[]): void {
  const wishes = members.slice(1).flatMap(id => table.open.get(id) ?? [])
  const refused = wishes.filter(changes)
  const lines = refused.map(wish => wish.line).sort((a, b) => a - b)
  table.refuse(refused.map(wish => ({ wish, why: { kind: 'circle', line: wish.line, members, lines } })))
}

const changes = (wish: PlacementRequest) => wish.moves || wish.isNew

/** The hierarchy as it would be if every request that is not refused were carried out. */
class Table {
  readonly open: Map<string, PlacementRequest>
  readonly after: Map<string, Timeline<string | null>>
  readonly refused: RefusedPlacement[] = []
  readonly #forest: DatedHierarchy
  readonly #below: Map<string | null, PlacementRequest[]>

  constructor(forest: DatedHierarchy, wishes: readonly PlacementRequest[], from: Day) {
    this.#forest = forest
    this.#below = Map.groupBy(wishes, wish => wish.parentId)
    this.open = new Map(wishes.map(wish => [wish.id, wish]))
    this.after = new Map(forest)
    for (const wish of wishes) if (changes(wish)) this.after.set(wish.id, granted(forest, wish, from))
  }

  /** Takes wishes back, and with those who do not come to be whoever wanted to stand below them, and so on. */
  refuse(list: { wish: PlacementRequest; why: RefusedPlacement }[]): void {
    const queue = [...list]
    for (const { wish, why } of queue) {
      if (!this.open.delete(wish.id)) continue
      this.refused.push(why)
      const before = this.#forest.get(wish.id)
      if (before) this.after.set(wish.id, before)
      else this.after.delete(wish.id)
      if (!wish.isNew) continue
      for (const child of this.#below.get(wish.id) ?? [])
        queue.push({ wish: child, why: { kind: 'parent-refused', line: child.line, parentId: wish.id, parentLine: wish.line } })
    }
  }
}

function granted(forest: DatedHierarchy, wish: PlacementRequest, from: Day): Timeline<string | null> {
  const before = forest.get(wish.id) ?? []
  // Who never stood anywhere stands there since always, not only from that day on.
  return changedFrom(before, before.length > 0 ? from : ALWAYS, wish.parentId)
}

/** Every circle of the first day that has some, each from a member back to itself. */
function circles({ after, open }: Table, days: readonly Day[]): string[][] {
  const mendable = (members: string[]) => members.some(id => open.has(id) && changes(open.get(id)!))
  for (const day of days) {
    const found = findCyclesOn(after, [...open.keys()], day).filter(mendable)
    if (found.length > 0) return found
  }
  return []
}

/** The circles that the ways up from `starts` run into on a day: each member is visited once, whatever the size. */
export function findCyclesOn(forest: DatedHierarchy, starts: readonly string[], day: Day): string[][] {
  const settled = new Set<string>()
  const found: string[][] = []
  for (const start of starts) {
    const way: string[] = []
    const place = new Map<string, number>()
    let at: string | null = start
    while (at && !settled.has(at) && !place.has(at)) {
      place.set(at, way.push(at) - 1)
      at = valueOn(forest.get(at) ?? [], day) ?? null
    }
    if (at && place.has(at)) found.push([...way.slice(place.get(at)), at])
    for (const id of way) settled.add(id)
  }
  return found
}

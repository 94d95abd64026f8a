import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ALWAYS, type Day } from './day.ts'
import { findCycle, type DatedHierarchy, parentOn, subtreeOn } from './datedHierarchy.ts'
import { findCyclesOn, resolvePlacements, type PlacementRequest } from './resolvePlacements.ts'
import { changedFrom, type Timeline } from './timeline.ts'

const ids = ['a', 'b', 'c', 'd', 'e', 'f']
const days: Day[] = ['2026-01-01', '2026-02-01', '2026-03-01', '2026-04-01']
const anId = fc.constantFrom(...ids)
const aDay = fc.constantFrom(...days)
const aParent = fc.option(anId, { nil: null })
const moves = fc.array(fc.record({ id: anId, parentId: aParent, from: aDay }), { maxLength: 25 })
const start: DatedHierarchy = new Map(ids.map(id => [id, [{ from: ALWAYS, value: null }]]))

/** Moves as the product makes them: refused when they would close a circle. */
function moveAll(list: { id: string; parentId: string | null; from: Day }[]): DatedHierarchy {
  const forest = new Map<string, Timeline<string | null>>(start)
  for (const { id, parentId, from } of list) {
    const before = forest.get(id)!
    forest.set(id, changedFrom(before, from, parentId))
    if (findCycle(forest, id, from)) forest.set(id, before)
  }
  return forest
}

const everyDay: Day[] = [ALWAYS, ...days, '2030-01-01']

/** Asks each unit whether the root is above it, one step at a time. */
const isBelow = (forest: DatedHierarchy, id: string, root: string, on: Day): boolean => {
  for (let at: string | null = id; at; at = parentOn(forest, at, on)) if (at === root) return true
  return false
}

describe('the tree of units', () => {
  it('has no circle on any day, whatever is moved when', () => {
    fc.assert(
      fc.property(moves, list => {
        const forest = moveAll(list)
        for (const day of everyDay) expect(findCyclesOn(forest, ids, day)).toEqual([])
      }),
    )
  })
  it('has on any day below a unit exactly those whose way up leads through it', () => {
    fc.assert(
      fc.property(moves, anId, fc.constantFrom(...everyDay), (list, root, day) => {
        const forest = moveAll(list)
        expect(subtreeOn(forest, root, day).sort()).toEqual(ids.filter(id => isBelow(forest, id, root, day)))
      }),
    )
  })
  it('names the way of a circle that a planned move would close later', () => {
    const forest = new Map(moveAll([{ id: 'a', parentId: 'b', from: '2026-03-01' }]))
    forest.set('b', changedFrom(forest.get('b')!, '2026-01-01', 'a'))
    expect(findCycle(forest, 'b', '2026-01-01')).toEqual({ on: '2026-03-01', members: ['b', 'a', 'b'] })
  })
})

describe('settling the lines of a file', () => {
  const wish = (line: number, id: string, parentId: string | null): PlacementRequest => ({
    line,
    id,
    parentId,
    isNew: !start.has(id),
    moves: true,
  })
  it('refuses a circle with its lines, and grants the rest', () => {
    const { granted, refused } = resolvePlacements(
      new Map(),
      [wish(2, 'x', 'y'), wish(3, 'y', 'x'), wish(4, 'z', null)],
      '2026-01-01',
    )
    expect(granted.map(w => w.id)).toEqual(['z'])
    expect(refused.map(r => [r.kind, r.line])).toEqual([
      ['circle', 2],
      ['circle', 3],
    ])
  })
  it('refuses whoever was to stand below a refused line', () => {
    const { refused } = resolvePlacements(new Map(), [wish(2, 'w', 'v'), wish(3, 'v', 'x'), wish(4, 'x', 'x')], '2026-01-01')
    expect(refused.map(r => [r.kind, r.line])).toEqual([
      ['parent-refused', 2],
      ['parent-refused', 3],
      ['circle', 4],
    ])
  })
  it('never lets a circle come to be, and keeps every line that it refuses out', () => {
    const file = fc.uniqueArray(fc.tuple(fc.constantFrom(...ids, 'x', 'y', 'z'), aParent), { selector: ([id]) => id })
    fc.assert(
      fc.property(moves, file, (list, lines) => {
        const forest = moveAll(list)
        const { granted, refused } = resolvePlacements(
          forest,
          lines.map(([id, parent], i) => wish(i + 2, id, parent)),
          '2026-02-01',
        )
        expect(granted.length + refused.length).toBe(lines.length)
        const after = new Map(forest)
        for (const w of granted)
          after.set(
            w.id,
            w.isNew ? [{ from: ALWAYS, value: w.parentId }] : changedFrom(forest.get(w.id)!, '2026-02-01', w.parentId),
          )
        for (const day of everyDay) expect(findCyclesOn(after, [...after.keys()], day)).toEqual([])
      }),
    )
  })
})

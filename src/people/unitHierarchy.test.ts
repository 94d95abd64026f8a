import fc from 'fast-check'
import { expect, it } from 'vitest'
import { lengthOf, plusDays } from './period.ts'
import { hierarchyPeriodsOf, subtree, unitHierarchyOn } from './unitHierarchy.ts'

// Kelby moves from Northmoor to Westbay on 1 March.
const placements = [
  { unitId: 'northmoor', parentId: null, from: '0001-01-01', to: null },
  { unitId: 'westbay', parentId: null, from: '0001-01-01', to: null },
  { unitId: 'kelby', parentId: 'northmoor', from: '0001-01-01', to: '2026-03-01' },
  { unitId: 'kelby', parentId: 'westbay', from: '2026-03-01', to: null },
]

it('tells the hierarchy of a day', () => {
  expect(subtree(unitHierarchyOn(placements, '2026-02-28'), 'northmoor')).toEqual(['northmoor', 'kelby'])
  expect(subtree(unitHierarchyOn(placements, '2026-03-01'), 'northmoor')).toEqual(['northmoor'])
  expect(subtree(unitHierarchyOn(placements, '2026-03-01'), 'westbay')).toEqual(['westbay', 'kelby'])
})

it('ends also where a unit stands below itself', () => {
  const odd = [
    { unitId: 'a', parentId: 'b', from: '0001-01-01', to: null },
    { unitId: 'b', parentId: 'a', from: '0001-01-01', to: null },
  ]
  expect(subtree(unitHierarchyOn(odd, '2026-01-01'), 'a')).toEqual(['a', 'b'])
})

it('cuts a period where a unit moved', () => {
  expect(hierarchyPeriodsOf(placements, { from: '2026-01-01', to: '2026-03-31' })).toEqual([
    { from: '2026-01-01', to: '2026-02-28' },
    { from: '2026-03-01', to: '2026-03-31' },
  ])
  expect(hierarchyPeriodsOf(placements, { from: '2026-03-01', to: '2026-03-31' })).toHaveLength(1)
})

it('covers each day of the period once, however much was moved', () => {
  const moves = fc.array(fc.integer({ min: -20, max: 80 }), { maxLength: 60 })
  fc.assert(
    fc.property(moves, fc.integer({ min: 0, max: 60 }), (days, length) => {
      const moved = days.map(n => ({ unitId: 'x', parentId: null, from: plusDays('2026-01-01', n), to: null }))
      const period = { from: '2026-01-01', to: plusDays('2026-01-01', length) }
      const stretches = hierarchyPeriodsOf(moved, period)
      expect(stretches[0]!.from).toBe(period.from)
      expect(stretches.at(-1)!.to).toBe(period.to)
      expect(stretches.reduce((sum, one) => sum + lengthOf(one), 0)).toBe(length + 1)
      for (const [i, one] of stretches.entries()) if (i > 0) expect(one.from).toBe(plusDays(stretches[i - 1]!.to, 1))
    }),
  )
})

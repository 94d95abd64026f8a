import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plusDays } from '../people/period.ts'
import { batchesOf, batchesWithin, commonBatches, type CountedPeriod } from './batches.ts'

const day = (n: number) => plusDays('2026-03-01', n)
/** One piece for each day: answers of the groups a, b, c … */
const days = (...rows: number[][]): CountedPeriod[] =>
  rows.map((counts, i) => ({ from: day(i), to: day(i), counts: new Map(counts.map((n, g) => ['abcdef'[g]!, n])) }))
const cuts = (pieces: readonly CountedPeriod[], k: number) => batchesOf(pieces, k).map(({ from, to }) => [from, to])

describe('time in batches', () => {
  test('each day by itself, where enough of every group answered on it', () =>
    expect(cuts(days([5, 6], [7, 5]), 5)).toEqual([[day(0), day(0)], [day(1), day(1)]])) // biome-ignore format: rows
  test('a group that did not answer holds nobody up', () =>
    expect(cuts(days([5, 0], [0, 5]), 5)).toEqual([[day(0), day(0)], [day(1), day(1)]])) // biome-ignore format: rows
  test('days wait for the others until every group is large enough', () =>
    expect(cuts(days([5, 2], [1, 2], [0, 1], [9, 9]), 5)).toEqual([[day(0), day(2)], [day(3), day(3)]])) // biome-ignore format: rows
  test('what came last belongs to the batch before', () => expect(cuts(days([5, 5], [1, 0]), 5)).toEqual([[day(0), day(1)]]))
  test('and to all of them, where it would still be too little', () =>
    expect(cuts(days([5, 5], [5, 0], [0, 1]), 5)).toEqual([[day(0), day(2)]]))
  test('nothing at all, where all are too few', () => expect(cuts(days([4], [0]), 5)).toEqual([]))
})

test('no two periods differ by a few answers of anybody', () => {
  const counts = fc.array(fc.array(fc.nat(8), { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 30 })
  fc.assert(
    fc.property(counts, fc.integer({ min: 2, max: 6 }), fc.nat(40), fc.nat(40), fc.nat(40), fc.nat(40), (rows, k, ...ends) => {
      const pieces = days(...rows)
      const batches = batchesOf(pieces, k)
      const of = (group: string, list: readonly CountedPeriod[]) =>
        list.reduce((sum, one) => sum + (one.counts.get(group) ?? 0), 0)
      const [a, b] = [ends.slice(0, 2), ends.slice(2)].map(([from, to]) => batchesWithin(batches, day(from!), day(to!)))
      for (const group of ['a', 'b', 'c']) {
        if (batches.length > 0) expect(of(group, batches)).toBe(of(group, pieces))
        for (const one of batches)
          expect([0, undefined].includes(one.counts.get(group)) || one.counts.get(group)! >= k).toBe(true)
        const only = a!.filter(one => !b!.includes(one))
        const left = of(group, only)
        expect(left === 0 || left >= k).toBe(true)
      }
    }),
  )
})

test('cuts that hold for two units are those of both', () => {
  const spans = (...ends: [number, number][]) => ends.map(([from, to]) => ({ from: day(from), to: day(to) }))
  expect(commonBatches([spans([0, 2], [3, 5], [6, 9]), spans([0, 5], [6, 8])])).toEqual(spans([0, 5], [6, 9]))
  expect(commonBatches([spans([0, 2])])).toEqual(spans([0, 2]))
  expect(commonBatches([])).toEqual([])
})

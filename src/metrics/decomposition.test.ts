import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decompose } from './decomposition.ts'
import { roundHalfAway, roundToSum } from './rounding.ts'

describe('the decomposition of a change', () => {
  const nps = fc.double({ min: -100, max: 100, noNaN: true })
  const period = fc.record({ n: fc.integer({ min: 0, max: 500 }), score: nps })
  const groups = fc.array(fc.record({ group: fc.string(), before: period, after: period }), { minLength: 1, maxLength: 12 })
  const scoreAt = (list: { n: number; score: number }[]) =>
    list.reduce((s, { n, score }) => s + n * score, 0) / list.reduce((s, { n }) => s + n, 0)

  test('Kelby fell for nothing it did: more answers came from the unit with the low score', () => {
    const result = decompose([
      { group: 'Kelby', before: { n: 50, score: 60 }, after: { n: 20, score: 60 } },
      { group: 'Northmoor', before: { n: 50, score: 0 }, after: { n: 80, score: 0 } },
    ])!
    expect(result.rate).toBe(0)
    expect(result.change).toBeCloseTo(-18, 12)
  })
  test('calls a group that is new all mix', () => {
    const result = decompose([
      { group: 'Kelby', before: { n: 10, score: 20 }, after: { n: 10, score: 20 } },
      { group: 'Web', before: { n: 0, score: null }, after: { n: 10, score: 60 } },
    ])!
    expect(result).toMatchObject({ rate: 0 })
    expect(result.mix).toBeCloseTo(20, 12)
  })
  test('adds up to the change, and so do the shown bars', () => {
    fc.assert(
      fc.property(groups, list => {
        const result = decompose(list)
        if (!result) return
        expect(result.mix + result.rate).toBe(result.change)
        expect(result.change).toBeCloseTo(scoreAt(list.map(g => g.after)) - scoreAt(list.map(g => g.before)), 9)
        const bars = roundToSum(result.groups.flatMap(({ mix, rate }) => [mix, rate]))
        expect(bars.reduce((sum, bar) => sum + Math.round(bar * 10), 0)).toBe(
          Math.round(
            roundHalfAway(
              result.groups.reduce((s, g) => s + (g.mix + g.rate), 0),
              1,
            ) * 10,
          ),
        )
      }),
    )
  })
  test('needs answers in both periods', () =>
    expect(decompose([{ group: 'Kelby', before: { n: 0, score: null }, after: { n: 5, score: 1 } }])).toBeNull())
})

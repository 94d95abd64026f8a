import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { npsChange } from './npsChange.ts'
import type { NpsCounts } from './npsCounts.ts'

const counts = (promoters: number, detractors: number, n: number): NpsCounts => ({
  promoters,
  detractors,
  passives: n - promoters - detractors,
})

const crowd = fc.record({ promoters: fc.nat(5000), passives: fc.nat(5000), detractors: fc.nat(5000) })

describe('the change of NPS', () => {
  const [before, after] = [counts(50, 20, 100), counts(60, 15, 100)]
  test.each([
    ['wald', 1.394, 0.163],
    ['adjusted-wald', 1.372, 0.17],
  ] as const)('by %s is z = %s, p = %s', (method, z, p) => {
    const change = npsChange(before, after, { method })!
    expect(change).toMatchObject({ difference: 15, method })
    expect(change.z).toBeCloseTo(z, 3)
    expect(change.p).toBeCloseTo(p, 3)
    expect(change.interval.low).toBeLessThan(0)
  })

  test('uses adjusted counts unless told', () =>
    expect(npsChange(before, after)).toEqual(npsChange(before, after, { method: 'adjusted-wald' })))
  test('cannot be told without an earlier period', () => expect(npsChange(counts(0, 0, 0), after)).toBeNull())
  test('cannot be told by plain Wald when both periods are all tens', () =>
    expect(npsChange(counts(5, 0, 5), counts(9, 0, 9), { method: 'wald' })).toBeNull())

  test('turns its sign with time, and keeps its p', () => {
    fc.assert(
      fc.property(crowd, crowd, (one, other) => {
        const [forth, back] = [npsChange(one, other), npsChange(other, one)]
        if (!forth || !back) return
        expect(forth.z).toBeCloseTo(-back.z, 9)
        expect(forth.p).toBeCloseTo(back.p, 12)
        expect(forth.p).toBeLessThanOrEqual(1)
      }),
    )
  })
})

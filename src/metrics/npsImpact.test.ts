import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { npsImpact } from './npsImpact.ts'
import { type NpsCounts, scoreOf } from './npsCounts.ts'

describe('NPS impact of a cause', () => {
  const all = { promoters: 50, passives: 30, detractors: 20 }
  const waiting = { promoters: 1, passives: 3, detractors: 16 }
  test('is the score minus the score without those who named it', () => {
    const result = npsImpact(all, waiting)
    expect(result).toMatchObject({ kind: 'score', n: 100, withCause: 20 })
    if (result.kind !== 'score') throw new Error('no score')
    expect(result.score).toBeCloseTo(30 - (100 * (49 - 4)) / 80, 12)
    expect(result.interval.high).toBeLessThan(0)
  })
  test('is nothing when nobody carries the cause', () =>
    expect(npsImpact(all, { promoters: 0, passives: 0, detractors: 0 })).toMatchObject({
      score: 0,
      interval: { low: 0, high: 0 },
    }))
  test('cannot be told when everybody carries it', () =>
    expect(npsImpact(all, all)).toMatchObject({ kind: 'suppressed', needed: 2 }))
  test('is none without answers', () => expect(npsImpact(scored(0, 0, 0), scored(0, 0, 0)).kind).toBe('none'))
  test('refuses more carriers than answers', () => expect(() => npsImpact(waiting, all)).toThrow(RangeError))

  const scored = (promoters: number, passives: number, detractors: number): NpsCounts => ({ promoters, passives, detractors })
  test('has the interval that leaving out each response one by one gives', () => {
    const six = fc.tuple(fc.nat(6), fc.nat(6), fc.nat(6), fc.nat(6), fc.nat(6), fc.integer({ min: 2, max: 6 }))
    fc.assert(
      fc.property(six, ([a, b, c, d, e, f]) => {
        const people = [a, b, c, d, e, f].flatMap((count, kind) => Array.from({ length: count }, () => kind))
        const impactOf = (kinds: number[]) => {
          const n = (kind: number) => kinds.filter(k => k === kind).length
          const rest = scored(n(3), n(4), n(5))
          return scoreOf(scored(n(0) + n(3), n(1) + n(4), n(2) + n(5))) - scoreOf(rest)
        }
        const left = people.map((_, i) => impactOf(people.toSpliced(i, 1)))
        const mean = left.reduce((x, y) => x + y, 0) / left.length
        const error = Math.sqrt(((left.length - 1) / left.length) * left.reduce((sum, x) => sum + (x - mean) ** 2, 0))
        const result = npsImpact(scored(a + d, b + e, c + f), scored(a, b, c))
        if (result.kind !== 'score') throw new Error('no score')
        const unclipped = result.interval.high < 200 ? result.interval.high - result.score : 1.959963984540054 * error
        expect(unclipped).toBeCloseTo(1.959963984540054 * error, 8)
      }),
    )
  })
})

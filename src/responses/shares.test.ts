import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ces, cesRuleFor } from '../metrics/ces.ts'
import { csat } from '../metrics/csat.ts'
import { histogramFrom, histogramOf } from '../metrics/histogram.ts'
import { mean } from '../metrics/mean.ts'
import { withAtLeast } from '../metrics/metric.ts'
import { closeTheLoop, coverage, responseRate } from '../metrics/rates.ts'
import { recovery } from '../metrics/recovery.ts'
import { causeShares } from '../metrics/share.ts'
import { wilson } from '../metrics/wilson.ts'

// Expected intervals: SciPy 1.17 (binomtest(...).proportion_ci('wilson'), t.interval).
describe('Wilson’s interval', () => {
  test.each([
    [0, 10, 0, 0.27753279986288926],
    [10, 10, 0.7224672001371109, 1],
    [1, 3, 0.06149194472039626, 0.7923403991979523],
    [7, 20, 0.1811918241010821, 0.5671457233147637],
    [81, 263, 0.2552885198782742, 0.36620957698280004],
  ])('of %s in %s is %s to %s', (count, n, low, high) => {
    const interval = wilson(count, n)
    expect(interval.low).toBeCloseTo(low, 12)
    expect(interval.high).toBeCloseTo(high, 12)
  })
  test('holds the share itself and stays in 0…1', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, share) => {
        const count = Math.round(share * n)
        const { low, high } = wilson(count, n)
        expect(low).toBeGreaterThanOrEqual(0)
        expect(high).toBeLessThanOrEqual(1)
        expect(low).toBeLessThanOrEqual(count / n)
        expect(high).toBeGreaterThanOrEqual(count / n)
      }),
    )
  })
  test.each([
    [3, 2],
    [-1, 2],
    [0, 0],
  ])('refuses %s of %s', (count, n) => expect(() => wilson(count, n)).toThrow(RangeError))
})

describe('CSAT', () => {
  test('counts fours and fives of five', () =>
    expect(csat(histogramOf([5, 4, 4, 3, 1, null]))).toMatchObject({
      score: 60,
      n: 5,
      count: 3,
      unit: 'percent',
      rule: { boxes: 2 },
    }))
  test('says by which rule it was counted', () =>
    expect(csat(histogramOf([7, 6, 5]), { scale: { min: 1, max: 7 }, boxes: 1 })).toMatchObject({
      rule: { scale: { max: 7 }, boxes: 1 },
      count: 1,
    }))
  test('has no score without answers', () => expect(csat(histogramOf([]))).toEqual({ kind: 'none', definition: 'csat@1', n: 0 }))
  test('refuses an answer off its scale', () =>
    expect(() => csat(histogramOf([6]))).toThrow('6 is not a whole number from 1 to 5'))
  test('refuses a rule that counts every box', () =>
    expect(() => csat(histogramOf([5]), { scale: { min: 1, max: 5 }, boxes: 5 })).toThrow(RangeError))
  test('of two answers is hidden where three are needed', () =>
    expect(withAtLeast(3, csat(histogramOf([5, 5])))).toEqual({ kind: 'suppressed', definition: 'csat@1', needed: 3 }))
})

describe('CES', () => {
  test('counts three boxes of seven', () =>
    expect(ces(histogramOf([7, 6, 5, 4]))).toMatchObject({ definition: 'ces-top@1', score: 75 }))
  test('counts two boxes of five', () =>
    expect(ces(histogramOf([5, 4, 3, 2]), cesRuleFor({ min: 1, max: 5 }))).toMatchObject({ score: 50 }))
  test('is a mean where the rule says so', () =>
    expect(ces(histogramOf([7, 6]), { kind: 'mean', scale: { min: 1, max: 7 } })).toMatchObject({
      definition: 'ces-mean@1',
      score: 6.5,
    }))
})

describe('a mean', () => {
  const stars = { min: 1, max: 5 }
  test('comes with its t interval, clipped to the scale', () => {
    const result = mean(histogramOf([4, 5, 3, 4, 2, 5]), { min: 0, max: 10 })
    expect(result).toMatchObject({ score: 23 / 6, n: 6, interval: { method: 't' } })
    if (result.kind !== 'score') throw new Error('no score')
    expect(result.interval.low).toBeCloseTo(2.606495641628359, 10)
    expect(result.interval.high).toBeCloseTo(5.060171025038308, 10)
    expect(mean(histogramOf([4, 5, 3, 4, 2, 5]), stars)).toMatchObject({ interval: { high: 5 } })
  })
  test('of one answer is known no better than the scale', () =>
    expect(mean(histogramOf([2]), stars)).toMatchObject({ score: 2, sd: null, interval: { low: 1, high: 5, method: 'scale' } }))
  test('lies within its interval, and the interval on the scale', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1 }), answers => {
        const result = mean(histogramOf(answers), stars)
        if (result.kind !== 'score') throw new Error('no score')
        expect(result.interval.low).toBeLessThanOrEqual(result.score + 1e-12)
        expect(result.interval.high).toBeGreaterThanOrEqual(result.score - 1e-12)
        expect(result.interval.low).toBeGreaterThanOrEqual(1)
        expect(result.interval.high).toBeLessThanOrEqual(5)
      }),
    )
  })
})

describe('rates', () => {
  test('the response rate counts complete answers to delivered invitations, the rest stands beside it', () =>
    expect(responseRate({ sent: 210, bounced: 10, complete: 50, partial: 12, held: 40 })).toMatchObject({
      rate: { score: 0.25, n: 200, definition: 'response-rate@1' },
      delivered: 200,
      partial: 12,
      bounced: 10,
      held: 40,
    }))
  test('refuses more answers than delivered invitations', () =>
    expect(() => responseRate({ sent: 2, bounced: 1, complete: 2, partial: 0 })).toThrow('2 answers to 1 delivered'))
  test('nobody invited: no rate', () =>
    expect(responseRate({ sent: 0, bounced: 0, complete: 0, partial: 0 }).rate.kind).toBe('none'))
  test('coverage is not called a response rate', () =>
    expect(coverage({ rated: 30, resolved: 120 })).toMatchObject({ definition: 'coverage@1', score: 0.25 }))
  test('the loop closes in time for nine of ten', () =>
    expect(closeTheLoop({ inTarget: 9, due: 10 })).toMatchObject({ score: 0.9, n: 10 }))
  test('Dana came back after Omar called; so did one whom nobody called', () => {
    const result = recovery([
      { contacted: true, nextScore: 8 },
      { contacted: true, nextScore: 9 },
      { contacted: true, nextScore: 6 },
      { contacted: true, nextScore: null },
      { contacted: false, nextScore: 7 },
      { contacted: false, nextScore: 2 },
    ])
    expect(result).toMatchObject({ contacted: { count: 2, n: 3 }, notContacted: { count: 1, n: 2 }, difference: { n: 5 } })
  })
  // Newcombe 1998, table II, example (a): 56/70 − 48/80, method 10: 0.0524 to 0.3339.
  test('the difference carries Newcombe’s interval', () => {
    const group = (contacted: boolean, back: number, n: number) =>
      Array.from({ length: n }, (_, i) => ({ contacted, nextScore: i < back ? 8 : 3 }))
    const { difference } = recovery([...group(true, 56, 70), ...group(false, 48, 80)])
    if (difference.kind !== 'score') throw new Error('no score')
    expect(difference.score).toBeCloseTo(0.2, 12)
    expect(difference.interval.low).toBeCloseTo(0.0524, 4)
    expect(difference.interval.high).toBeCloseTo(0.3339, 4)
  })
})

describe('cause shares', () => {
  test('count an alert for each of its causes, once, and leave out alerts without any', () => {
    const shares = causeShares([
      { causes: ['waiting', 'staff'] },
      { causes: ['waiting', 'waiting'] },
      { causes: [] },
      { causes: ['parking'] },
    ])
    expect(shares.map(({ cause, n }) => [cause, n])).toEqual([
      ['waiting', 2],
      ['parking', 1],
      ['staff', 1],
    ])
    expect(shares[0]!.share).toMatchObject({ score: 2 / 3, n: 3 })
  })
})

describe('stored counts', () => {
  test.each([[{ x: 1 }], [{ 5: 1.5 }], [{ 5: -1 }]])('refuse %j', stored =>
    expect(() => histogramFrom(stored)).toThrow(RangeError),
  )
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { wilson } from './wilson.ts'

// Expected intervals: SciPy 1.17 (binomtest(...).proportion_ci('wilson')).
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

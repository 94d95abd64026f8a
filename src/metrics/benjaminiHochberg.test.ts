import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { benjaminiHochberg } from './benjaminiHochberg.ts'

describe('many findings at once', () => {
  test('are judged together', () => {
    const result = benjaminiHochberg([0.01, 0.04, 0.03, 0.005, 0.5])
    expect(result.map(({ adjusted }) => Number(adjusted.toFixed(12)))).toEqual([0.025, 0.05, 0.05, 0.025, 0.5])
    expect(result.map(({ stands }) => stands)).toEqual([true, true, true, true, false])
  })
  test('one alone stays as it is', () => expect(benjaminiHochberg([0.04])).toEqual([{ adjusted: 0.04, stands: true }]))
  test('refuse what is no p-value', () => expect(() => benjaminiHochberg([1.2])).toThrow(RangeError))
  test('never gain by company, and keep their order', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true })), ps => {
        const result = benjaminiHochberg(ps)
        ps.forEach((p, i) => expect(result[i]!.adjusted).toBeGreaterThanOrEqual(p))
        ps.forEach((p, i) => ps.forEach((q, j) => p <= q && expect(result[i]!.adjusted).toBeLessThanOrEqual(result[j]!.adjusted)))
      }),
    )
  })
})

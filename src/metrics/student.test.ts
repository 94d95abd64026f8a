import { describe, expect, test } from 'vitest'
import { logGamma, studentCdf, studentQuantile, tFor } from './student.ts'

// Expected values: SciPy 1.17 (scipy.stats.t), which agrees with R to the digits shown.
describe('Student’s t', () => {
  test.each([
    [1, 0.975, 12.706204736174694],
    [1, 0.995, 63.656741162871526],
    [2, 0.9, 1.8856180831641272],
    [2, 0.975, 4.302652729749462],
    [3, 0.975, 3.1824463052837078],
    [4, 0.975, 2.7764451051977934],
    [7, 0.995, 3.4994832973504924],
    [10, 0.9, 1.372183641110336],
    [30, 0.975, 2.0422724563012378],
    [99, 0.975, 1.9842169515864174],
    [1000, 0.975, 1.9623390808264083],
    [1e6, 0.975, 1.959966356814107],
  ])('with %s degrees of freedom has the %s quantile %s', (df, p, t) => {
    expect(Math.abs(studentQuantile(p, df) / t - 1)).toBeLessThan(2e-11)
    expect(studentCdf(t, df)).toBeCloseTo(p, 11)
    expect(studentQuantile(1 - p, df)).toBeCloseTo(-t, 9)
  })

  test('remembers what it worked out', () => expect(tFor(0.95, 4)).toBe(tFor(0.95, 4)))
  test('rests on log Γ', () => {
    expect(logGamma(5)).toBeCloseTo(Math.log(24), 13)
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 13)
    expect(logGamma(0.2)).toBeCloseTo(1.5240638224307843, 13)
  })
})

import { describe, expect, test } from 'vitest'
import { normalCdf, normalQuantile, twoSidedP } from './normal.ts'
import { logGamma, studentCdf, studentQuantile, tFor } from './student.ts'

// Expected values: SciPy 1.17 (scipy.stats.norm, scipy.stats.t), which agrees with R to the digits shown.
describe('the normal distribution', () => {
  test.each([
    [0, 0.5],
    [0.1, 0.539827837277029],
    [1, 0.8413447460685429],
    [1.5, 0.9331927987311419],
    [2.5, 0.9937903346742238],
    [3, 0.9986501019683699],
    [5, 0.9999997133484281],
    [-1, 0.15865525393145707],
    [-3.3, 0.00048342414238377744],
    [-8, 6.22096057427174e-16],
  ])('has P(Z ≤ %s) = %s', (z, p) => expect(Math.abs(normalCdf(z) / p - 1)).toBeLessThan(2e-14))

  test.each([
    [1e-12, -7.034483825301131],
    [1e-5, -4.264890793922825],
    [0.025, -1.9599639845400545],
    [0.1, -1.2815515655446004],
    [0.5, 0],
    [0.8, 0.8416212335729143],
    [0.975, 1.959963984540054],
    [0.995, 2.5758293035489004],
  ])('has the %s quantile %s', (p, z) => expect(normalQuantile(p)).toBeCloseTo(z, 12))

  test('is two-sided for p-values', () => expect(twoSidedP(-1.959963984540054)).toBeCloseTo(0.05, 14))
  test.each([0, 1, -1, Number.NaN])('has no %s quantile', p => expect(() => normalQuantile(p)).toThrow(RangeError))
})

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

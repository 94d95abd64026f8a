import { describe, expect, test } from 'vitest'
import { normalCdf, normalQuantile, twoSidedP } from './normal.ts'

// Expected values: SciPy 1.17 (scipy.stats.norm), which agrees with R to the digits shown.
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

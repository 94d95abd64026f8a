import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { histogramOf } from './histogram.ts'
import { mean } from './mean.ts'

// Expected interval: SciPy 1.17 (t.interval).
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

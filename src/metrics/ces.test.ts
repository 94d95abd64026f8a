import { describe, expect, test } from 'vitest'
import { ces, cesRuleFor } from './ces.ts'
import { histogramOf } from './histogram.ts'

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

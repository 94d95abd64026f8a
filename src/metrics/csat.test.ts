import { describe, expect, test } from 'vitest'
import { csat } from './csat.ts'
import { histogramOf } from './histogram.ts'

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
})

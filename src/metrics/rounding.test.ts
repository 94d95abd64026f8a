import { describe, expect, test } from 'vitest'
import { roundHalfAway, roundToSum } from './rounding.ts'

describe('rounding', () => {
  test.each([
    [12.5, 13],
    [-12.5, -13],
    [0.5, 1],
    [-0.5, -1],
    [-0.4, 0],
    [29.999, 30],
    [0, 0],
  ])('%s is %s in a headline', (score, shown) => expect(roundHalfAway(score)).toBe(shown))
  test.each([
    [6.25, 6.3],
    [-6.25, -6.3],
    [0.05, 0.1],
    [33.333, 33.3],
    [1.005, 1],
  ])('%s is %s in a table', (score, shown) => expect(roundHalfAway(score, 1)).toBe(shown))
  test('1.005 is 1.01 on two places', () => expect(roundHalfAway(1.005, 2)).toBe(1.01))
  test('shown parts add up', () => expect(roundToSum([33.333, 33.333, 33.334], 0)).toEqual([33, 33, 34]))
})

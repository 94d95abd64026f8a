import { describe, expect, test } from 'vitest'
import { histogramFrom } from './histogram.ts'
import { changeBetween } from './scoreChange.ts'

const stars = { metric: 'mean', scale: { min: 1, max: 5 } } as const
const nps = { metric: 'nps', scale: { min: 0, max: 10 } } as const
const csat = { metric: 'csat', scale: { min: 1, max: 5 }, boxes: 2 } as const

describe('a score moved, or it is too close to call', () => {
  test.each([
    ['stars fell clearly', stars, { 5: 60, 4: 30, 1: 10 }, { 5: 20, 4: 30, 1: 50 }, 'down'],
    ['stars by chance', stars, { 5: 6, 4: 3, 1: 1 }, { 5: 5, 4: 3, 1: 2 }, 'even'],
    ['content customers rose', csat, { 5: 30, 1: 70 }, { 5: 70, 1: 30 }, 'up'],
    ['the NPS as in its own vector', nps, { 10: 50, 8: 30, 3: 20 }, { 10: 60, 8: 25, 3: 15 }, 'even'],
  ] as const)('%s', (_, measure, before, after, verdict) => {
    const change = changeBetween(measure, histogramFrom(before), histogramFrom(after))!
    expect(change.verdict).toBe(verdict)
    expect(change.interval.low <= change.difference && change.difference <= change.interval.high).toBe(true)
  })
  // scipy.stats.ttest_ind([5]*6 + [4]*3 + [1], [5]*5 + [4]*3 + [1]*2, equal_var=False) → p = 0.5409899469
  test('Welch agrees with scipy', () => {
    const change = changeBetween(stars, histogramFrom({ 5: 6, 4: 3, 1: 1 }), histogramFrom({ 5: 5, 4: 3, 1: 2 }))!
    expect(change.difference).toBeCloseTo(-0.4, 12)
    expect(change.p).toBeCloseTo(0.5409899469, 9)
  })
  test('nobody answered before', () => expect(changeBetween(stars, new Map(), histogramFrom({ 5: 3 }))).toBeNull())
  test('one answer has no spread', () =>
    expect(changeBetween(stars, histogramFrom({ 5: 1 }), histogramFrom({ 4: 9, 3: 2 }))).toBeNull())
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { histogramFrom } from '../metrics/histogram.ts'
import { npsImpact } from '../metrics/impact.ts'
import { npsCounts } from '../metrics/npsCounts.ts'
import { causeImpact } from '../metrics/causeImpact.ts'
import { changeBetween } from '../metrics/change.ts'
import { pointsOf } from '../metrics/points.ts'

const stars = { metric: 'mean', scale: { min: 1, max: 5 } } as const
const nps = { metric: 'nps', scale: { min: 0, max: 10 } } as const
const csat = { metric: 'csat', scale: { min: 1, max: 5 }, boxes: 2 } as const

test('what a cause costs the NPS is the same number from both formulas', () => {
  const counts = fc.array(fc.nat(30), { minLength: 11, maxLength: 11 })
  fc.assert(
    fc.property(counts, counts, (rest, cause) => {
      const all = histogramFrom(rest.map((n, i) => [i, n + cause[i]!] as const))
      const withCause = histogramFrom(cause.map((n, i) => [i, n] as const))
      const ours = causeImpact(all, withCause, pointsOf(nps))
      const theirs = npsImpact(npsCounts(all), npsCounts(withCause))
      if (ours === null || theirs.kind !== 'score') return
      expect(ours.value).toBeCloseTo(theirs.score, 9)
      expect(ours.interval.low).toBeCloseTo(ours.value - (theirs.score - theirs.interval.low), 6)
    }),
  )
})

describe('what a cause costs the mean', () => {
  // Ten fives and two ones with the cause: 52/12 − 5.
  const all = histogramFrom({ 5: 10, 1: 2 })
  test('is the mean with it minus the mean without', () =>
    expect(causeImpact(all, histogramFrom({ 1: 2 }), pointsOf(stars))!.value).toBeCloseTo(52 / 12 - 5, 12))
  test('is unknown when all carry it', () => expect(causeImpact(all, all, pointsOf(stars))).toBeNull())
  test('is unknown when none carries it', () => expect(causeImpact(all, new Map(), pointsOf(stars))).toBeNull())
  test('cannot be more than there is', () =>
    expect(() => causeImpact(all, histogramFrom({ 1: 3 }), pointsOf(stars))).toThrow(RangeError))
})

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

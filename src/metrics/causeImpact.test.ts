import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { histogramFrom } from './histogram.ts'
import { npsImpact } from './npsImpact.ts'
import { npsCounts } from './npsCounts.ts'
import { causeImpact } from './causeImpact.ts'
import { answerPointsOf } from './points.ts'

const stars = { metric: 'mean', scale: { min: 1, max: 5 } } as const
const nps = { metric: 'nps', scale: { min: 0, max: 10 } } as const

test('what a cause costs the NPS is the same number from both formulas', () => {
  const counts = fc.array(fc.nat(30), { minLength: 11, maxLength: 11 })
  fc.assert(
    fc.property(counts, counts, (rest, cause) => {
      const all = histogramFrom(rest.map((n, i) => [i, n + cause[i]!] as const))
      const withCause = histogramFrom(cause.map((n, i) => [i, n] as const))
      const ours = causeImpact(all, withCause, answerPointsOf(nps))
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
    expect(causeImpact(all, histogramFrom({ 1: 2 }), answerPointsOf(stars))!.value).toBeCloseTo(52 / 12 - 5, 12))
  test('is unknown when all carry it', () => expect(causeImpact(all, all, answerPointsOf(stars))).toBeNull())
  test('is unknown when none carries it', () => expect(causeImpact(all, new Map(), answerPointsOf(stars))).toBeNull())
  test('cannot be more than there is', () =>
    expect(() => causeImpact(all, histogramFrom({ 1: 3 }), answerPointsOf(stars))).toThrow(RangeError))
})

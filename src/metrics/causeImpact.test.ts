import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { histogramFrom } from './histogram.ts'
import { causeImpact } from './causeImpact.ts'
import { answerPointsOf } from './points.ts'

const stars = { metric: 'mean', scale: { min: 1, max: 5 } } as const
const nps = { metric: 'nps', scale: { min: 0, max: 10 } } as const

test('what a cause costs the NPS has the interval that leaving out each answer one by one gives', () => {
  const few = fc.array(fc.nat(4), { minLength: 11, maxLength: 11 })
  fc.assert(
    fc.property(few, few, (rest, cause) => {
      const answers = [...rest, ...cause].flatMap((n, i) =>
        Array.from({ length: n }, () => ({ score: i % 11, hasCause: i >= 11 })),
      )
      const npsOf = (some: typeof answers) =>
        (100 * some.reduce((sum, { score }) => sum + Number(score >= 9) - Number(score <= 6), 0)) / some.length
      const costOf = (some: typeof answers) => npsOf(some) - npsOf(some.filter(({ hasCause }) => !hasCause))
      const all = histogramFrom(rest.map((n, i) => [i, n + cause[i]!] as const))
      const impact = causeImpact(all, histogramFrom(cause.map((n, i) => [i, n] as const)), answerPointsOf(nps))
      const without = rest.reduce((sum, n) => sum + n, 0)
      if (without < 2 || without === answers.length) {
        expect(impact).toBeNull()
        return
      }
      const left = answers.map((_, i) => costOf(answers.toSpliced(i, 1)))
      const mean = left.reduce((sum, cost) => sum + cost, 0) / left.length
      const error = Math.sqrt(((left.length - 1) / left.length) * left.reduce((sum, cost) => sum + (cost - mean) ** 2, 0))
      expect(impact!.value).toBeCloseTo(costOf(answers), 9)
      expect(impact!.interval.low).toBeCloseTo(impact!.value - 1.959964 * error, 4)
      expect(impact!.interval.high).toBeCloseTo(impact!.value + 1.959964 * error, 4)
    }),
  )
})

test('what a cause costs the NPS is the score minus the score without those who named it', () => {
  // 50 promoters, 30 passives, 20 detractors; with the cause 1, 3, 16 of them.
  const impact = causeImpact(histogramFrom({ 10: 50, 7: 30, 3: 20 }), histogramFrom({ 10: 1, 7: 3, 3: 16 }), answerPointsOf(nps))
  expect(impact!.value).toBeCloseTo(30 - (100 * (49 - 4)) / 80, 12)
  expect(impact!.interval.high).toBeLessThan(0)
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

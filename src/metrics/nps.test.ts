import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { histogramFrom, histogramOf, sumOf } from './histogram.ts'
import { nps, npsInterval, npsFromCounts, npsSpread } from './nps.ts'
import type { NpsCounts } from './npsCounts.ts'

const counts = (promoters: number, detractors: number, n: number): NpsCounts => ({
  promoters,
  detractors,
  passives: n - promoters - detractors,
})

const answer = fc.integer({ min: 0, max: 10 })
const crowd = fc.record({ promoters: fc.nat(5000), passives: fc.nat(5000), detractors: fc.nat(5000) })

describe('NPS', () => {
  test.each([
    {
      story: 'half promoters, a fifth detractors',
      ...counts(50, 20, 100),
      score: 30,
      wald: 15.31,
      centre: 29.13,
      adjusted: 15.08,
    },
    { story: 'ten promoters and nobody else', ...counts(10, 0, 10), score: 100, wald: 0, centre: 76.92, adjusted: 29.42 },
  ])('of $story is $score', ({ score, wald, centre, adjusted, promoters, passives, detractors }) => {
    const who = { promoters, passives, detractors }
    expect(npsFromCounts(who)).toMatchObject({ kind: 'score', definition: 'nps@1', score, ...who })
    expect(npsSpread(who, 'wald').halfWidth).toBeCloseTo(wald, 2)
    expect(npsSpread(who, 'adjusted-wald').centre).toBeCloseTo(centre, 2)
    expect(npsSpread(who, 'adjusted-wald').halfWidth).toBeCloseTo(adjusted, 2)
  })

  test('of ten promoters is not certain: the interval starts at 47.5 and ends at the scale’s end', () => {
    const interval = npsInterval(counts(10, 0, 10))
    expect(interval).toMatchObject({ high: 100, level: 0.95, method: 'adjusted-wald' })
    expect(interval.low).toBeCloseTo(47.5, 1)
  })

  test('leaves out Dana, who dismissed the question', () =>
    expect(nps(histogramOf([10, null, 3, undefined]))).toMatchObject({ n: 2, score: 0 }))
  test('has no score when nobody answered', () =>
    expect(nps(histogramOf([null]))).toEqual({ kind: 'none', definition: 'nps@1', n: 0 }))
  test.each([11, -1, 7.5, Number.NaN])('refuses the answer %s', wrong =>
    expect(() => nps(histogramOf([9, wrong]))).toThrow(RangeError),
  )

  test('is the same from answers, from stored counts, and from the sum of two days', () => {
    fc.assert(
      fc.property(fc.array(answer, { maxLength: 40 }), fc.array(answer, { maxLength: 40 }), (monday, tuesday) => {
        const together = nps(histogramOf([...monday, ...tuesday]))
        const day = (answers: number[]) => histogramFrom(JSON.parse(JSON.stringify(Object.fromEntries(histogramOf(answers)))))
        expect(nps(sumOf([day(monday), day(tuesday)]))).toEqual(together)
      }),
    )
  })

  test('lies in −100…100 with its intervals, which never leave the scale', () => {
    fc.assert(
      fc.property(crowd, who => {
        const result = npsFromCounts(who)
        if (result.kind !== 'score') {
          expect(who).toEqual({ promoters: 0, passives: 0, detractors: 0 })
          return
        }
        expect(Math.abs(result.score)).toBeLessThanOrEqual(100)
        for (const { low, high } of [result.interval, result.wald]) {
          expect(low).toBeGreaterThanOrEqual(-100)
          expect(high).toBeLessThanOrEqual(100)
          expect(low).toBeLessThanOrEqual(high)
        }
        expect(result.interval.high - result.interval.low).toBeGreaterThan(0)
      }),
    )
  })

  test('turns its sign when promoters and detractors change places', () => {
    fc.assert(
      fc.property(crowd, who => {
        const [one, other] = [npsFromCounts(who), npsFromCounts({ ...who, promoters: who.detractors, detractors: who.promoters })]
        if (one.kind !== 'score' || other.kind !== 'score') return
        expect(one.score).toBeCloseTo(-other.score, 10)
        expect(one.interval.low).toBeCloseTo(-other.interval.high, 10)
      }),
    )
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { kaplanMeier, timeToClose } from './survival.ts'

describe('time to close', () => {
  const closed = (...times: number[]) => times.map(time => ({ time, closed: true }))
  const open = (...times: number[]) => times.map(time => ({ time, closed: false }))

  // Freireich et al. 1963, 6-MP arm: median 23, log-log limits 13 to none (as SAS LIFETEST prints them); curve by SciPy 1.17.
  const sixMp = [...closed(6, 6, 6, 7, 10, 13, 16, 22, 23), ...open(6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35)]
  test('follows the textbook curve', () => {
    expect(kaplanMeier(sixMp).map(({ time, open: share }) => [time, Number(share.toFixed(8))])).toEqual([
      [6, 0.85714286],
      [7, 0.80672269],
      [10, 0.75294118],
      [13, 0.69019608],
      [16, 0.62745098],
      [22, 0.53781513],
      [23, 0.44817927],
    ])
    expect(timeToClose(sixMp)).toMatchObject({
      median: { kind: 'score', score: 23, n: 21, closed: 9, interval: { low: 13, high: null } },
      p90: { kind: 'not-reached', moreThan: 35 },
    })
  })
  test('without open alerts is the plain median', () =>
    expect(timeToClose(closed(1, 2, 3, 4))).toMatchObject({ median: { score: 2 }, p90: { score: 4 } }))
  test('does not look better because the slow ones are still open', () => {
    expect(timeToClose([...closed(1, 2, 3), ...open(50, 60, 70, 80)]).median).toMatchObject({ kind: 'not-reached', moreThan: 80 })
  })
  test('of no alerts is none', () => expect(timeToClose([]).median).toMatchObject({ kind: 'none', n: 0 }))
  test('refuses a negative time', () => expect(() => kaplanMeier(closed(-1))).toThrow(RangeError))

  const durations = fc.array(fc.record({ time: fc.nat(50), closed: fc.boolean() }), { minLength: 1 })
  test('falls from one to zero at the lowest, whatever the order of the alerts', () => {
    fc.assert(
      fc.property(durations, all => {
        const steps = kaplanMeier(all)
        expect(kaplanMeier(all.toReversed())).toEqual(steps)
        for (const [i, step] of steps.entries()) {
          expect(step.open).toBeGreaterThanOrEqual(0)
          expect(step.open).toBeLessThan(steps[i - 1]?.open ?? 1)
        }
      }),
    )
  })
  test('never gets shorter when a closed alert turns out to be open still', () => {
    fc.assert(
      fc.property(durations, all => {
        const time = (list: typeof all) => {
          const { median } = timeToClose(list)
          return median.kind === 'score' ? median.score : Number.POSITIVE_INFINITY
        }
        const first = all.findIndex(duration => duration.closed)
        expect(time(all.map((duration, i) => (i === first ? { ...duration, closed: false } : duration)))).toBeGreaterThanOrEqual(
          time(all),
        )
      }),
    )
  })
})

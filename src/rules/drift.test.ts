import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { randomFrom } from '../kit/random.ts'
import { type DayPoints, driftOf } from './drift.ts'

/** Days of NPS points: promoters with chance `up`, detractors with chance `down`. */
function daysOf(
  next: () => number,
  count: number,
  perDay: number,
  up: (day: number) => number,
  down: (day: number) => number,
): DayPoints[] {
  return Array.from({ length: count }, (_, d) => {
    const points = Array.from({ length: perDay }, () => {
      const x = next()
      return x < up(d) ? 1 : x < up(d) + down(d) ? -1 : 0
    })
    const at = new Date(Date.UTC(2026, 0, 1 + d)).toISOString().slice(0, 10)
    return { at, n: perDay, sum: points.reduce<number>((a, b) => a + b, 0), squares: points.filter(p => p !== 0).length }
  })
}

describe('a drift', () => {
  test('is found where promoters leave, and its beginning is told', () => {
    const days = daysOf(
      randomFrom(7).next,
      180,
      5,
      d => (d < 130 ? 0.6 : 0.3),
      d => (d < 130 ? 0.15 : 0.45),
    )
    const drift = driftOf(days, 'falling', 30)!
    expect(drift.p).toBeLessThan(1e-6)
    expect(drift.after).toBeLessThan(drift.before)
    expect(Math.abs(Date.parse(drift.since) - Date.UTC(2026, 0, 131)) / 86_400_000).toBeLessThan(15)
    expect(driftOf(days, 'rising', 30)?.p ?? 1).toBeGreaterThan(0.01)
  })

  test('of too few answers is none', () => {
    const days = daysOf(
      randomFrom(7).next,
      20,
      1,
      d => (d < 10 ? 1 : 0),
      d => (d < 10 ? 0 : 1),
    )
    expect(driftOf(days, 'falling', 30)).toBeNull()
    expect(driftOf([], 'falling', 10)).toBeNull()
  })

  test('is seldom seen by chance: of 2,000 units that do not change, fewer look so than p says', () => {
    const next = randomFrom(42).next
    const ps = Array.from(
      { length: 2_000 },
      () =>
        driftOf(
          daysOf(
            next,
            180,
            2,
            () => 0.5,
            () => 0.2,
          ),
          'falling',
          20,
        )?.p ?? 1,
    )
    for (const level of [0.1, 0.01, 0.001]) expect(ps.filter(p => p < level).length / ps.length).toBeLessThanOrEqual(level)
  })

  test('rises exactly where its mirror image falls', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.double({ min: 0, max: 0.8, noNaN: true }), (seed, shift) => {
        const days = daysOf(
          randomFrom(seed).next,
          120,
          4,
          d => (d < 70 ? 0.8 : 0.8 - shift),
          () => 0.1,
        )
        const mirrored = days.map(day => ({ ...day, sum: -day.sum }))
        const falling = driftOf(days, 'falling', 20)
        expect(driftOf(mirrored, 'rising', 20)?.p).toBe(falling?.p)
      }),
    )
  })
})

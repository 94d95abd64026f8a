import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nextOccurrence, type Recurrence } from './recurrence.ts'

const berlin = 'Europe/Berlin'
const at = (text: string) => new Date(text)

describe('what recurs', () => {
  const weekly: Recurrence = { from: '2026-01-06', every: 2, unit: 'week', at: '09:00', zone: berlin }
  test.each([
    { story: 'the first time is the first day', rule: weekly, after: '2026-01-01T00:00:00Z', next: '2026-01-06T08:00:00Z' },
    { story: 'every second Tuesday', rule: weekly, after: '2026-01-06T08:00:00Z', next: '2026-01-20T08:00:00Z' },
    { story: 'at nine also in summer time', rule: weekly, after: '2026-03-20T00:00:00Z', next: '2026-03-31T07:00:00Z' },
    {
      story: 'Monday and Thursday',
      rule: { ...weekly, every: 1, weekdays: [4, 1] },
      after: '2026-01-08T08:00:00Z',
      next: '2026-01-12T08:00:00Z',
    },
    {
      story: 'the 31st of a short month is its last day',
      rule: { ...weekly, unit: 'month', every: 1, dayOfMonth: 31 },
      after: '2026-02-01T00:00:00Z',
      next: '2026-02-28T08:00:00Z',
    },
    {
      story: 'and comes back in March',
      rule: { ...weekly, unit: 'month', every: 1, dayOfMonth: 31 },
      after: '2026-02-28T08:00:00Z',
      next: '2026-03-31T07:00:00Z',
    },
    {
      story: 'each quarter',
      rule: { ...weekly, unit: 'month', every: 3 },
      after: '2026-01-07T00:00:00Z',
      next: '2026-04-06T07:00:00Z',
    },
    {
      story: 'every tenth day',
      rule: { ...weekly, unit: 'day', every: 10 },
      after: '2026-12-01T00:00:00Z',
      next: '2026-12-02T08:00:00Z',
    },
    {
      story: 'half past two does not exist in the spring night',
      rule: { ...weekly, unit: 'day', every: 1, at: '02:30' },
      after: '2026-03-28T12:00:00Z',
      next: '2026-03-29T01:30:00Z',
    },
    {
      story: 'and happens once in the autumn night',
      rule: { ...weekly, unit: 'day', every: 1, at: '02:30' },
      after: '2026-10-25T00:30:00Z',
      next: '2026-10-26T01:30:00Z',
    },
    { story: 'it has ended', rule: { ...weekly, until: '2026-01-31' }, after: '2026-01-25T00:00:00Z', next: null },
  ] as { story: string; rule: Recurrence; after: string; next: string | null }[])('$story', ({ rule, after, next }) =>
    expect(nextOccurrence(rule, at(after))).toEqual(next && at(next)),
  )
  test('must recur at all', () => expect(() => nextOccurrence({ ...weekly, every: 0 }, at('2026-01-01'))).toThrow(RangeError))

  const rule = fc.record({
    from: fc.constantFrom('2025-01-31', '2026-02-28', '2026-03-29', '2024-02-29'),
    every: fc.integer({ min: 1, max: 13 }),
    unit: fc.constantFrom('day' as const, 'week' as const, 'month' as const),
    weekdays: fc.option(fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }), { nil: undefined }),
    dayOfMonth: fc.option(fc.integer({ min: 1, max: 31 }), { nil: undefined }),
    at: fc.constantFrom('00:00', '02:30', '09:00', '23:59'),
    zone: fc.constantFrom(berlin, 'America/New_York', 'Asia/Kolkata', 'Pacific/Apia', 'UTC'),
  })
  test('lies ahead, and nothing lies between', () => {
    fc.assert(
      fc.property(
        rule,
        fc.integer({ min: Date.UTC(2023, 0, 1), max: Date.UTC(2032, 0, 1) }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (any, after, share) => {
          const next = nextOccurrence(any, new Date(after))!
          expect(next.getTime()).toBeGreaterThan(after)
          const between = after + Math.floor((next.getTime() - after) * share)
          expect(nextOccurrence(any, new Date(between))).toEqual(next)
        },
      ),
    )
  })
})

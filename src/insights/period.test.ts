import { describe, expect, test } from 'vitest'
import { before, bucketFor, bucketOf, bucketsOf, lengthOf, spansOf } from './period.ts'

test('a period is compared with as many days right before it', () => {
  expect(before({ from: '2026-03-01', to: '2026-03-31' })).toEqual({ from: '2026-01-29', to: '2026-02-28' })
  expect(lengthOf({ from: '2026-03-01', to: '2026-03-01' })).toBe(1)
})

test.each([
  ['2026-03-18', 'day', '2026-03-18'],
  ['2026-03-18', 'week', '2026-03-16'],
  ['2026-03-15', 'week', '2026-03-09'],
  ['2026-03-18', 'month', '2026-03-01'],
] as const)('%s lies in the %s of %s', (day, bucket, first) => expect(bucketOf(day, bucket)).toBe(first))

test('a trend has neither three points nor three hundred', () => {
  expect(bucketFor({ from: '2026-03-01', to: '2026-03-31' })).toBe('day')
  expect(bucketFor({ from: '2026-01-01', to: '2026-03-31' })).toBe('week')
  expect(bucketFor({ from: '2025-01-01', to: '2026-03-31' })).toBe('month')
  expect(bucketsOf({ from: '2025-11-20', to: '2026-02-03' }, 'month')).toEqual([
    '2025-11-01',
    '2025-12-01',
    '2026-01-01',
    '2026-02-01',
  ])
})

describe('a period is read as few rows', () => {
  test.each([
    ['two days', '2026-03-05', '2026-03-06', ['d 2026-03-05 2026-03-07']],
    ['one whole month', '2026-03-01', '2026-03-31', ['m 2026-03-01 2026-04-01']],
    [
      'over a year’s end',
      '2025-11-20',
      '2026-02-03',
      ['d 2025-11-20 2025-12-01', 'm 2025-12-01 2026-02-01', 'd 2026-02-01 2026-02-04'],
    ],
    ['two halves of months', '2026-02-20', '2026-03-10', ['d 2026-02-20 2026-03-11']],
    ['from a first day', '2026-02-01', '2026-03-10', ['m 2026-02-01 2026-03-01', 'd 2026-03-01 2026-03-11']],
  ])('%s', (_, from, to, spans) => expect(spansOf({ from, to }).map(s => `${s.grain} ${s.from} ${s.to}`)).toEqual(spans))
})

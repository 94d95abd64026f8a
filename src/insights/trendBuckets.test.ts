import { expect, test } from 'vitest'
import { lengthOf } from '../people/period.ts'
import { precedingPeriod, bucketFor, bucketOf, bucketsOf } from './trendBuckets.ts'

test('a period is compared with as many days right before it', () => {
  expect(precedingPeriod({ from: '2026-03-01', to: '2026-03-31' })).toEqual({ from: '2026-01-29', to: '2026-02-28' })
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

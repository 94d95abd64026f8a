import { expect, test } from 'vitest'
import { isDigestHour, weekBefore } from './digestTime.ts'

// 16 March 2026 is a Monday.
test.each([
  ['2026-03-16T05:59:00Z', 'Europe/Berlin', null],
  ['2026-03-16T06:07:00Z', 'Europe/Berlin', '2026-03-16'],
  ['2026-03-16T22:59:00Z', 'Europe/Berlin', '2026-03-16'],
  ['2026-03-16T23:07:00Z', 'Europe/Berlin', null],
  ['2026-03-15T22:07:00Z', 'Asia/Tokyo', '2026-03-16'],
  ['2026-03-16T13:07:00Z', 'America/New_York', '2026-03-16'],
  ['2026-03-17T08:07:00Z', 'UTC', null],
])('%s in %s: %s', (now, zone, monday) => expect(isDigestHour(new Date(now), zone)).toBe(monday))

test('it tells Monday to Sunday', () => expect(weekBefore('2026-03-16')).toEqual({ from: '2026-03-09', to: '2026-03-15' }))

import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { dueDigest, weekBefore } from './digestTime.ts'

// 16 March 2026 is a Monday.
test.each([
  ['2026-03-16T05:59:00Z', 'Europe/Berlin', null],
  ['2026-03-16T06:07:00Z', 'Europe/Berlin', '2026-03-16'],
  ['2026-03-16T22:59:00Z', 'Europe/Berlin', '2026-03-16'],
  ['2026-03-16T23:07:00Z', 'Europe/Berlin', '2026-03-16'],
  ['2026-03-17T22:59:00Z', 'Europe/Berlin', '2026-03-16'],
  ['2026-03-17T23:07:00Z', 'Europe/Berlin', null],
  ['2026-03-15T22:07:00Z', 'Asia/Tokyo', '2026-03-16'],
  ['2026-03-16T13:07:00Z', 'America/New_York', '2026-03-16'],
  ['2026-03-18T08:07:00Z', 'UTC', null],
])('%s in %s: %s', (now, zone, monday) => expect(dueDigest(new Date(now), zone)).toBe(monday))

// The Mondays after the clocks changed, and one of a zone that lies three quarters of an hour beside the others.
test.each([
  ['America/New_York', '2026-03-09', '2026-03-09T11:00:00Z'],
  ['America/New_York', '2026-11-02', '2026-11-02T12:00:00Z'],
  ['Europe/Berlin', '2026-03-30', '2026-03-30T05:00:00Z'],
  ['Europe/Berlin', '2026-10-26', '2026-10-26T06:00:00Z'],
  ['Australia/Lord_Howe', '2026-04-06', '2026-04-05T20:30:00Z'],
  ['Australia/Lord_Howe', '2026-10-05', '2026-10-04T20:00:00Z'],
  ['Asia/Kathmandu', '2026-03-16', '2026-03-16T01:15:00Z'],
])('in %s seven on Monday %s is %s', (zone, monday, seven) => {
  expect(dueDigest(new Date(Date.parse(seven) - 1), zone)).toBeNull()
  expect(dueDigest(new Date(seven), zone)).toBe(monday)
})

const quarter = 15 * 60_000
const hour = 4 * quarter
const zones = ['America/New_York', 'Europe/Berlin', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'Pacific/Kiritimati', 'UTC']

test('every week has one digest, heard at seven minutes past seven; after an outage of a day and a half it is caught up with', () => {
  const outage = fc.record({ begins: fc.integer({ min: -24, max: 48 }), hours: fc.integer({ min: 0, max: 40 }) })
  fc.assert(
    fc.property(fc.constantFrom(...zones), fc.integer({ min: 0, max: 200 }), outage, (zone, week, { begins, hours }) => {
      const monday = Temporal.PlainDate.from('2025-01-06').add({ weeks: week })
      const seven = monday.toZonedDateTime({ timeZone: zone, plainTime: '07:00' }).epochMilliseconds
      const down = (at: number) => at >= seven + begins * hour && at < seven + (begins + hours) * hour
      // As the clock strikes: seven minutes after each quarter.
      const strikes = Array.from({ length: 7 * 24 * 4 }, (_, i) => seven - 3 * 24 * hour + i * quarter + 7 * 60_000)
      const heard = strikes.filter(at => !down(at) && dueDigest(new Date(at), zone) !== null)
      expect(new Set(heard.map(at => dueDigest(new Date(at), zone)))).toEqual(new Set([monday.toString()]))
      if (!down(seven + 7 * 60_000)) expect(heard[0]).toBe(seven + 7 * 60_000)
    }),
    { numRuns: 100 },
  )
})

test('it tells Monday to Sunday', () => expect(weekBefore('2026-03-16')).toEqual({ from: '2026-03-09', to: '2026-03-15' }))

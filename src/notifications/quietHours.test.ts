import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { quietUntil } from './quietHours.ts'

const nights = { zone: 'Europe/Berlin', from: '22:00', to: '07:00', weekends: false }
const weekends = { ...nights, weekends: true }

// 17 March 2026 is a Tuesday; Berlin is one hour ahead of UTC.
test.each([
  ['by day', nights, '2026-03-17T12:00:00Z', '2026-03-17T12:00:00.000Z'],
  ['in the evening', nights, '2026-03-17T21:30:00Z', '2026-03-18T06:00:00.000Z'],
  ['after midnight', nights, '2026-03-18T01:00:00Z', '2026-03-18T06:00:00.000Z'],
  ['at the last minute', nights, '2026-03-18T05:59:59Z', '2026-03-18T06:00:00.000Z'],
  ['when it is over', nights, '2026-03-18T06:00:00Z', '2026-03-18T06:00:00.000Z'],
  ['on Friday night', weekends, '2026-03-20T22:00:00Z', '2026-03-23T06:00:00.000Z'],
  ['on Sunday at noon', weekends, '2026-03-22T11:00:00Z', '2026-03-23T06:00:00.000Z'],
  ['over the change of clocks', nights, '2026-03-28T23:00:00Z', '2026-03-29T05:00:00.000Z'],
  ['the night whose clocks go back', { ...nights, zone: 'America/New_York' }, '2026-11-01T04:30:00Z', '2026-11-01T12:00:00.000Z'],
  [
    'the night that loses half an hour',
    { ...nights, zone: 'Australia/Lord_Howe' },
    '2026-10-03T13:00:00Z',
    '2026-10-03T20:00:00.000Z',
  ],
  ['quarters of an hour away', { ...nights, zone: 'Asia/Kathmandu' }, '2026-03-17T18:00:00Z', '2026-03-18T01:15:00.000Z'],
  ['until an hour that there is not', { ...nights, to: '02:30' }, '2026-03-28T23:00:00Z', '2026-03-29T01:30:00.000Z'],
  ['a nap by day', { ...nights, from: '12:00', to: '13:00' }, '2026-03-17T11:15:00Z', '2026-03-17T12:00:00.000Z'],
  ['far from here', { ...nights, zone: 'Asia/Tokyo' }, '2026-03-17T14:00:00Z', '2026-03-17T22:00:00.000Z'],
] as const)('%s', (_, quiet, now, expected) => {
  expect(quietUntil(quiet, new Date(now)).toISOString()).toBe(expected)
})

test('without quiet hours it is never quiet', () => {
  const now = new Date('2026-03-17T23:00:00Z')
  expect(quietUntil(null, now)).toBe(now)
})

test('whatever the zone and the night: it ends once, at the hour that was chosen, and what is due then may leave', () => {
  const zone = fc.constantFrom('America/New_York', 'Europe/Berlin', 'Australia/Lord_Howe', 'Asia/Kathmandu')
  // Between three and ten no clock is changed.
  const to = fc.constantFrom('04:00', '07:00', '09:30')
  const from = fc.constantFrom('18:00', '22:00', '23:59')
  const now = fc.date({ min: new Date('2025-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(zone, from, to, fc.boolean(), now, (zone, from, to, weekends, now) => {
      const quiet = { zone, from, to, weekends }
      const until = quietUntil(quiet, now)
      expect(quietUntil(quiet, until)).toBe(until)
      if (until === now) return
      const local = Temporal.Instant.fromEpochMilliseconds(until.getTime()).toZonedDateTimeISO(zone)
      expect(local.toPlainTime().toString().slice(0, 5)).toBe(to)
      expect(until.getTime() - now.getTime()).toBeLessThanOrEqual((weekends ? 89 : 17) * 3_600_000)
    }),
    { numRuns: 500 },
  )
})

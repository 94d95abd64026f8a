import { expect, test } from 'vitest'
import { quietUntil } from './quiet.ts'

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
  ['a nap by day', { ...nights, from: '12:00', to: '13:00' }, '2026-03-17T11:15:00Z', '2026-03-17T12:00:00.000Z'],
  ['far from here', { ...nights, zone: 'Asia/Tokyo' }, '2026-03-17T14:00:00Z', '2026-03-17T22:00:00.000Z'],
] as const)('%s', (_, quiet, now, expected) => {
  expect(quietUntil(quiet, new Date(now)).toISOString()).toBe(expected)
})

test('without quiet hours it is never quiet', () => {
  const now = new Date('2026-03-17T23:00:00Z')
  expect(quietUntil(null, now)).toBe(now)
})

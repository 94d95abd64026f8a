import { describe, expect, test } from 'vitest'
import { office } from '../../test/officeHours.ts'
import { nextOpen, sendingWindowsBetween } from './sendingHours.ts'

const berlin = 'Europe/Berlin'

const at = (text: string) => new Date(text)

describe('sending hours', () => {
  test('skip the weekend, Good Friday and Easter Monday', () =>
    expect(nextOpen(at('2026-04-02T15:30:00Z'), office)).toEqual(at('2026-04-07T07:00:00Z')))
  test('are now when they are', () => expect(nextOpen(at('2026-03-31T08:30:00Z'), office)).toEqual(at('2026-03-31T08:30:00Z')))
  test('may never come', () => expect(nextOpen(at('2026-03-31T08:30:00Z'), { zone: berlin, hours: {} })).toBeNull())
  test('go on past midnight, and join', () =>
    expect(
      sendingWindowsBetween(at('2026-01-05T00:00:00Z'), at('2026-01-06T12:00:00Z'), {
        zone: 'UTC',
        hours: { mon: [['22:00', '06:00']], tue: [['06:00', '08:00']] },
      }),
    ).toEqual([{ from: Date.UTC(2026, 0, 5, 22), to: Date.UTC(2026, 0, 6, 8) }]))
  test('refuse to unroll a lifetime', () =>
    expect(() => sendingWindowsBetween(at('2026-01-01'), at('2126-01-01'), office)).toThrow(RangeError))
})

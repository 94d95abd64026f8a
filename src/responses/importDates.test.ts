import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { orderOf, readDate } from './importDates.ts'

describe('a date', () => {
  const berlin = 'Europe/Berlin'
  test.each([
    ['2026-03-31', '2026-03-31T10:00:00Z'],
    ['2026-03-31T14:05:00Z', '2026-03-31T14:05:00Z'],
    ['2026-03-31T14:05:00.123+02:00', '2026-03-31T12:05:00Z'],
    ['2026-03-31 14:05', '2026-03-31T12:05:00Z'],
    ['2026/3/1', '2026-03-01T11:00:00Z'],
    ['31.03.2026 14:05', '2026-03-31T12:05:00Z'],
    ['01/02/2026', '2026-02-01T11:00:00Z'],
    ['3/31/2026 2:05 PM', '2026-03-31T12:05:00Z'],
    ['3/31/2026 12:05 am', '2026-03-30T22:05:00Z'],
    ['31 Mar 2026', '2026-03-31T10:00:00Z'],
    ['March 31st, 2026', '2026-03-31T10:00:00Z'],
    ['1774965900', '2026-03-31T14:05:00Z'],
    ['1774965900000', '2026-03-31T14:05:00Z'],
  ])('%s is %s', (text, instant) => expect(readDate(text, berlin)).toEqual(new Date(instant)))
  test.each([
    '',
    'yesterday',
    '2026-02-30',
    '2026-13-01',
    '31.04.2026',
    '2026-03-31 25:00',
    '12345',
    '31/31/2026',
    '2026-03-31T10:00+99:99',
  ])('%j is none', text => expect(readDate(text, berlin)).toBeNull())
  test('is American where the column says so', () => {
    expect(orderOf(['01/02/2026', '03/31/2026'])).toBe('mdy')
    expect(orderOf(['01/02/2026', '31/03/2026'])).toBe('dmy')
    expect(readDate('01/02/2026', berlin, 'mdy')).toEqual(new Date('2026-01-02T11:00:00Z'))
  })
  test('is read back as it was written', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true }), date => {
        expect(readDate(date.toISOString(), berlin)!.getTime()).toBe(Math.floor(date.getTime() / 1000) * 1000)
      }),
    )
  })
  test('or nothing, whatever is given', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}( \d{1,2}:\d{2})?$/)), text => {
        const date = readDate(text, berlin)
        expect(date === null || Number.isFinite(date.getTime())).toBe(true)
      }),
    )
  })
})

import { describe, expect, test } from 'vitest'
import { translator } from './translator.ts'
import * as words from './words.ts'

const now = '2026-03-17T14:20:00Z'
const min = (n: number) => n * 60_000

describe('numbers', () => {
  test.each([
    [words.count(1842), '1,842'],
    [words.decimal(-4.62), '−4.6'],
    [words.decimal(-0.04), '0.0'],
    [words.signed(0.52), '+0.5'],
    [words.signed(-5), '−5.0'],
    [words.percent(0.931), '93\u00a0%'],
    [words.plusMinus(31.2, 27.6, 34.8), '31.2 ± 3.6'],
    [words.plusMinus(31.2, 27.6, 34.8, 0), '31 ± 4'],
    [words.bytes(8_214_000), '8.2 MB'],
    [words.bytes(214), '214 B'],
    [words.decimal(-1234.5, 1, translator('de')), '−1.234,5'],
  ])('%s reads as %s', (said, expected) => expect(said).toBe(expected))
})

test('a sign stays with its number where text runs from right to left', () => {
  expect(words.signed(-5.6, 1, translator('pseudo-rtl'))).toBe('\u2066−5.6\u2069')
})

describe('spans have two units at most', () => {
  test.each([
    [min(0.5), 'less than a minute'],
    [min(50), '50 min'],
    [min(170), '2 h 50 min'],
    [min(120), '2 h'],
    [min(60 * 24 * 3), '3 days'],
    [min(60 * 28), '1 day 4 h'],
    [min(60 * 24 * 9 + 61), '9 days'],
  ])('%d ms is %s', (ms, expected) => expect(words.span(ms)).toBe(expected))
})

test('a promise says how long is left or how late it is', () => {
  expect(words.left('2026-03-17T15:10:00Z', now)).toBe('50 min left')
  expect(words.left('2026-03-17T11:30:00Z', now)).toBe('2 h 50 min late')
})

describe('a moment is named as near as it is', () => {
  test.each([
    ['2026-03-17T09:12:00Z', '09:12'],
    ['2026-03-16T17:10:00Z', 'yesterday 17:10'],
    ['2026-03-18T11:00:00Z', 'tomorrow 11:00'],
    ['2026-03-13T16:20:00Z', 'Fri 16:20'],
    ['2026-01-02T16:20:00Z', '2 Jan'],
    ['2025-11-03T16:20:00Z', '3 Nov 2025'],
  ])('%s is %s', (time, expected) => expect(words.moment(time, now, 'UTC')).toBe(expected))

  test('in the zone of the reader', () => {
    expect(words.moment('2026-03-17T23:30:00Z', now, 'Europe/Berlin')).toBe('tomorrow 00:30')
  })
})

test('days are written out', () => {
  expect(words.day('2026-03-19', { weekday: true })).toBe('Thu 19 March 2026')
  expect(words.days('2026-01-01', '2026-03-17').replace(/\s/g, ' ')).toBe('1 Jan – 17 Mar 2026')
  expect(words.ago('2026-03-17T14:15:00Z', now)).toBe('5 min ago')
  expect(words.ago('2026-03-14T10:15:00Z', now)).toBe('3 days ago')
})

test('an avatar has two letters', () => {
  expect(words.initials('Omar Haddad')).toBe('OH')
  expect(words.initials('support')).toBe('SU')
})

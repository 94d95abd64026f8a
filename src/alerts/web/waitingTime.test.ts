import { describe, expect, test } from 'vitest'
import { waitingSince, raisedWords, waitsWords } from './waitingTime.ts'

const now = Date.parse('2026-03-17T09:00:00Z')
const minute = { openedAt: '2026-03-17T06:00:00.000Z', openedOn: null, reopenedAt: null }
const today = { openedAt: '2026-03-17T12:00:00.000Z', openedOn: '2026-03-17', reopenedAt: null }

describe('since when somebody waits is told no nearer than it is known', () => {
  test('to the minute for a named answer', () => {
    expect(waitsWords(minute, now)).toBe('waits 3 h')
    expect(waitingSince(minute)).toBe(Date.parse(minute.openedAt))
  })
  test('to the day for an anonymous one, whose noon lies ahead', () => {
    expect([raisedWords(today, now), waitsWords(today, now)]).toEqual(['17 Mar', 'waits since 17 Mar'])
    expect(waitingSince(today)).toBeNull()
  })
  test('to the minute again when it was reopened', () => {
    const reopened = { ...today, reopenedAt: '2026-03-17T08:00:00.000Z' }
    expect(waitsWords(reopened, now)).toBe('waits 1 h')
  })
})

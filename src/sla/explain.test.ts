import { expect, it } from 'vitest'
import { translator } from '../kit/translator.ts'
import { openCalendar } from './calendar.ts'
import { advance, begin, idleClock, pause, resume, settle } from './clock.ts'
import { explain } from './explain.ts'
import { goesOn, type Piece, piecesUntil } from './pieces.ts'

const t = translator('en')
const office = { mon: [['09:00', '17:00']], tue: [['09:00', '17:00']], wed: [['09:00', '17:00']] } as const
const none = () => expect.fail('no members')
const london = openCalendar('London', { tz: 'Europe/London', hours: office }, none)
const newYork = openCalendar('New York', { tz: 'America/New_York', hours: office }, none)
const sun = openCalendar('Sun', { union: ['London', 'New York'] }, name => (name === 'London' ? london : newYork))
const at = (time: string) => Date.parse(`2026-01-07T${time}:00Z`)
const plain = (text: string) => text.replace(/\s/g, ' ')

it('tells why a promise is due when it is due: hand-over, waiting for the customer, what is left', () => {
  let pieces: Piece[] = []
  let clock = begin(idleClock({ target: 4 * 3_600_000, warnBefore: null }, at('13:00')))
  const go = (to: string) => {
    pieces = goesOn(pieces, piecesUntil(clock, sun, at(to)))
    clock = settle(advance(clock, sun, at(to)))
  }
  go('14:10')
  clock = pause(clock)
  go('15:05')
  clock = resume(clock)
  expect(plain(explain(clock, pieces, sun, 'UTC', t).text)).toBe(
    '4 h promised; London Wed 13:00–14:10: 1 h 10 min used; waiting for the customer Wed 14:10–15:05; ' +
      'New York Wed 15:05–17:55: 2 h 50 min left → due Wed 7 January 2026, 17:55 (UTC)',
  )
})

it('says plainly that a calendar without hours never lets a promise come due', () => {
  const empty = openCalendar('Nobody', { tz: 'UTC', hours: {} }, none)
  const clock = begin(idleClock({ target: 60_000, warnBefore: null }, at('13:00')))
  expect(plain(explain(clock, [], empty, 'UTC', t).text)).toBe(
    '1 min promised → never due: the calendar does not open long enough within 60 years',
  )
})

it('keeps the beginning and the end of a long story', () => {
  const clock = begin(idleClock({ target: 1e9, warnBefore: null }, at('13:00')))
  const pieces = goesOn([], piecesUntil(clock, london, at('13:00') + 70 * 86_400_000))
  expect(pieces.map(({ kind }) => kind)).toEqual(['open', 'closed', 'open', 'closed', 'many', 'closed', 'open', 'closed', 'open'])
  expect(pieces.reduce((sum, { used }) => sum + used, 0)).toBe(advance(clock, london, at('13:00') + 70 * 86_400_000).elapsed)
})

import { expect, it } from 'vitest'
import { translator } from '../kit/translator.ts'
import { compileCalendar } from './calendar.ts'
import { advanceThroughEdits } from './advanceThroughEdits.ts'
import { advance, begin, idleClock, pause, resume, markReachedTargets } from './clock.ts'
import { explainClock } from './explain.ts'
import { appendToLog, type ClockLogEntry, logEntriesUntil } from './clockLog.ts'

const t = translator('en')
const office = { mon: [['09:00', '17:00']], tue: [['09:00', '17:00']], wed: [['09:00', '17:00']] } as const
const none = () => expect.fail('no members')
const london = compileCalendar('London', { tz: 'Europe/London', hours: office }, none)
const newYork = compileCalendar('New York', { tz: 'America/New_York', hours: office }, none)
const sun = compileCalendar('Sun', { union: ['London', 'New York'] }, name => (name === 'London' ? london : newYork))
const at = (time: string) => Date.parse(`2026-01-07T${time}:00Z`)
const plain = (text: string) => text.replace(/\s/g, ' ')

it('tells why a promise is due when it is due: hand-over, waiting for the customer, what is left', () => {
  let pieces: ClockLogEntry[] = []
  let clock = begin(idleClock({ target: 4 * 3_600_000, warnBefore: null }, at('13:00')))
  const go = (to: string) => {
    pieces = appendToLog(pieces, logEntriesUntil(clock, sun, at(to)))
    clock = markReachedTargets(advance(clock, sun, at(to)))
  }
  go('14:10')
  clock = pause(clock)
  go('15:05')
  clock = resume(clock)
  expect(plain(explainClock(clock, pieces, sun, 'UTC', t).text)).toBe(
    '4 h promised; London Wed 13:00–14:10: 1 h 10 min used; waiting for the customer Wed 14:10–15:05; ' +
      'New York Wed 15:05–17:55: 2 h 50 min left → due Wed 7 January 2026, 17:55 (UTC)',
  )
})

it('says that clocks are moved in a night, where the wall clock alone would not add up', () => {
  const berlin = compileCalendar('Berlin', { tz: 'Europe/Berlin', hours: { sun: [['01:00', '05:00']] } }, none)
  const told = (saturday: string, hours: number) =>
    plain(
      explainClock(
        begin(idleClock({ target: hours * 3_600_000, warnBefore: null }, Date.parse(saturday))),
        [],
        berlin,
        'Europe/Berlin',
        t,
      ).text,
    )
  expect(told('2026-03-28T12:00Z', 3)).toBe(
    '3 h promised; Berlin Sun 01:00–05:00: 3 h left (clocks go forward 1 h) → due Sun 29 March 2026, 05:00 (Europe/Berlin)',
  )
  expect(told('2026-10-24T12:00Z', 5)).toBe(
    '5 h promised; Berlin Sun 01:00–05:00: 5 h left (clocks go back 1 h) → due Sun 25 October 2026, 05:00 (Europe/Berlin)',
  )
})

it('says what was edited meanwhile, and when', () => {
  const short = compileCalendar(
    'London',
    { tz: 'Europe/London', hours: { wed: [['09:00', '14:00']], thu: [['09:00', '14:00']] } },
    none,
  )
  const clock = begin(idleClock({ target: 8 * 3_600_000, warnBefore: null }, at('09:00')))
  const changes = [
    { at: at('10:00'), calendar: short },
    { at: at('12:00'), target: { target: 6 * 3_600_000, warnBefore: null } },
    { at: at('12:30'), calendar: short, target: { target: 6 * 3_600_000, warnBefore: 60_000 } },
  ]
  const now = advanceThroughEdits({ clock, calendar: london, pieces: [] }, changes, at('13:00'))
  expect(plain(explainClock(markReachedTargets(now.clock), now.pieces, now.calendar, 'Europe/London', t).text)).toBe(
    '8 h promised; London Wed 09:00–10:00: 1 h used; other working hours from Wed 10:00; London Wed 10:00–12:00: 2 h used; ' +
      '6 h promised from Wed 12:00; London Wed 12:00–13:00: 1 h used; London Wed 13:00–14:00: 1 h; London Thu 09:00–10:00: 1 h left ' +
      '→ due Thu 8 January 2026, 10:00 (Europe/London)',
  )
})

it('says an edit once, however often somebody saved it in that minute, and no opening of which nothing was used', () => {
  const clock = begin(idleClock({ target: 3_600_000, warnBefore: null }, at('09:00')))
  const [start, used] = [at('09:00'), 0]
  const edit: ClockLogEntry = { kind: 'hours', from: start, to: start, used }
  const moment: ClockLogEntry = { kind: 'open', from: start, to: start + 90, used: 90, place: 'London' }
  expect(plain(explainClock(clock, [moment, edit, edit], london, 'Europe/London', t).text)).toBe(
    '1 h promised; other working hours from Wed 09:00; London Wed 09:00–10:00: 1 h left ' +
      '→ due Wed 7 January 2026, 10:00 (Europe/London)',
  )
})

it('says plainly that a calendar without hours never lets a promise come due', () => {
  const empty = compileCalendar('Nobody', { tz: 'UTC', hours: {} }, none)
  const clock = begin(idleClock({ target: 60_000, warnBefore: null }, at('13:00')))
  expect(plain(explainClock(clock, [], empty, 'UTC', t).text)).toBe(
    '1 min promised → never due: the calendar does not open long enough within 60 years',
  )
})

it('keeps the beginning and the end of a long story', () => {
  const clock = begin(idleClock({ target: 1e9, warnBefore: null }, at('13:00')))
  const pieces = appendToLog([], logEntriesUntil(clock, london, at('13:00') + 70 * 86_400_000))
  expect(pieces.map(({ kind }) => kind)).toEqual(['open', 'closed', 'open', 'closed', 'many', 'closed', 'open', 'closed', 'open'])
  expect(pieces.reduce((sum, { used }) => sum + used, 0)).toBe(advance(clock, london, at('13:00') + 70 * 86_400_000).elapsed)
})

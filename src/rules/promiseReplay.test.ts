import { expect, it } from 'vitest'
import { resolveCalendar } from '../sla/calendarSpec.ts'
import { basisWords, type AlertTimes, isMissed, promiseTermsOf, replayPromise } from './promiseReplay.ts'

const always = Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map(day => [day, [['00:00', '24:00']]]))
const calendar = resolveCalendar(new Map([['c', { tz: 'UTC', hours: always } as never]]), 'c', id => id)
const hour = 3_600_000
const now = 1_000 * hour
const course = (ownerId: string, ...hours: (number | null)[]): AlertTimes => {
  const [acknowledge = null, contact = null, resolve = null] = hours.map(h => (h === null ? null : h * hour))
  return { ownerId, begun: 0, acknowledge, contact, resolve }
}
const fourHours = { target: 'contact', minutes: 240 } as const

it('knows late from in time, and what nobody can tell yet', () => {
  expect(isMissed(course('omar', 1, 3), fourHours, calendar, now)).toBe(false)
  expect(isMissed(course('omar', 1, 5), fourHours, calendar, now)).toBe(true)
  expect(isMissed(course('omar', 1), fourHours, calendar, now)).toBe(true)
  expect(isMissed(course('omar', 1), fourHours, calendar, 2 * hour)).toBeNull()
})

it('takes each alert as it really went, and the others as their owner’s earlier ones', () => {
  const slow = Array.from({ length: 6 }, () => course('omar', 1, 9))
  const quick = Array.from({ length: 6 }, () => course('mira', 1, 1))
  const known = [...slow, ...quick]
  const others = new Map([
    ['omar', 10],
    ['mira', 10],
    ['priya', 10],
  ])
  const found = replayPromise(fourHours, { own: [course('omar', 1, 2), course('omar', 1, 8)], others, known }, calendar, now)
  // One of two by itself, all of Omar's, none of Mira's, half of Priya's, whom nobody knows yet.
  expect(found).toMatchObject({ target: 'contact', promised: 240, missed: 1 + 10 + 0 + 5, own: 2, others: 30, samples: 12 })
  expect(basisWords(found)).toBe('2 alerts by how they really went; 30 more, as 12 earlier alerts of these owners went')
})

it('says so where there is nothing to judge by', () => {
  const found = replayPromise(fourHours, { own: [], others: new Map([['omar', 3]]), known: [] }, calendar, now)
  expect(found).toMatchObject({ missed: 0, own: 0, others: 0 })
  expect(basisWords(found)).toBe('No alert has gone its way yet that one could judge by')
})

it('reads what a policy promises in the order of the loop', () => {
  expect(promiseTermsOf({ resolve: { normal: 60, urgent: 5 }, acknowledge: 5, first_response: 1 })).toEqual([
    { target: 'acknowledge', minutes: 5 },
    { target: 'resolve', minutes: 60 },
  ])
})

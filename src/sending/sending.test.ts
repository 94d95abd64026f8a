import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Contact, decideContact, type FrequencyRules, holdInWords } from './frequency.ts'
import { nextOpen, openingsBetween, type SendingHours } from './hours.ts'
import { nextOccurrence, type Recurrence } from './recurrence.ts'
import { decideReminder, type Invited } from './reminders.ts'
import { spread } from './schedule.ts'

const berlin = 'Europe/Berlin'
const day = 86_400_000
const office: SendingHours = {
  zone: berlin,
  hours: {
    mon: [['09:00', '17:00']],
    tue: [['09:00', '17:00']],
    wed: [['09:00', '17:00']],
    thu: [['09:00', '17:00']],
    fri: [['09:00', '15:00']],
  },
  holidays: ['2026-04-03', '2026-04-06'],
}
const always: SendingHours = {
  zone: 'UTC',
  hours: Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map(d => [d, [['00:00', '24:00']]])),
}
const at = (text: string) => new Date(text)

describe('how often one person is asked', () => {
  const rules: FrequencyRules = {
    acrossSurveys: 30,
    sameSurvey: 90,
    exceptSurveys: ['ticket'],
    exceptPeople: ['tester'],
    zone: berlin,
  }
  const march1: Contact = { survey: 'yearly', at: at('2026-03-01T08:00:05Z') }
  const dana = { person: 'dana' }

  test.each([
    {
      story: 'Dana was never asked',
      who: dana,
      survey: 'visit',
      earlier: [],
      now: '2026-03-02T09:00:00Z',
      gets: { kind: 'send' },
    },
    {
      story: 'another survey came yesterday',
      who: dana,
      survey: 'visit',
      earlier: [march1],
      now: '2026-03-02T09:00:00Z',
      gets: { reason: 'asked-lately', until: at('2026-03-30T22:00:00Z'), because: march1 },
    },
    {
      story: 'thirty days are over, though not to the second',
      who: dana,
      survey: 'visit',
      earlier: [march1],
      now: '2026-03-31T07:00:00Z',
      gets: { kind: 'send' },
    },
    {
      story: 'the same survey waits longer',
      who: dana,
      survey: 'yearly',
      earlier: [march1],
      now: '2026-04-10T07:00:00Z',
      gets: { reason: 'asked-before', until: at('2026-05-29T22:00:00Z') },
    },
    {
      story: 'a ticket survey is sent whatever came before',
      who: dana,
      survey: 'ticket',
      earlier: [march1],
      now: '2026-03-02T09:00:00Z',
      gets: { kind: 'send' },
    },
    {
      story: 'but not twice in ninety days',
      who: dana,
      survey: 'ticket',
      earlier: [{ ...march1, survey: 'ticket' }],
      now: '2026-03-02T09:00:00Z',
      gets: { reason: 'asked-before' },
    },
    {
      story: 'testers get everything',
      who: { person: 'tester' },
      survey: 'visit',
      earlier: [march1],
      now: '2026-03-02T09:00:00Z',
      gets: { kind: 'send' },
    },
    {
      story: 'who wants no more gets nothing, tester or not',
      who: { person: 'tester', optedOut: true },
      survey: 'visit',
      earlier: [],
      now: '2026-03-02T09:00:00Z',
      gets: { reason: 'opted-out', until: null },
    },
    {
      story: 'a dead address gets nothing',
      who: { person: 'dana', bounced: true },
      survey: 'ticket',
      earlier: [],
      now: '2026-03-02T09:00:00Z',
      gets: { reason: 'bounced', until: null },
    },
  ])('$story', ({ who, survey, earlier, now, gets }) =>
    expect(decideContact(who, survey, earlier, rules, at(now))).toMatchObject(gets),
  )

  test('is told in words', () => expect(holdInWords('asked-lately')).toBe('Was asked something else not long ago'))

  test('no two invitations come closer than the rule, in whatever order they are tried; one that is held goes out at its `until`', () => {
    const tries = fc.array(fc.record({ survey: fc.constantFrom('a', 'b', 'c'), after: fc.integer({ min: 0, max: 40 * day }) }), {
      maxLength: 25,
    })
    fc.assert(
      fc.property(
        tries,
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 60 }),
        (wanted, acrossSurveys, sameSurvey) => {
          const sent: Contact[] = []
          let now = Date.UTC(2026, 0, 1)
          for (const { survey, after } of wanted) {
            now += after
            const rule = { acrossSurveys, sameSurvey, zone: berlin }
            const decision = decideContact(dana, survey, sent, rule, new Date(now))
            if (decision.kind === 'send') sent.push({ survey, at: new Date(now) })
            else expect(decideContact(dana, survey, sent, rule, decision.until!)).toEqual({ kind: 'send' })
          }
          // A day less for the hours of the day, an hour for summer time.
          for (const [i, { survey, at: later }] of sent.entries()) {
            for (const before of sent.slice(0, i)) {
              const days = (later.getTime() - before.at.getTime() + 3_600_000) / day
              expect(days).toBeGreaterThan(acrossSurveys - 1)
              if (before.survey === survey) expect(days).toBeGreaterThan(sameSurvey - 1)
            }
          }
        },
      ),
    )
  })
})

describe('sending hours', () => {
  test('skip the weekend, Good Friday and Easter Monday', () =>
    expect(nextOpen(at('2026-04-02T15:30:00Z'), office)).toEqual(at('2026-04-07T07:00:00Z')))
  test('are now when they are', () => expect(nextOpen(at('2026-03-31T08:30:00Z'), office)).toEqual(at('2026-03-31T08:30:00Z')))
  test('may never come', () => expect(nextOpen(at('2026-03-31T08:30:00Z'), { zone: berlin, hours: {} })).toBeNull())
  test('go on past midnight, and join', () =>
    expect(
      openingsBetween(at('2026-01-05T00:00:00Z'), at('2026-01-06T12:00:00Z'), {
        zone: 'UTC',
        hours: { mon: [['22:00', '06:00']], tue: [['06:00', '08:00']] },
      }),
    ).toEqual([{ from: Date.UTC(2026, 0, 5, 22), to: Date.UTC(2026, 0, 6, 8) }]))
  test('refuse to unroll a lifetime', () =>
    expect(() => openingsBetween(at('2026-01-01'), at('2126-01-01'), office)).toThrow(RangeError))
})

describe('an even spread', () => {
  const people = Array.from({ length: 100 }, (_, i) => `person ${i}`)
  const [from, to] = [at('2026-03-23T00:00:00Z'), at('2026-04-06T00:00:00Z')]
  const plan = spread(people, 'wave 1', from, to, office)!

  test('sends to each once, in office hours, as many in each hour', () => {
    expect(plan.map(({ person }) => person).sort()).toEqual(people.toSorted())
    const openings = openingsBetween(from, to, office)
    const hours = openings.reduce((sum, opening) => sum + opening.to - opening.from, 0)
    for (const opening of openings) {
      const here = plan.filter(({ at: when }) => when.getTime() >= opening.from && when.getTime() < opening.to).length
      expect(Math.abs(here - (100 * (opening.to - opening.from)) / hours)).toBeLessThanOrEqual(1)
    }
    expect(openings.flatMap(o => plan.filter(({ at: when }) => when.getTime() >= o.from && when.getTime() < o.to))).toHaveLength(
      100,
    )
  })
  test('is the same on every node, whatever the order', () =>
    expect(spread(people.toReversed(), 'wave 1', from, to, office)).toEqual(plan))
  test('is another one in the next round', () =>
    expect(spread(people, 'wave 2', from, to, office)!.map(({ person }) => person)).not.toEqual(plan.map(({ person }) => person)))
  test('is whole minutes', () => expect(plan.every(({ at: when }) => when.getTime() % 60_000 === 0)).toBe(true))
  test('cannot be where nothing is open', () =>
    expect(spread(people, 'w', at('2026-04-04T00:00:00Z'), at('2026-04-05T00:00:00Z'), office)).toBeNull())
  test('holds for any audience and window', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string(), { maxLength: 60 }),
        fc.integer({ min: 60_000, max: 20 * day }),
        fc.nat(300 * day),
        (audience, length, offset) => {
          const start = Date.UTC(2026, 0, 1) + offset
          const planned = spread(audience, 'w', new Date(start), new Date(start + length), always)!
          expect(planned).toHaveLength(audience.length)
          for (const { at: when } of planned) {
            expect(when.getTime()).toBeGreaterThanOrEqual(start)
            expect(when.getTime()).toBeLessThan(start + length)
          }
        },
      ),
    )
  })
})

describe('what recurs', () => {
  const weekly: Recurrence = { from: '2026-01-06', every: 2, unit: 'week', at: '09:00', zone: berlin }
  test.each([
    { story: 'the first time is the first day', rule: weekly, after: '2026-01-01T00:00:00Z', next: '2026-01-06T08:00:00Z' },
    { story: 'every second Tuesday', rule: weekly, after: '2026-01-06T08:00:00Z', next: '2026-01-20T08:00:00Z' },
    { story: 'at nine also in summer time', rule: weekly, after: '2026-03-20T00:00:00Z', next: '2026-03-31T07:00:00Z' },
    {
      story: 'Monday and Thursday',
      rule: { ...weekly, every: 1, weekdays: [4, 1] },
      after: '2026-01-08T08:00:00Z',
      next: '2026-01-12T08:00:00Z',
    },
    {
      story: 'the 31st of a short month is its last day',
      rule: { ...weekly, unit: 'month', every: 1, dayOfMonth: 31 },
      after: '2026-02-01T00:00:00Z',
      next: '2026-02-28T08:00:00Z',
    },
    {
      story: 'and comes back in March',
      rule: { ...weekly, unit: 'month', every: 1, dayOfMonth: 31 },
      after: '2026-02-28T08:00:00Z',
      next: '2026-03-31T07:00:00Z',
    },
    {
      story: 'each quarter',
      rule: { ...weekly, unit: 'month', every: 3 },
      after: '2026-01-07T00:00:00Z',
      next: '2026-04-06T07:00:00Z',
    },
    {
      story: 'every tenth day',
      rule: { ...weekly, unit: 'day', every: 10 },
      after: '2026-12-01T00:00:00Z',
      next: '2026-12-02T08:00:00Z',
    },
    {
      story: 'half past two does not exist in the spring night',
      rule: { ...weekly, unit: 'day', every: 1, at: '02:30' },
      after: '2026-03-28T12:00:00Z',
      next: '2026-03-29T01:30:00Z',
    },
    {
      story: 'and happens once in the autumn night',
      rule: { ...weekly, unit: 'day', every: 1, at: '02:30' },
      after: '2026-10-25T00:30:00Z',
      next: '2026-10-26T01:30:00Z',
    },
    { story: 'it has ended', rule: { ...weekly, until: '2026-01-31' }, after: '2026-01-25T00:00:00Z', next: null },
  ] as { story: string; rule: Recurrence; after: string; next: string | null }[])('$story', ({ rule, after, next }) =>
    expect(nextOccurrence(rule, at(after))).toEqual(next && at(next)),
  )
  test('must recur at all', () => expect(() => nextOccurrence({ ...weekly, every: 0 }, at('2026-01-01'))).toThrow(RangeError))

  const rule = fc.record({
    from: fc.constantFrom('2025-01-31', '2026-02-28', '2026-03-29', '2024-02-29'),
    every: fc.integer({ min: 1, max: 13 }),
    unit: fc.constantFrom('day' as const, 'week' as const, 'month' as const),
    weekdays: fc.option(fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }), { nil: undefined }),
    dayOfMonth: fc.option(fc.integer({ min: 1, max: 31 }), { nil: undefined }),
    at: fc.constantFrom('00:00', '02:30', '09:00', '23:59'),
    zone: fc.constantFrom(berlin, 'America/New_York', 'Asia/Kolkata', 'Pacific/Apia', 'UTC'),
  })
  test('lies ahead, and nothing lies between', () => {
    fc.assert(
      fc.property(
        rule,
        fc.integer({ min: Date.UTC(2023, 0, 1), max: Date.UTC(2032, 0, 1) }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (any, after, share) => {
          const next = nextOccurrence(any, new Date(after))!
          expect(next.getTime()).toBeGreaterThan(after)
          const between = after + Math.floor((next.getTime() - after) * share)
          expect(nextOccurrence(any, new Date(between))).toEqual(next)
        },
      ),
    )
  })
})

describe('reminders', () => {
  const sent: Invited = { sentAt: at('2026-03-24T09:00:00Z'), reminders: [], state: 'sent' }
  const closes = at('2026-04-30T22:00:00Z')
  test.each([
    { story: 'not yet', invited: sent, now: '2026-03-25T09:00:00Z', gets: { kind: 'wait', until: at('2026-03-27T09:00:00Z') } },
    { story: 'after three days', invited: sent, now: '2026-03-27T09:00:00Z', gets: { kind: 'send', number: 1, last: false } },
    {
      story: 'who started is reminded too',
      invited: { ...sent, state: 'started' },
      now: '2026-03-27T09:00:00Z',
      gets: { kind: 'send' },
    },
    {
      story: 'who answered is not',
      invited: { ...sent, state: 'answered' },
      now: '2026-03-27T09:00:00Z',
      gets: { kind: 'done', why: 'answered' },
    },
    {
      story: 'who wants none is not',
      invited: { ...sent, state: 'opted-out' },
      now: '2026-03-27T09:00:00Z',
      gets: { kind: 'done', why: 'opted-out' },
    },
    {
      story: 'the second comes on day seven, at the same clock in summer time',
      invited: { ...sent, reminders: [at('2026-03-27T09:00:00Z')] },
      now: '2026-03-30T12:00:00Z',
      gets: { kind: 'wait', until: at('2026-03-31T08:00:00Z') },
    },
    {
      story: 'a late first moves the second on',
      invited: { ...sent, reminders: [at('2026-04-01T09:00:00Z')] },
      now: '2026-04-01T10:00:00Z',
      gets: { kind: 'wait', until: at('2026-04-07T07:00:00Z') },
    },
    {
      story: 'there is no third',
      invited: { ...sent, reminders: [at('2026-03-27T09:00:00Z'), at('2026-03-31T09:00:00Z')] },
      now: '2026-04-20T09:00:00Z',
      gets: { kind: 'done', why: 'reminded' },
    },
    {
      story: 'not at night, though it is due',
      invited: sent,
      now: '2026-03-27T22:00:00Z',
      gets: { kind: 'wait', until: at('2026-03-30T07:00:00Z') },
    },
  ] as { story: string; invited: Invited; now: string; gets: object }[])('$story', ({ invited, now, gets }) =>
    expect(decideReminder(invited, [3, 7], office, closes, at(now))).toMatchObject(gets),
  )
  test('none comes after the close', () =>
    expect(decideReminder(sent, [3, 7], office, at('2026-03-26T22:00:00Z'), at('2026-03-25T09:00:00Z'))).toEqual({
      kind: 'done',
      why: 'closes',
    }))
  test('waiting leads to sending', () => {
    fc.assert(
      fc.property(fc.nat(200 * day), fc.nat(20 * day), (offset, later) => {
        const invited: Invited = { sentAt: new Date(Date.UTC(2026, 0, 5) + offset), reminders: [], state: 'sent' }
        const decision = decideReminder(invited, [3, 7], office, null, new Date(invited.sentAt.getTime() + later))
        if (decision.kind !== 'wait') return
        expect(decideReminder(invited, [3, 7], office, null, decision.until).kind).toBe('send')
      }),
    )
  })
})

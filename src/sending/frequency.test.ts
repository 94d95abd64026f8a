import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type EarlierContact, decideContact, type FrequencyRules, frequencyHoldWords } from './frequency.ts'

const berlin = 'Europe/Berlin'
const day = 86_400_000
const at = (text: string) => new Date(text)

describe('how often one person is asked', () => {
  const rules: FrequencyRules = {
    acrossSurveys: 30,
    sameSurvey: 90,
    exceptSurveys: ['ticket'],
    exceptPeople: ['tester'],
    zone: berlin,
  }
  const march1: EarlierContact = { survey: 'yearly', at: at('2026-03-01T08:00:05Z') }
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

  test('is told in words', () => expect(frequencyHoldWords('asked-lately')).toBe('Was asked something else not long ago'))

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
          const sent: EarlierContact[] = []
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

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { office } from '../../test/officeHours.ts'
import { decideReminder, type InvitationProgress } from './reminders.ts'

const day = 86_400_000

const at = (text: string) => new Date(text)

describe('reminders', () => {
  const sent: InvitationProgress = { sentAt: at('2026-03-24T09:00:00Z'), reminders: [], state: 'sent' }
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
  ] as { story: string; invited: InvitationProgress; now: string; gets: object }[])('$story', ({ invited, now, gets }) =>
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
        const invited: InvitationProgress = { sentAt: new Date(Date.UTC(2026, 0, 5) + offset), reminders: [], state: 'sent' }
        const decision = decideReminder(invited, [3, 7], office, null, new Date(invited.sentAt.getTime() + later))
        if (decision.kind !== 'wait') return
        expect(decideReminder(invited, [3, 7], office, null, decision.until).kind).toBe('send')
      }),
    )
  })
})

import { expect, test } from 'vitest'
import { mailAt, nextTurn, notBefore, type Turn } from './mailing.ts'

const at = (time: string) => new Date(`2026-03-17T${time}Z`)

test.each([
  ['at-once', '10:00:00', '2026-03-17T10:00:10.000Z'],
  ['hourly', '10:20:00', '2026-03-17T11:00:00.000Z'],
  ['hourly', '11:00:00', '2026-03-17T12:00:00.000Z'],
  ['daily', '06:59:00', '2026-03-17T07:00:00.000Z'],
  ['daily', '07:00:00', '2026-03-18T07:00:00.000Z'],
] as const)('%s at %s comes by mail at %s', (choice, now, expected) => {
  expect(mailAt(choice, at(now), 'Europe/Berlin')!.toISOString()).toBe(expected)
})

test('never is never', () => expect(mailAt('never', at('10:00:00'), 'UTC')).toBeNull())

test('after a mail the next one waits ten minutes', () => {
  expect(notBefore(at('10:00:00'), at('10:03:00'))).toEqual(at('10:10:00'))
  expect(notBefore(at('10:00:00'), at('10:30:00'))).toEqual(at('10:30:00'))
  expect(notBefore(null, at('10:30:00'))).toEqual(at('10:30:00'))
})

test('who cannot sign in gets three mails of their own, then one every ten minutes for all the rest', () => {
  let turn: Turn = { since: new Date(0), n: 0 }
  const leaves = (time: string) => {
    const next: Turn & { at: Date | null } = nextTurn(turn, at(time))
    turn = next
    return next.at?.toISOString().slice(11, 19) ?? 'now'
  }
  const flood = ['10:00:00', '10:00:01', '10:00:02', '10:00:03', '10:09:59', '10:10:00', '10:19:00', '10:21:00']
  expect(flood.map(leaves)).toEqual(['now', 'now', 'now', '10:10:00', '10:10:00', '10:20:00', '10:20:00', '10:30:00'])
  // After ten quiet minutes it begins anew.
  expect(['10:40:00', '10:40:01'].map(leaves)).toEqual(['now', 'now'])
})

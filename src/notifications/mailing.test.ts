import { expect, test } from 'vitest'
import { mailAt, notBefore } from './mailing.ts'

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

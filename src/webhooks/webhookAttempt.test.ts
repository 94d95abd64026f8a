import { expect, test } from 'vitest'
import { decideAttempt, isGivenUp } from './webhookAttempt.ts'

const minutes = (ms: number) => ms / 60_000

test('ten attempts, further and further apart, in a little more than three days', () => {
  const waits = Array.from({ length: 9 }, (_, i) => decideAttempt({ status: 500, attempts: i + 1 }, 0))
  const span = waits.reduce((sum, wait) => sum + (wait.kind === 'retry' ? wait.afterMs : Number.NaN), 0)
  expect(minutes(span) / 60).toBeCloseTo(75.585, 2)
  expect(decideAttempt({ status: 500, attempts: 10 }, 0)).toEqual({ kind: 'failed' })
})

test.each([200, 201, 204, 299])('%i: taken', status =>
  expect(decideAttempt({ status, attempts: 1 }, 0)).toEqual({ kind: 'sent' }),
)

test.each([301, 307, 400, 401, 404, 500])('%i: tried again', status =>
  expect(decideAttempt({ status, attempts: 1 }, 0)).toEqual({ kind: 'retry', afterMs: 5000, restMs: 0 }),
)

test('what failed together does not come back together', () => {
  expect(decideAttempt({ status: 500, attempts: 2 }, 1)).toMatchObject({ afterMs: 330_000 })
})

test('“gone” means gone', () => expect(decideAttempt({ status: 410, attempts: 1 }, 0)).toEqual({ kind: 'gone' }))

test('who asks for a minute gets it, for everything', () => {
  expect(decideAttempt({ status: 429, retryAfter: 60, attempts: 1 }, 0)).toEqual({
    kind: 'retry',
    afterMs: 60_000,
    restMs: 60_000,
  })
})

test('nobody may ask for more than a day', () => {
  expect(decideAttempt({ status: 503, retryAfter: 1e9, attempts: 1 }, 0)).toMatchObject({ afterMs: 86_400_000 })
})

test('no reply at all: the others wait a moment too', () => {
  expect(decideAttempt({ attempts: 1 }, 0)).toEqual({ kind: 'retry', afterMs: 5000, restMs: 2000 })
})

test('four days of silence end it', () => {
  const now = new Date('2026-03-17T10:00:00Z')
  expect(isGivenUp(new Date('2026-03-13T10:00:00Z'), now)).toBe(true)
  expect(isGivenUp(new Date('2026-03-13T10:00:01Z'), now)).toBe(false)
  expect(isGivenUp(null, now)).toBe(false)
})

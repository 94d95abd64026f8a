import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { when } from './condition.ts'
import { route } from '../routing/route.ts'

const firstError = (given: unknown) => {
  const issue = when.safeParse(given).error?.issues[0]
  return issue?.message ?? 'fine'
}

describe('a rule that cannot work is refused with words', () => {
  test.each([
    [{ all: [{ question: 'stars', atMost: 2 }] }, /^fine$/],
    [{ any: [{ question: 'stars', atMost: 2 }, { all: [{ question: 'call', equals: 'yes' }] }] }, /^fine$/],
    [{}, /^Say \{"all"/],
    [{ all: [] }, /at least one condition|^Say/],
    [{ all: [{ atMost: 2 }] }, /A condition is \{"question"/],
    [{ all: [{ question: 'stars' }] }, /A condition is \{"question"/],
    [{ all: [{ series: { question: 'stars', atMost: 2, count: 2, of: 3, per: 'person' } }] }, /^fine$/],
    [{ all: [{ series: { question: 'stars', atMost: 2, count: 3 } }] }, /^fine$/],
    [{ all: [{ series: { question: 'stars', atMost: 2, count: 4, of: 3 } }] }, /"count" is how many of the last "of" answers/],
    [{ all: [{ series: { question: 'stars', count: 2, of: 3 } }] }, /^Say "atMost", "atLeast" or both/],
    [{ all: [{ any: [{ comment: { question: 'why', negative: true } }] }] }, /^fine$/],
    [{ all: [{ comment: { question: 'why' } }] }, /^Say what the comment says/],
    [{ all: [{ several: { questions: ['a', 'b'], atMost: 2, count: 3 } }] }, /"count" cannot be more than there are questions/],
    [{ any: [{ silence: { days: 90 } }] }, /^fine$/],
    [{ any: [{ silence: { days: 90 } }, { question: 'stars', atMost: 2 }] }, /Silence stands on its own/],
  ])('%j', (given, error) => expect(firstError(given)).toMatch(error))
})

test('every condition is told as it was sent, with what it leaves open', () => {
  const sent = { all: [{ series: { question: 'stars', atMost: 2, count: 3 } }, { comment: { negative: true } }] }
  const read = when.parse(sent)
  expect(read).toMatchObject({ all: [{ series: { count: 3, of: 3, per: 'person' } }, { comment: { negative: true } }] })
  expect(z.encode(when, read)).toEqual(read)
})

test('a route to a person needs the address', () => {
  expect(route.safeParse([{ to: 'person' }]).success).toBe(false)
  expect(route.parse([{ to: 'person', email: ' Head@Example.org ' }])).toEqual([{ to: 'person', email: 'head@example.org' }])
})

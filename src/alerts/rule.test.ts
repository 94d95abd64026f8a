import { describe, expect, test } from 'vitest'
import { route, when } from './rule.ts'

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
    [
      { all: [{ series: { question: 'stars', atMost: 2, count: 2, of: 3, per: 'person' } }] },
      /a series of answers \(“series”\) is not available yet/,
    ],
    [
      { all: [{ any: [{ comment: { question: 'why', negative: true } }] }] },
      /what a comment says \(“comment”\) is not available yet/,
    ],
    [{ any: [{ silence: { days: 90 } }] }, /silence \(“silence”\) is not available yet/],
  ])('%j', (given, error) => expect(firstError(given)).toMatch(error))
})

test('a route to a person needs the address', () => {
  expect(route.safeParse([{ to: 'person' }]).success).toBe(false)
  expect(route.parse([{ to: 'person', email: ' Head@Example.org ' }])).toEqual([{ to: 'person', email: 'head@example.org' }])
})

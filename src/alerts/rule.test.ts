import { describe, expect, test } from 'vitest'
import { answerConditions, route, when } from './rule.ts'

const firstError = (given: unknown) => {
  const result = when.safeParse(given)
  const issue = result.error?.issues[0]
  return issue && `${issue.path.join('.')}: ${issue.message}`
}

describe('a rule that cannot work is refused with its place', () => {
  test.each([
    [{ all: [{ question: 'stars', atMost: 2 }] }, undefined],
    [{ any: [{ question: 'stars', atMost: 2 }, { all: [{ question: 'call', equals: 'yes' }] }] }, undefined],
    [{}, ': Say “all” or “any” of which conditions.'],
    [{ all: [], any: [] }, 'all: Too small: expected array to have >=1 items'],
    [{ all: [{ atMost: 2 }] }, 'all.0.question: Name the question.'],
    [{ all: [{ question: 'stars' }] }, 'all.0: Say “atMost”, “atLeast” or “equals”.'],
    [{ all: [{ question: 'stars', atLeast: 4, atMost: 2 }] }, 'all.0.atLeast: No answer can be at least this and at most that.'],
    [
      { all: [{ question: 'a', atMost: 2, any: [{ question: 'b', atMost: 2 }] }] },
      'all.0: A group has “any” or “all” and nothing else.',
    ],
    [
      { all: [{ series: { question: 'stars', atMost: 2, count: 2, of: 3, per: 'person' } }] },
      'all.0.series: A condition on a series of answers (“series”) is not available yet. Use “question” with “atMost”, “atLeast” or “equals”.',
    ],
    [
      { all: [{ any: [{ comment: { question: 'why', negative: true } }] }] },
      'all.0.any.0.comment: A condition on what a comment says (“comment”) is not available yet. Use “question” with “atMost”, “atLeast” or “equals”.',
    ],
  ])('%j → %s', (given, error) => expect(firstError(given)).toBe(error))
})

test('every condition on an answer is found, with its place', () => {
  const rule = when.parse({ all: [{ question: 'a', atMost: 1 }, { any: [{ question: 'b', atMost: 2 }] }] })
  expect(answerConditions(rule).map(({ path, condition }) => [path, condition.question])).toEqual([
    ['all.0', 'a'],
    ['all.1.any.0', 'b'],
  ])
})

test('a route to a person needs the address', () => {
  expect(route.safeParse([{ to: 'person' }]).success).toBe(false)
  expect(route.parse([{ to: 'person', email: ' Head@Example.org ' }])).toEqual([{ to: 'person', email: 'head@example.org' }])
})

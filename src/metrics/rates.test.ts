import { describe, expect, test } from 'vitest'
import { closeTheLoop, coverage, responseRate } from './rates.ts'
import { recovery } from './recovery.ts'

describe('rates', () => {
  test('the response rate counts complete answers to delivered invitations, the rest stands beside it', () =>
    expect(responseRate({ sent: 210, bounced: 10, complete: 50, partial: 12, held: 40 })).toMatchObject({
      rate: { score: 0.25, n: 200, definition: 'response-rate@1' },
      delivered: 200,
      partial: 12,
      bounced: 10,
      held: 40,
    }))
  test('refuses more answers than delivered invitations', () =>
    expect(() => responseRate({ sent: 2, bounced: 1, complete: 2, partial: 0 })).toThrow('2 answers to 1 delivered'))
  test('nobody invited: no rate', () =>
    expect(responseRate({ sent: 0, bounced: 0, complete: 0, partial: 0 }).rate.kind).toBe('none'))
  test('coverage is not called a response rate', () =>
    expect(coverage({ rated: 30, resolved: 120 })).toMatchObject({ definition: 'coverage@1', score: 0.25 }))
  test('the loop closes in time for nine of ten', () =>
    expect(closeTheLoop({ inTarget: 9, due: 10 })).toMatchObject({ score: 0.9, n: 10 }))
  test('Dana came back after Omar called; so did one whom nobody called', () => {
    const result = recovery([
      { contacted: true, nextScore: 8 },
      { contacted: true, nextScore: 9 },
      { contacted: true, nextScore: 6 },
      { contacted: true, nextScore: null },
      { contacted: false, nextScore: 7 },
      { contacted: false, nextScore: 2 },
    ])
    expect(result).toMatchObject({ contacted: { count: 2, n: 3 }, notContacted: { count: 1, n: 2 }, difference: { n: 5 } })
  })
  // Newcombe 1998, table II, example (a): 56/70 − 48/80, method 10: 0.0524 to 0.3339.
  test('the difference carries Newcombe’s interval', () => {
    const group = (contacted: boolean, back: number, n: number) =>
      Array.from({ length: n }, (_, i) => ({ contacted, nextScore: i < back ? 8 : 3 }))
    const { difference } = recovery([...group(true, 56, 70), ...group(false, 48, 80)])
    if (difference.kind !== 'score') throw new Error('no score')
    expect(difference.score).toBeCloseTo(0.2, 12)
    expect(difference.interval.low).toBeCloseTo(0.0524, 4)
    expect(difference.interval.high).toBeCloseTo(0.3339, 4)
  })
})

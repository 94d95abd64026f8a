import { describe, expect, test } from 'vitest'
import type { Question } from '../surveys/question.ts'
import { headlineOf, scoreLevelOf } from './headline.ts'

const questions: Question[] = [
  { id: 'why', kind: 'text', prompt: 'Why?', required: false },
  { id: 'nps', kind: 'nps', prompt: 'Would you recommend us?', required: true },
  { id: 'stars', kind: 'rating', prompt: 'How many stars?', required: false },
]

describe('the score beside Dana’s name', () => {
  test('is the one that made the rule fire', () =>
    expect(headlineOf(questions, { nps: 9, stars: 1 }, [{ question: 'stars', value: 1 }])).toEqual({
      value: 1,
      min: 1,
      max: 5,
      question: 'stars',
      nps: false,
    }))
  test('is her first score when the rule fired on something else', () =>
    expect(headlineOf(questions, { why: 'Late', nps: 2 }, [{ question: 'why', value: 'Late' }])?.value).toBe(2))
  test('is missing when she gave none', () => expect(headlineOf(questions, { why: 'Late' })).toBeNull())
})

test.each([
  [6, 0, 10, true, 'low'],
  [7, 0, 10, true, 'middle'],
  [9, 0, 10, true, 'high'],
  [2, 1, 5, false, 'low'],
  [3, 1, 5, false, 'middle'],
  [4, 1, 5, false, 'high'],
] as const)('%s on %s–%s leans %s', (value, min, max, nps, side) => expect(scoreLevelOf({ value, min, max, nps })).toBe(side))

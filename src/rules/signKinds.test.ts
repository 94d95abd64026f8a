import { describe, expect, test } from 'vitest'
import type { Question } from '../surveys/question.ts'
import { type Sign, when } from './condition.ts'
import { whyRuleDoesNotFit } from './ruleFit.ts'
import {
  firstSign,
  kindOf,
  sharedValues,
  signKinds,
  unwrapped,
  type WatchedSurvey,
  whyIncomplete,
  whyNotKind,
  clampBound,
} from './signKinds.ts'

const question = (id: string, kind: Question['kind']): Question => ({ id, kind, prompt: id, required: false })
const visit: WatchedSurvey = {
  questions: [question('nps', 'nps'), question('stars', 'rating'), question('why', 'text')],
  anonymous: false,
  locales: ['en'],
}

describe('a condition in the making', () => {
  test.each(signKinds)('%s begins as something that the survey can be asked for', kind => {
    for (const alert of ['recovery', 'excellence'] as const) {
      const sign = firstSign(kind, visit, alert)
      expect(kindOf(sign)).toBe(kind)
      expect(when.safeParse({ all: [sign] }).error).toBeUndefined()
      expect(whyRuleDoesNotFit({ all: [sign] }, visit.questions)).toBeUndefined()
    }
  })

  test('an anonymous survey is asked for series of units, not of people', () => {
    const sign = firstSign('series', { ...visit, anonymous: true }, 'recovery')
    expect(whyRuleDoesNotFit({ all: [sign] }, visit.questions, true)).toBeUndefined()
  })

  test.each<[(typeof signKinds)[number], Partial<WatchedSurvey>, RegExp]>([
    ['silence', { anonymous: true }, /who has not answered/],
    ['comment', { questions: [question('nps', 'nps')] }, /no words/],
    ['several', { questions: [question('nps', 'nps')] }, /fewer than two/],
    ['trend', { questions: [question('why', 'text')] }, /nothing on a scale/],
    ['answer', { questions: [] }, /no question/],
  ])('%s says why a survey cannot be asked for it', (kind, change, why) => {
    expect(whyNotKind(kind, { ...visit, ...change })).toMatch(why)
    expect(whyNotKind(kind, visit)).toBeUndefined()
  })

  test('questions of different scales share the values that all of them have', () => {
    expect(sharedValues(visit.questions)).toEqual([1, 2, 3, 4, 5])
    expect(sharedValues([visit.questions[2]!])).toEqual([])
  })

  test('a bound is drawn in when a question with a shorter scale joins', () => {
    expect(clampBound({ atMost: 6 }, [1, 2, 3, 4, 5])).toEqual({ atMost: 5 })
    expect(clampBound({ atLeast: 2 }, [])).toEqual({ atLeast: 2 })
  })

  test('twice not is not at all', () => {
    const low = { question: 'nps', atMost: 6 }
    expect(unwrapped({ not: { not: low } })).toEqual({ not: false, inner: low })
    expect(unwrapped({ not: low })).toEqual({ not: true, inner: low })
  })

  test.each<[Sign, boolean]>([
    [{ comment: {} }, true],
    [{ comment: { negative: false } }, false],
    [{ several: { questions: ['nps'], atMost: 3, count: 1 } }, true],
  ])('%j is incomplete: %s', (sign, incomplete) => {
    expect(whyIncomplete(sign) !== undefined).toBe(incomplete)
  })
})

import { describe, expect, test } from 'vitest'
import type { Answers } from '../surveys/answerCondition.ts'
import { readComment } from '../comments/reading.ts'
import { factsOfAnswers, evaluate, type RuleFacts, isLasting } from './evaluate.ts'
import type { When } from './condition.ts'

const twoOrFewer: When = { all: [{ question: 'stars', atMost: 2 }] }
const both: When = { all: [{ question: 'a', atMost: 2 }, { question: 'b', atMost: 2 }] } // biome-ignore format: a row of a table
const either: When = { any: both.all }
const group: When = { all: [{ question: 'a', atMost: 2 }, { any: [{ question: 'b', equals: 'yes' }, { question: 'c', atMost: 1 }] }] } // biome-ignore format: a row of a table

describe('a rule fires', () => {
  test.each<[string, When, Answers, unknown]>([
    ['on 1 star', twoOrFewer, { stars: 1 }, [{ question: 'stars', value: 1 }]],
    ['on exactly 2 stars', twoOrFewer, { stars: 2 }, [{ question: 'stars', value: 2 }]],
    ['not on 3 stars', twoOrFewer, { stars: 3 }, null],
    ['not on a skipped question', twoOrFewer, { comment: 'bad' }, null],
    ['not on no answers at all', twoOrFewer, {}, null],
    ['on a high score', { all: [{ question: 'nps', atLeast: 9 }] }, { nps: 10 }, [{ question: 'nps', value: 10 }]],
    ['inside a range', { all: [{ question: 'nps', atLeast: 5, atMost: 6 }] }, { nps: 5 }, [{ question: 'nps', value: 5 }]],
    ['not outside a range', { all: [{ question: 'nps', atLeast: 5, atMost: 6 }] }, { nps: 4 }, null],
    ['on 0, which is an answer', { all: [{ question: 'nps', equals: 0 }] }, { nps: 0 }, [{ question: 'nps', value: 0 }]],
    ['on a choice', { all: [{ question: 'call', equals: 'yes' }] }, { call: 'yes' }, [{ question: 'call', value: 'yes' }]],
    ['not when one of all fails', both, { a: 1, b: 3 }, null],
    ['when one of any holds, told by that one', either, { a: 3, b: 1 }, [{ question: 'b', value: 1 }]],
    ['on a group inside', group, { a: 2, b: 'no', c: 1 }, [{ question: 'a', value: 2 }, { question: 'c', value: 1 }]], // biome-ignore format: a row of a table
    ['on a missing answer where that is asked for', { all: [{ question: 'a', answered: false }] }, {}, []],
  ])('%s', (_, when, answers, reasons) => expect(evaluate(when, factsOfAnswers(answers))).toEqual(reasons))
})

const untaught = { version: 0, themes: [], learned: undefined, picked: new Map(), seeds: true }

const furious = 'The fitter was rude and the kitchen is ruined. I will cancel my contract. Please call me.'
const saying = (why: string, stars = 5): RuleFacts => ({
  ...factsOfAnswers({ why, stars }),
  readings: new Map([['why', readComment(untaught, why)]]),
})

describe('a rule on what a comment says fires', () => {
  test.each<[string, When, string, boolean]>([
    ['on a negative one, whatever the score', { all: [{ comment: { question: 'why', negative: true } }] }, furious, true],
    ['not on a friendly one', { all: [{ comment: { negative: true } }] }, 'Lovely people, thank you!', false],
    ['on a threat to leave', { all: [{ comment: { leaving: true } }] }, furious, true],
    ['on the wish to be called', { all: [{ comment: { call: true } }] }, furious, true],
    ['on a phrase, whatever its case and spacing', { all: [{ comment: { phrases: ['KITCHEN  is'] } }] }, furious, true],
    ['not on a part of a word', { all: [{ comment: { phrases: ['kit'] } }] }, furious, false],
    ['joined to the score', { all: [{ comment: { negative: true } }, { question: 'stars', atLeast: 5 }] }, furious, true],
    [
      'not when the score says otherwise',
      { all: [{ comment: { negative: true } }, { question: 'stars', atMost: 2 }] },
      furious,
      false,
    ],
    ['not when another question is meant', { all: [{ comment: { question: 'stars', negative: true } }] }, furious, false],
  ])('%s', (_, when, why, fires) => expect(evaluate(when, saying(why)) !== null).toBe(fires))

  test('and tells the place, not the words', () => {
    const [reason] = evaluate({ all: [{ comment: { question: 'why', phrases: ['kitchen'] } }] }, saying(furious))!
    expect(reason).toEqual({ question: 'why', comment: [{ start: 28, end: 35, why: '“kitchen”' }] })
    expect(furious.slice(28, 35)).toBe('kitchen')
  })
})

describe('a rule on a series fires', () => {
  const rule: When = { all: [{ series: { question: 'stars', atMost: 2, count: 2, of: 3, per: 'person' } }] }
  test.each<[string, number[], boolean]>([
    ['on the second low answer', [2, 1], true],
    ['on two of the last three', [1, 5, 2], true],
    ['not on the first', [2], false],
    ['not when the other low one is too long ago', [2, 4, 5, 1], false],
    ['not on a good answer after two bad ones', [5, 1, 1], false],
  ])('%s', (_, values, fires) => {
    const reasons = evaluate(rule, { ...factsOfAnswers({ stars: values[0]! }), series: () => values })
    expect(reasons !== null).toBe(fires)
    if (reasons) expect(isLasting(reasons)).toBe(true)
  })
  test('not where nobody knows whose answers they are', () => expect(evaluate(rule, factsOfAnswers({ stars: 1 }))).toBeNull())
})

test('a rule on several questions of one answer counts those that are low', () => {
  const rule: When = { all: [{ several: { questions: ['a', 'b', 'c'], atMost: 2, count: 2 } }] }
  expect(evaluate(rule, factsOfAnswers({ a: 1, b: 5, c: 2 }))).toEqual([
    { question: 'a', value: 1 },
    { question: 'c', value: 2 },
  ])
  expect(evaluate(rule, factsOfAnswers({ a: 1, b: 5 }))).toBeNull()
})

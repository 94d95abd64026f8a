import { describe, expect, test } from 'vitest'
import { type Answered, evaluate } from './evaluate.ts'
import type { When } from './rule.ts'

const scored = (number: number): Answered => ({ number, text: null, choices: [] })
const said = (text: string): Answered => ({ number: null, text, choices: [] })
const chose = (...choices: string[]): Answered => ({ number: null, text: null, choices })

const twoOrFewer: When = { all: [{ question: 'stars', atMost: 2 }] }

describe('a rule fires', () => {
  test.each<[string, When, Record<string, Answered>, unknown]>([
    ['on 1 star', twoOrFewer, { stars: scored(1) }, [{ question: 'stars', value: 1 }]],
    ['on exactly 2 stars', twoOrFewer, { stars: scored(2) }, [{ question: 'stars', value: 2 }]],
    ['not on 3 stars', twoOrFewer, { stars: scored(3) }, null],
    ['not on a skipped question', twoOrFewer, { comment: said('bad') }, null],
    ['not on no answers at all', twoOrFewer, {}, null],
    ['on a high score', { all: [{ question: 'nps', atLeast: 9 }] }, { nps: scored(10) }, [{ question: 'nps', value: 10 }]],
    [
      'inside a range',
      { all: [{ question: 'nps', atLeast: 5, atMost: 6 }] },
      { nps: scored(5) },
      [{ question: 'nps', value: 5 }],
    ],
    ['not outside a range', { all: [{ question: 'nps', atLeast: 5, atMost: 6 }] }, { nps: scored(4) }, null],
    ['on 0, which is an answer', { all: [{ question: 'nps', equals: 0 }] }, { nps: scored(0) }, [{ question: 'nps', value: 0 }]],
    ['on a choice', { all: [{ question: 'call', equals: 'yes' }] }, { call: chose('yes') }, [{ question: 'call', value: 'yes' }]],
    [
      'on one of several choices',
      { all: [{ question: 'what', equals: 'late' }] },
      { what: chose('rude', 'late') },
      [{ question: 'what', value: 'late' }],
    ],
    [
      'not when one of all fails',
      {
        all: [
          { question: 'a', atMost: 2 },
          { question: 'b', atMost: 2 },
        ],
      },
      { a: scored(1), b: scored(3) },
      null,
    ],
    [
      'when one of any holds',
      {
        any: [
          { question: 'a', atMost: 2 },
          { question: 'b', atMost: 2 },
        ],
      },
      { a: scored(3), b: scored(1) },
      [{ question: 'b', value: 1 }],
    ],
    [
      'on a group inside',
      {
        all: [
          { question: 'a', atMost: 2 },
          {
            any: [
              { question: 'b', equals: 'yes' },
              { question: 'c', atMost: 1 },
            ],
          },
        ],
      },
      { a: scored(2), b: chose('no'), c: scored(1) },
      [
        { question: 'a', value: 2 },
        { question: 'c', value: 1 },
      ],
    ],
  ])('%s', (_, when, answers, reasons) => expect(evaluate(when, new Map(Object.entries(answers)))).toEqual(reasons))
})

import { describe, expect, test } from 'vitest'
import type { Answers } from '../surveys/condition.ts'
import { evaluate } from './evaluate.ts'
import type { When } from './rule.ts'

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
  ])('%s', (_, when, answers, reasons) => expect(evaluate(when, answers)).toEqual(reasons))
})

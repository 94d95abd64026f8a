import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkAnswers } from './answers.ts'
import { conditionHolds, answerTestsOf, type Condition } from './answerCondition.ts'
import { askedQuestions } from './showIf.ts'

const speed = { desk: 4, doctor: 5 }

describe('a show-if rule', () => {
  test.each<[Condition, boolean]>([
    [{ question: 'stars', atMost: 2 }, true],
    [{ question: 'stars', atLeast: 2 }, true],
    [{ question: 'stars', atLeast: 1, atMost: 1 }, false],
    [{ question: 'stars', equals: 2 }, true],
    [{ question: 'stars', equals: '2' }, true],
    [{ question: 'why', includes: 'too-slow' }, true],
    [{ question: 'why', equals: 'too-slow' }, true],
    [{ question: 'speed', row: 'desk', atLeast: 4 }, true],
    [{ question: 'speed', row: 'nobody', atLeast: 0 }, false],
    [{ question: 'words', answered: false }, true],
    [{ question: 'words', atMost: 10 }, false],
    [{ not: { question: 'words', answered: true } }, true],
    [
      {
        all: [
          { question: 'stars', atMost: 2 },
          { question: 'words', answered: true },
        ],
      },
      false,
    ],
    [
      {
        any: [
          { question: 'stars', atMost: 2 },
          { question: 'words', answered: true },
        ],
      },
      true,
    ],
    [{ question: 'constructor', answered: true }, false],
  ])('%j is %s', (condition, so) => expect(conditionHolds(condition, { stars: 2, why: ['too-slow'], speed })).toBe(so))

  const leaf = fc.record({ question: fc.constantFrom('q0', 'q1', 'q2', 'q3', 'q4'), atMost: fc.integer({ min: 0, max: 10 }) })
  const condition: fc.Arbitrary<Condition> = fc.oneof(
    leaf,
    leaf.map(one => ({ not: one })),
    fc.array(leaf, { minLength: 1, maxLength: 3 }).map(any => ({ any })),
    fc.array(leaf, { minLength: 1, maxLength: 3 }).map(all => ({ all })),
  )
  const rules = fc.array(fc.option(condition, { nil: undefined }), { minLength: 5, maxLength: 5 })
  const answers = fc.dictionary(fc.constantFrom('q0', 'q1', 'q2', 'q3', 'q4'), fc.integer({ min: 0, max: 10 }))

  test('never depends on a later question', () => {
    fc.assert(
      fc.property(rules, answers, fc.integer({ min: 0, max: 10 }), (showIfs, some, other) => {
        const questions = showIfs.map((showIf, i) => ({
          id: `q${i}`,
          kind: 'nps' as const,
          prompt: 'x',
          required: false,
          showIf,
        }))
        const upTo3 = (given: typeof some) =>
          askedQuestions(questions, given)
            .questions.map(({ id }) => id)
            .filter(id => id < 'q3')
        expect(upTo3({ ...some, q3: other, q4: other })).toEqual(upTo3(some))
        expect(checkAnswers({ questions, translations: {} }, some).answers).toEqual(askedQuestions(questions, some).answers)
      }),
    )
  })
  test('names every question it looks at', () =>
    expect(
      answerTestsOf({ all: [{ question: 'a', atMost: 1 }, { not: { any: [{ question: 'b', answered: true }] } }] }),
    ).toHaveLength(2))
})

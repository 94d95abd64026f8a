import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { translator } from '../kit/translator.ts'
import { checkAnswers } from './answers.ts'
import { holds, leavesOf, type Condition } from './condition.ts'
import { answersFrom, fieldName } from './form.ts'
import { questionnaireInput } from './questionnaire.ts'
import { shown } from './showIf.ts'
import { thanksFor } from './thanks.ts'

const visit = questionnaireInput.parse({
  locale: 'en',
  questions: [
    { id: 'stars', kind: 'rating', prompt: 'How was your visit?', required: true },
    {
      id: 'why',
      kind: 'choices',
      prompt: 'Why?',
      options: ['Too slow', 'Too loud', 'Too dear'],
      showIf: { question: 'stars', atMost: 2 },
    },
    {
      id: 'call',
      kind: 'choice',
      prompt: 'May we call?',
      options: ['Yes', 'No'],
      required: true,
      showIf: { question: 'why', includes: 'too-slow' },
    },
    { id: 'speed', kind: 'matrix', prompt: 'How quick were …', rows: ['Desk', 'Doctor'], required: true },
    { id: 'words', kind: 'text', prompt: 'Anything else?' },
  ],
  thanks: [{ id: 'sorry', atMost: 2, title: 'We are sorry' }, { title: 'Thank you' }],
  translations: { de: { 'why.option.too-loud': 'Zu laut' } },
})
const speed = { desk: 4, doctor: 5 }

describe('answers', () => {
  test.each([
    {
      story: 'Dana answers all',
      given: { stars: 1, why: ['too-slow'], call: 'yes', speed, words: 'Nobody rang' },
      complete: true,
    },
    { story: 'happy Carl is not asked why', given: { stars: 5, speed }, complete: true },
    { story: 'a number may come as text', given: { stars: ' 5 ', speed: { desk: '4', doctor: '5' } }, complete: true },
    { story: 'options by their words', given: { stars: 2, why: ['too LOUD', 'Zu laut', 'Too dear'], speed }, complete: true },
    { story: 'one row is not answered', given: { stars: 5, speed: { desk: 4 } }, complete: false },
    { story: 'the required one is blank', given: { stars: '', speed }, complete: false },
  ])('$story', ({ given, complete }) => expect(checkAnswers(visit, given).complete).toBe(complete))

  test('hidden ones are dropped, and so is what depends on them', () => {
    const { answers } = checkAnswers(visit, { stars: 5, why: ['too-slow'], call: 'yes', speed })
    expect(answers).toEqual({ stars: 5, speed })
  })
  test('chosen options come in the order of the questionnaire, each once', () =>
    expect(checkAnswers(visit, { stars: 1, why: ['Too dear', 'too-slow', 'Zu laut', 'too-dear'] }).answers).toMatchObject({
      why: ['too-slow', 'too-loud', 'too-dear'],
    }))
  test('text is cleaned, not cut', () =>
    expect(checkAnswers(visit, { words: ' cafe\u0301\r\nnext\u0000 \ud800' }).answers).toEqual({ words: 'café\nnext \ufffd' }))

  test.each([
    [{ stars: 6 }, 'answers.stars', 'Please choose a number from 1 to 5.'],
    [{ stars: 2.5 }, 'answers.stars', 'from 1 to 5'],
    [{ stars: 'five' }, 'answers.stars', 'from 1 to 5'],
    [{ stars: 1, why: ['too-slow', 'weather'] }, 'answers.why', 'one of the answers shown'],
    [{ stars: 1, why: { a: 1 } }, 'answers.why', 'one of the answers shown'],
    [{ speed: { desk: 9 } }, 'answers.speed.desk', 'from 1 to 5'],
    [{ speed: { window: 3 } }, 'answers.speed.window', 'no row “window”'],
    [{ speed: [1] }, 'answers.speed', 'row by row'],
    [{ words: 'x'.repeat(10_001) }, 'answers.words', '10001 characters, 10000 fit'],
    [{ words: {} }, 'answers.words', 'write text'],
    [{ shoes: 44 }, 'answers.shoes', 'no question “shoes”'],
  ])('%j: %s %s', (given, path, message) => {
    const { problems } = checkAnswers(visit, given)
    expect(problems).toHaveLength(1)
    expect(problems[0]!.path).toBe(path)
    expect(problems[0]!.message.replace(/[\s,]/g, ' ')).toContain(message.replace(/[\s,]/g, ' '))
  })

  test('good ones are kept where others are wrong', () =>
    expect(checkAnswers(visit, { stars: 9, words: 'late' }).answers).toEqual({ words: 'late' }))
  test('a required one is missed only at the end, and named once', () => {
    expect(checkAnswers(visit, {})).toMatchObject({ problems: [], missing: ['stars', 'speed'], complete: false })
    expect(checkAnswers(visit, { stars: 9 }, { finish: true }).problems.map(({ path }) => path)).toEqual([
      'answers.stars',
      'answers.speed',
    ])
  })
  test('strangers may be ignored', () => expect(checkAnswers(visit, { shoes: 44 }, { strangers: 'ignore' }).problems).toEqual([]))
  test('problems are told in the language of who answers', () =>
    expect(checkAnswers(visit, { stars: 6 }, { t: translator('pseudo') }).problems[0]!.message).not.toContain('Please'))

  const given = fc.dictionary(
    fc.oneof(fc.constantFrom('stars', 'why', 'call', 'speed', 'words', '__proto__', 'constructor'), fc.string()),
    fc.oneof(
      fc.integer({ min: -1, max: 7 }),
      fc.constantFrom('too-slow', 'Too loud', 'yes', '3', null),
      fc.string({ unit: 'binary' }),
      fc.array(fc.constantFrom('too-slow', 'Too loud', 'x')),
      fc.dictionary(fc.constantFrom('desk', 'doctor', 'x'), fc.integer({ min: 0, max: 6 })),
      fc.jsonValue(),
    ),
  )
  test('reading them again changes nothing', () => {
    fc.assert(
      fc.property(given, some => {
        const once = checkAnswers(visit, some)
        const again = checkAnswers(visit, once.answers)
        expect(again.answers).toEqual(once.answers)
        expect(again.problems).toEqual([])
        expect(again.missing).toEqual(once.missing)
      }),
    )
  })
  test('what is kept can be stored as JSON', () => {
    fc.assert(
      fc.property(given, some => {
        const { answers } = checkAnswers(visit, some)
        const json = JSON.stringify(answers)
        expect(JSON.parse(json)).toEqual(answers)
        expect(json).not.toMatch(/\\u0000|\\ud[89ab]..(?!\\ud)/)
      }),
    )
  })
})

describe('a form without JavaScript', () => {
  test('gives the same answers as JSON', () => {
    const fields = {
      'q.stars': '1',
      'q.why': ['too-slow', 'too-dear'],
      'q.call': 'no',
      'q.speed.desk': '4',
      'q.speed.doctor': '5',
      'q.words': 'a\r\nb',
      token: 'x',
    }
    const json = { stars: 1, why: ['too-slow', 'too-dear'], call: 'no', speed, words: 'a\nb' }
    expect(checkAnswers(visit, answersFrom(fields, visit.questions))).toEqual(checkAnswers(visit, json))
  })
  test('one ticked box is a list of one', () =>
    expect(checkAnswers(visit, answersFrom({ 'q.stars': '1', 'q.why': 'too-loud' }, visit.questions)).answers).toMatchObject({
      why: ['too-loud'],
    }))
  test('names its fields by question and row', () =>
    expect([fieldName('stars'), fieldName('speed', 'desk')]).toEqual(['q.stars', 'q.speed.desk']))
})

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
  ])('%j is %s', (condition, so) => expect(holds(condition, { stars: 2, why: ['too-slow'], speed })).toBe(so))

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
          shown(questions, given)
            .questions.map(({ id }) => id)
            .filter(id => id < 'q3')
        expect(upTo3({ ...some, q3: other, q4: other })).toEqual(upTo3(some))
        expect(checkAnswers({ questions, translations: {} }, some).answers).toEqual(shown(questions, some).answers)
      }),
    )
  })
  test('names every question it looks at', () =>
    expect(leavesOf({ all: [{ question: 'a', atMost: 1 }, { not: { any: [{ question: 'b', answered: true }] } }] })).toHaveLength(
      2,
    ))
})

describe('thank-you pages', () => {
  test.each([
    [{ stars: 1 }, 'We are sorry'],
    [{ stars: 5 }, 'Thank you'],
    [{}, 'Thank you'],
  ])('%j: %s', (answers, title) => expect(thanksFor(visit, answers)!.title).toBe(title))
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { visit } from '../../test/visit.ts'
import { translator } from '../kit/translator.ts'
import { checkAnswers } from './answers.ts'

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

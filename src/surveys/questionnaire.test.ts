import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { limits } from './question.ts'
import { questionnaireInput, questionnaireSchema } from './questionnaire.ts'

const stars = { id: 'stars', kind: 'rating', prompt: 'How was it?' }
const read = (questions: object[], more: object = {}) => questionnaireInput.parse({ locale: 'en', questions, ...more })

describe('a questionnaire', () => {
  test('needs a language and questions, all else has defaults', () =>
    expect(read([stars])).toEqual({
      title: '',
      about: '',
      locale: 'en',
      locales: ['en'],
      questions: [{ ...stars, required: false, scale: { min: 1, max: 5 } }],
      thanks: [],
      wording: {},
      brand: {},
      anonymous: false,
      closesAt: null,
      quota: null,
      translations: {},
    }))
  test('takes options as plain words and gives them ids', () =>
    expect(
      read([{ ...stars, kind: 'choice', options: ['Too slow!', 'Too slow?', 'سريع', { id: 'x', label: 'Other' }, 'Größe'] }])
        .questions[0]!.options,
    ).toEqual([
      { id: 'too-slow', label: 'Too slow!' },
      { id: 'too-slow-2', label: 'Too slow?' },
      { id: 'o3', label: 'سريع' },
      { id: 'x', label: 'Other' },
      { id: 'gro-e', label: 'Größe' },
    ]))
  test('is offered in the languages it is translated to', () =>
    expect(read([stars], { translations: { de: { 'stars.prompt': 'Wie war es?' } } }).locales).toEqual(['en', 'de']))

  test.each([
    ['two questions with one id', [stars, stars]],
    ['a dot in an id', [{ ...stars, id: 'a.b' }]],
    ['an unknown kind', [{ ...stars, kind: 'slider' }]],
    ['a NUL', [{ ...stars, prompt: 'a\u0000b' }]],
    ['a scale of a hundred', [{ ...stars, scale: { min: 1, max: 100 } }]],
    ['a condition that says nothing', [{ ...stars, showIf: { question: 'x' } }]],
    ['too many options', [{ ...stars, kind: 'choice', options: Array.from({ length: limits.options + 1 }, (_, i) => `o ${i}`) }]],
    ['too many questions', Array.from({ length: limits.questions + 1 }, (_, i) => ({ ...stars, id: `q${i}` }))],
  ])('refuses %s', (_, questions) => expect(questionnaireInput.safeParse({ locale: 'en', questions }).success).toBe(false))

  test('refuses a condition of any depth in words, not with a crash', () => {
    let showIf: object = { question: 'stars', atMost: 2 }
    for (let i = 0; i < 50_000; i++) showIf = { not: showIf }
    expect(questionnaireInput.safeParse({ locale: 'en', questions: [{ ...stars, showIf }] }).success).toBe(false)
  })

  test('reads what it stored', () => {
    const option = fc.oneof(
      fc.string({ minLength: 1, maxLength: 20 }).filter(s => !s.includes('\u0000')),
      fc.record({ label: fc.constantFrom('Yes', 'No', 'ja') }),
    )
    const question = fc.record({
      kind: fc.constantFrom('nps', 'csat', 'ces', 'rating', 'choice', 'choices', 'text', 'matrix'),
      prompt: fc.constant('x'),
      options: fc.array(option, { maxLength: 6 }),
      rows: fc.array(option, { maxLength: 6 }),
    })
    fc.assert(
      fc.property(fc.array(question, { maxLength: 6 }), questions => {
        const stored = read(questions.map((one, i) => ({ ...one, id: `q${i}` })))
        expect(questionnaireInput.parse(stored)).toEqual(stored)
        expect(questionnaireSchema.parse(JSON.parse(JSON.stringify(stored)))).toEqual(stored)
      }),
    )
  })
  test('can be described in OpenAPI, both ways', () => {
    expect(JSON.stringify(z.toJSONSchema(questionnaireInput, { io: 'input' })).length).toBeLessThan(100_000)
    expect(JSON.stringify(z.toJSONSchema(questionnaireSchema)).length).toBeLessThan(100_000)
  })
})

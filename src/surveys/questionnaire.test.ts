import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { limits } from './question.ts'
import { questionnaireInput, questionnaireSchema } from './questionnaire.ts'
import { whyNotPublish } from './readiness.ts'
import { startFrom, templateLocales } from './template.ts'
import { templates } from './templates.ts'
import { completeness, directionOf, inLanguage, languageFor, textsOf } from './translation.ts'
import { brokenBy, changesIn } from './versions.ts'

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

describe('a draft cannot be published', () => {
  const choice = { id: 'why', kind: 'choice', prompt: 'Why?', options: ['Slow', 'Loud'] }
  test.each([
    ['without questions', [], 'questions'],
    ['with a blank question', [{ ...stars, prompt: ' ' }], 'questions.0.prompt'],
    ['with one option', [{ ...choice, options: ['Slow'] }], 'questions.0.options'],
    ['with two options that say the same', [{ ...choice, options: ['Slow', 'Slow '] }], 'questions.0.options'],
    ['with a matrix without rows', [{ id: 'm', kind: 'matrix', prompt: 'x' }], 'questions.0.rows'],
    ['with NPS on five', [{ ...stars, kind: 'nps', scale: { min: 1, max: 5 } }], 'questions.0.scale'],
    [
      'with a rule about a later question',
      [{ ...choice, showIf: { question: 'stars', atMost: 2 } }, stars],
      'questions.0.showIf',
    ],
    ['with a rule about itself', [{ ...stars, showIf: { question: 'stars', atMost: 2 } }], 'questions.0.showIf'],
    ['with a rule no answer can meet', [stars, { ...choice, showIf: { question: 'stars', atLeast: 6 } }], 'questions.1.showIf'],
    [
      'with a rule about an option that is not there',
      [choice, { ...stars, showIf: { question: 'why', includes: 'dear' } }],
      'questions.1.showIf',
    ],
    ['with a number rule about words', [choice, { ...stars, showIf: { question: 'why', atMost: 3 } }], 'questions.1.showIf'],
  ])('%s', (_, questions, path) => expect(whyNotPublish(read(questions)).map(problem => problem.path)).toEqual([path]))
  test('but can be once all is well', () =>
    expect(whyNotPublish(read([stars, { ...choice, showIf: { question: 'stars', atMost: 2 } }]))).toEqual([]))
})

describe('templates', () => {
  test.each(
    templates.flatMap(template => templateLocales.map(locale => [template.id, locale, startFrom(template, locale)] as const)),
  )('%s in %s can be published at once, in all its languages', (_, locale, questionnaire) => {
    expect(questionnaireSchema.parse(questionnaire)).toEqual(questionnaire)
    expect(whyNotPublish(questionnaire)).toEqual([])
    expect(questionnaire.locale).toBe(locale)
    for (const { missing } of completeness(questionnaire)) expect(missing).toEqual([])
  })
  test('have names of their own', () => expect(new Set(templates.map(({ id }) => id)).size).toBe(templates.length))
  test('say the same in German, whichever language one starts from', () => {
    const texts = (locale: 'en' | 'de') => textsOf(inLanguage(startFrom(templates[0]!, locale), 'de'))
    expect(texts('en')).toEqual(texts('de'))
  })
})

describe('translations', () => {
  const words = fc.stringMatching(/^[A-Za-z]{1,12}$/)
  const questionnaire = fc
    .record({
      title: words,
      prompts: fc.array(words, { minLength: 1, maxLength: 5 }),
      options: fc.array(words, { minLength: 2, maxLength: 4 }),
      low: words,
    })
    .map(({ title, prompts, options, low }) =>
      read(
        prompts.flatMap((prompt, i) => [
          { id: `r${i}`, kind: 'rating', prompt, scale: { min: 1, max: 5, labels: { 1: low } } },
          { id: `c${i}`, kind: 'choice', prompt, hint: low, options },
        ]),
        { title, thanks: [{ title, text: low, link: { label: low, url: 'https://example.org' } }], wording: { send: low } },
      ),
    )
  test('a full one leaves no word of the first language', () => {
    fc.assert(
      fc.property(questionnaire, original => {
        const de = Object.fromEntries(textsOf(original).map(({ key, text }) => [key, `«${text}»`]))
        const translated = inLanguage({ ...original, locales: ['en', 'de'], translations: { de } }, 'de')
        expect(textsOf(translated).every(({ text }) => text.startsWith('«'))).toBe(true)
        expect(textsOf(translated)).toHaveLength(textsOf(original).length)
        expect(completeness({ ...original, locales: ['en', 'de'], translations: { de } })[1]).toMatchObject({
          missing: [],
          total: textsOf(original).length,
        })
      }),
    )
  })
  test('none changes nothing but the language', () => {
    fc.assert(
      fc.property(questionnaire, original => {
        expect(inLanguage(original, 'fr')).toEqual({ ...original, locale: 'fr' })
      }),
    )
  })
  test('what is missing is named', () => {
    const half = read([{ ...stars, hint: 'One is bad' }], {
      translations: { de: { 'stars.prompt': 'Wie war es?', 'stars.hint': ' ' } },
    })
    expect(completeness(half)).toMatchObject([
      { locale: 'en', done: 2, total: 2 },
      { locale: 'de', done: 1, total: 2, missing: [{ key: 'stars.hint', text: 'One is bad' }] },
    ])
    expect(inLanguage(half, 'de').questions[0]).toMatchObject({ prompt: 'Wie war es?', hint: 'One is bad' })
  })
  test.each([
    ['en', 'ltr'],
    ['ar', 'rtl'],
    ['he', 'rtl'],
    ['fa-IR', 'rtl'],
    ['ku-Arab', 'rtl'],
    ['ku', 'ltr'],
    ['nonsense!', 'ltr'],
  ])('%s is written %s', (locale, dir) => expect(directionOf(locale)).toBe(dir))
  test.each([
    [['de-AT', 'en'], 'de'],
    [['fr', 'ar-EG'], 'ar'],
    [['fr'], 'en'],
    [[], 'en'],
  ])('who wants %j gets %s', (wanted, got) =>
    expect(languageFor({ locale: 'en', locales: ['en', 'de', 'ar'] }, wanted)).toBe(got),
  )
})

describe('a draft against what is published', () => {
  const choice = { id: 'why', kind: 'choice', prompt: 'Why?', options: ['Slow', 'Loud'] }
  const published = read([stars, choice])
  test.each([
    ['nothing', [stars, choice], []],
    ['a question more', [stars, choice, { id: 'n', kind: 'nps', prompt: 'New?' }], ['harmless “New?” is new.']],
    ['a score less', [choice], ['breaks “How was it?” is no longer asked.']],
    ['another kind', [{ ...stars, kind: 'csat' }, choice], ['breaks “How was it?” is another kind of question.']],
    [
      'another scale',
      [{ ...stars, scale: { min: 1, max: 7 } }, choice],
      ['breaks “How was it?” has another scale: 1–5 before, 1–7 now.'],
    ],
    ['other words', [{ ...stars, prompt: 'And?' }, choice], ['careful “And?” is worded anew; it was “How was it?”.']],
    ['another order', [choice, stars], ['careful The questions come in another order.']],
    [
      'an option less',
      [stars, { ...choice, options: ['Slow', 'Dear'] }],
      ['breaks “Why?” no longer offers “Loud”.', 'careful “Why?” now offers “Dear”.'],
    ],
    ['required now', [{ ...stars, required: true }, choice], ['careful “How was it?” is now required.']],
  ])('changes %s', (_, questions, words) =>
    expect(changesIn(published, read(questions)).map(change => `${change.effect} ${change.words}`)).toEqual(words),
  )
  test('names the numbers that start anew', () => expect(brokenBy(changesIn(published, read([choice])))).toEqual(['stars']))
  test('tells a new language and a lost anonymity', () =>
    expect(
      changesIn({ ...published, anonymous: true }, { ...published, locales: ['en', 'de'] }).map(({ words }) => words),
    ).toEqual(['Answers are no longer anonymous.', 'Now also in: de.']))
  test('is silent about itself', () => {
    for (const template of templates) expect(changesIn(startFrom(template), startFrom(template))).toEqual([])
  })
})

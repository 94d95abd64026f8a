import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { questionnaireInput } from './questionnaire.ts'
import { completeness, directionOf, inLanguage, languageFor, textsOf } from './translation.ts'

const stars = { id: 'stars', kind: 'rating', prompt: 'How was it?' }
const read = (questions: object[], more: object = {}) => questionnaireInput.parse({ locale: 'en', questions, ...more })

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

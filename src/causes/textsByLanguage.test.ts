import { expect, it } from 'vitest'
import { wordsFor } from './textsByLanguage.ts'

const texts = { en: 'We warn you.', de: 'Wir warnen Sie.', 'pt-BR': 'Avisamos você.', fr: '  ' }

it.each([
  ['reads German', 'de', 'en', 'de'],
  ['reads Austrian German', 'de-AT', 'en', 'de'],
  ['reads Portuguese, of which there is another kind', 'pt', 'en', 'pt-BR'],
  ['reads French, which was left empty', 'fr', 'en', 'en'],
  ['reads Polish, which nobody wrote', 'pl', 'de', 'de'],
  ['reads who knows what', null, 'en', 'en'],
  ['reads Polish at a company that speaks Czech', 'pl', 'cs', 'en'],
])('whoever %s gets words they can read, else those of the organisation', (_, reader, own, locale) => {
  expect(wordsFor(texts, reader, own)).toMatchObject({ locale })
})

it('has no words where none are written', () => {
  expect(wordsFor({ en: ' ' }, 'en', 'en')).toBeUndefined()
})

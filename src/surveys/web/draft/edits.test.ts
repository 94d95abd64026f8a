import { expect, it } from 'vitest'
import { questionnaireFromTemplate } from '../../template.ts'
import { templates } from '../../templates.ts'
import { completeness, textsOf } from '../../translation.ts'
import {
  addLanguage,
  asKind,
  blankQuestion,
  duplicateQuestion,
  moveBeside,
  moveBy,
  putQuestion,
  removeLanguage,
  removeQuestion,
  translate,
} from './edits.ts'
import { questionnaireInput, questionnaireSchema } from '../../questionnaire.ts'
import { questionKinds } from '../../question.ts'
import { knownWords } from '../translate/knownWords.ts'

const visit = questionnaireFromTemplate(templates.find(({ id }) => id === 'visit')!)
const ids = (draft: typeof visit) => draft.questions.map(({ id }) => id)

it.each(questionKinds)('makes a blank %s that the server takes as it is', kind => {
  const draft = putQuestion(visit, blankQuestion(kind))
  expect(questionnaireSchema.parse(draft)).toEqual(draft)
  expect(questionnaireInput.parse(draft).questions.at(-1)).toEqual(draft.questions.at(-1))
})

it('never gives the same id twice', () => {
  expect(new Set(Array.from({ length: 50 }, () => blankQuestion('text').id)).size).toBe(50)
})

it('moves questions beside another and by one', () => {
  expect(ids(moveBeside(visit, new Set(['call']), 'stars', 'before'))).toEqual(['call', 'stars', 'about', 'comment'])
  expect(ids(moveBeside(visit, new Set(['stars', 'about']), 'call', 'after'))).toEqual(['comment', 'call', 'stars', 'about'])
  expect(moveBy(visit.questions, 'stars', -1).map(({ id }) => id)).toEqual(ids(visit))
  expect(moveBy(visit.questions, 'stars', 1).map(({ id }) => id)).toEqual(['about', 'stars', 'comment', 'call'])
})

it('duplicates a question with what it says in every language', () => {
  const draft = duplicateQuestion(visit, 'about', 'about2')
  expect(ids(draft)).toEqual(['stars', 'about', 'about2', 'comment', 'call'])
  expect(completeness(draft).map(({ missing }) => missing)).toEqual([[], [], []])
})

it('removes a question, and puts it back with its translations whatever changed since', () => {
  const [without, putBack] = removeQuestion(visit, 'about')
  expect(Object.keys(without.translations['de']!).some(key => key.startsWith('about.'))).toBe(false)
  const later = { ...without, title: 'Another title' }
  expect(putBack(later)).toEqual({ ...visit, title: 'Another title' })
})

it('keeps what fits when a question is asked in another way', () => {
  const about = visit.questions.find(({ id }) => id === 'about')!
  expect(asKind(about, 'choice').options).toEqual(about.options)
  expect(asKind(about, 'nps')).not.toHaveProperty('options')
  expect(asKind(visit.questions[0]!, 'text')).not.toHaveProperty('scale')
  expect(asKind(visit.questions[0]!, 'nps').scale).toEqual({ min: 0, max: 10 })
})

it('says an emptied translation no more, and forgets a language that is removed', () => {
  expect(translate(visit, 'de', { title: '' }).translations['de']).not.toHaveProperty('title')
  const french = addLanguage(visit, 'fr')
  expect(french.locales).toEqual(['en', 'de', 'ar', 'fr'])
  expect(removeLanguage(french, 'fr')).toEqual(visit)
  expect(removeLanguage(visit, 'en')).toBe(visit)
})

it('knows from templates how the same words are said', () => {
  const bare = { ...visit, translations: {} }
  expect(Object.keys(knownWords(bare, 'de')).sort()).toEqual(
    textsOf(visit)
      .map(({ key }) => key)
      .sort(),
  )
  expect(knownWords({ ...bare, title: 'Words nobody said' }, 'de')).not.toHaveProperty('title')
  expect(knownWords(visit, 'de')).toEqual({})
})

import { describe, expect, test } from 'vitest'
import { questionnaireInput } from './questionnaire.ts'
import { questionnaireFromTemplate } from './template.ts'
import { templates } from './templates.ts'
import { questionsBrokenBy, questionnaireChanges } from './questionnaireChanges.ts'

const stars = { id: 'stars', kind: 'rating', prompt: 'How was it?' }
const read = (questions: object[], more: object = {}) => questionnaireInput.parse({ locale: 'en', questions, ...more })

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
    expect(questionnaireChanges(published, read(questions)).map(change => `${change.effect} ${change.words}`)).toEqual(words),
  )
  test('names the numbers that start anew', () =>
    expect(questionsBrokenBy(questionnaireChanges(published, read([choice])))).toEqual(['stars']))
  test('tells a new language and a lost anonymity', () =>
    expect(
      questionnaireChanges({ ...published, anonymous: true }, { ...published, locales: ['en', 'de'] }).map(({ words }) => words),
    ).toEqual(['Answers are no longer anonymous.', 'Now also in: de.']))
  test('is silent about itself', () => {
    for (const template of templates)
      expect(questionnaireChanges(questionnaireFromTemplate(template), questionnaireFromTemplate(template))).toEqual([])
  })
})

import { describe, expect, test } from 'vitest'
import { questionnaireInput } from './questionnaire.ts'
import { whyNotPublish } from './readiness.ts'

const stars = { id: 'stars', kind: 'rating', prompt: 'How was it?' }
const read = (questions: object[], more: object = {}) => questionnaireInput.parse({ locale: 'en', questions, ...more })

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

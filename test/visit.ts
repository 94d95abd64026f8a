import { questionnaireInput } from '../src/surveys/questionnaire.ts'

/** A survey after a visit: with conditions, a matrix, two thank-you pages and a German word. */
export const visit = questionnaireInput.parse({
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

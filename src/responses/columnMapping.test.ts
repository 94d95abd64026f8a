import { describe, expect, test } from 'vitest'
import { questionnaireInput } from '../surveys/questionnaire.ts'
import { guessMapping, readMapping } from './columnMapping.ts'

const survey = questionnaireInput.parse({
  locale: 'en',
  questions: [
    { id: 'stars', kind: 'rating', prompt: 'How was it?', required: true },
    { id: 'why', kind: 'choices', prompt: 'Why?', options: ['Too slow', 'Too loud', 'None'] },
    { id: 'speed', kind: 'matrix', prompt: 'How quick?', rows: ['Desk', 'Doctor'] },
    { id: 'comment', kind: 'text', prompt: 'Tell us more' },
    { id: 'email', kind: 'text', prompt: 'A question with an unlucky id' },
  ],
})

const header = ['id', 'Stars', 'Reasons', 'Desk', 'Doctor', 'Comment', 'Day', 'Mail', 'Trust', 'Ward']

describe('a mapping of columns', () => {
  test.each([
    [{ Sterne: 'stars' }, 'The table has no column “Sterne”. It has: id, Stars'],
    [{ Stars: 'shoes' }, '“shoes” is neither a question'],
    [{ Stars: 'speed' }, '“speed” is neither a question'],
    [{ Stars: 'speed.window' }, '“speed.window” is neither'],
    [{ Stars: 'segment.' }, '“segment.” is neither'],
    [{ Stars: 'stars', Desk: 'stars' }, 'Two columns hold “stars”: “Stars” and “Desk”.'],
    [{ Day: 'respondedAt' }, 'Say which column answers which question.'],
  ])('%j is refused: %s', (map, message) => expect(() => readMapping(map, header, survey.questions)).toThrow(message))
  test('can mean a question by an unlucky id', () =>
    expect(readMapping({ Stars: 'stars', Mail: 'answer.email' }, header, survey.questions)[1]!.target).toEqual({
      kind: 'question',
      question: 'email',
    }))
  test('is proposed by the names of columns', () =>
    expect(guessMapping(['STARS', 'Tell us more', 'date', 'E-Mail', 'Standort', 'x'], survey.questions)).toEqual({
      STARS: 'stars',
      'Tell us more': 'comment',
      date: 'respondedAt',
      'E-Mail': 'email',
      Standort: 'unit',
    }))
  test('is proposed whole for a table that was exported from here', () =>
    expect(
      guessMapping(['id', 'unit', 'segment.tier', 'segment.', 'stars', 'speed.desk', 'Speed.Doctor', 'x'], survey.questions),
    ).toEqual({
      unit: 'unit',
      'segment.tier': 'segment.tier',
      stars: 'stars',
      'speed.desk': 'speed.desk',
      'Speed.Doctor': 'speed.doctor',
    }))
})

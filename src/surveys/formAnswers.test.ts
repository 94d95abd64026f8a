import { describe, expect, test } from 'vitest'
import { visit } from '../../test/visit.ts'
import { checkAnswers } from './answers.ts'
import { rawAnswersFromForm, fieldName } from './formAnswers.ts'

const speed = { desk: 4, doctor: 5 }

describe('a form without JavaScript', () => {
  test('gives the same answers as JSON', () => {
    const fields = {
      'q.stars': '1',
      'q.why': ['too-slow', 'too-dear'],
      'q.call': 'no',
      'q.speed.desk': '4',
      'q.speed.doctor': '5',
      'q.words': 'a\r\nb',
      token: 'x',
    }
    const json = { stars: 1, why: ['too-slow', 'too-dear'], call: 'no', speed, words: 'a\nb' }
    expect(checkAnswers(visit, rawAnswersFromForm(fields, visit.questions))).toEqual(checkAnswers(visit, json))
  })
  test('one ticked box is a list of one', () =>
    expect(
      checkAnswers(visit, rawAnswersFromForm({ 'q.stars': '1', 'q.why': 'too-loud' }, visit.questions)).answers,
    ).toMatchObject({
      why: ['too-loud'],
    }))
  test('names its fields by question and row', () =>
    expect([fieldName('stars'), fieldName('speed', 'desk')]).toEqual(['q.stars', 'q.speed.desk']))
})

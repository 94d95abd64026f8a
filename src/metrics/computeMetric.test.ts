import { describe, expect, test } from 'vitest'
import { questionnaireInput } from '../surveys/questionnaire.ts'
import { histogramFrom } from './histogram.ts'
import { computeMetric, metricSettingsOf, questionFor, usualMetric } from './computeMetric.ts'

const { questions } = questionnaireInput.parse({
  locale: 'en',
  questions: [
    { id: 'words', kind: 'text', prompt: 'Why?' },
    { id: 'stars', kind: 'rating', prompt: 'How was it?' },
    { id: 'score', kind: 'nps', prompt: 'Would you recommend us?' },
    { id: 'effort', kind: 'ces', prompt: 'Was it easy?' },
    { id: 'parts', kind: 'matrix', prompt: 'And …', rows: ['Desk'] },
  ],
})
const [words, stars, score, effort, parts] = questions as [(typeof questions)[0], ...typeof questions]

describe('a question and its metric', () => {
  test.each([
    [words, undefined],
    [stars, 'mean'],
    [score, 'nps'],
    [effort, 'ces'],
    [parts, undefined],
  ])('$id is asked for %s', (question, metric) => expect(usualMetric(question!)).toBe(metric))
  test.each([
    ['nps', 'score'],
    ['ces', 'effort'],
    ['mean', 'stars'],
    ['csat', 'stars'],
  ] as const)('%s is computed of %s', (metric, id) => expect(questionFor(metric, questions)!.id).toBe(id))

  test('rollup rows make a metric, though a hot day has several', () => {
    const rows = [
      [5, 3],
      [1, 1],
      [5, 2],
    ] as const
    expect(computeMetric(histogramFrom(rows), metricSettingsOf('csat', stars!))).toMatchObject({
      definition: 'csat@1',
      n: 6,
      count: 5,
    })
    expect(computeMetric(histogramFrom(rows), metricSettingsOf('mean', stars!))).toMatchObject({
      definition: 'mean@1',
      score: 26 / 6,
    })
  })
  test('effort is counted by top boxes of its scale, or as a mean where the rule says so', () => {
    const answers = histogramFrom({ 5: 1, 4: 1 })
    expect(computeMetric(answers, metricSettingsOf('ces', effort!))).toMatchObject({ score: 50, rule: { boxes: 3 } })
    expect(computeMetric(answers, metricSettingsOf('ces', effort!, { rule: 'mean' }))).toMatchObject({
      definition: 'ces-mean@1',
      score: 4.5,
    })
  })
  test('stars make no NPS', () =>
    expect(() => metricSettingsOf('nps', stars!)).toThrow('NPS needs answers from 0 to 10; “stars” is answered from 1 to 5.'))
  test('words make no mean', () =>
    expect(() => metricSettingsOf('mean', words)).toThrow('“words” is not answered with one number.'))
})

import { expect, test } from 'vitest'
import { findingSentencesOf } from './findingSentences.ts'
import type { Results } from '../questionResults.ts'

const interval = (low: number, high: number) => ({ low, high, level: 0.95, method: 'wilson' })
const share = (score: number, low: number, high: number) => ({
  kind: 'score' as const,
  definition: 'option-share@1',
  unit: 'fraction',
  score,
  n: 100,
  interval: interval(low, high),
})
const choice = (first: ReturnType<typeof share>, second: ReturnType<typeof share>) => ({
  id: 'parts',
  kind: 'choices',
  prompt: 'What was good?',
  n: 100,
  options: [
    { id: 'speed', label: 'Speed', n: 1, share: first },
    { id: 'price', label: 'Price', n: 1, share: second },
  ],
})
const results = (questions: Results['questions'], more: Partial<Results> = {}): Results => ({
  responses: 100,
  questions,
  segments: {},
  readFrom: 'rollups',
  ...more,
})

test('the score is said with its interval and what it rests on', () => {
  const nps = {
    kind: 'score' as const,
    definition: 'nps@1',
    unit: 'points',
    score: 31.2,
    n: 1842,
    interval: interval(27.6, 34.8),
  }
  const [part] = findingSentencesOf(results([{ id: 'nps', kind: 'nps', prompt: 'Recommend?', n: 1842, metric: nps }]))
  expect(part).toEqual({ words: 'NPS stands at 31 ± 4, from 1,842 answers.', question: 'nps' })
})

test('what is chosen most is claimed only beyond chance', () => {
  const sure = findingSentencesOf(results([choice(share(0.6, 0.5, 0.69), share(0.3, 0.22, 0.4))]))
  expect(sure[0]!.words).toBe('“Speed” is chosen most, by 60\u00a0%.')
  const close = findingSentencesOf(results([choice(share(0.4, 0.31, 0.5), share(0.38, 0.29, 0.48))]))
  expect(close[0]!.words).toBe('“Speed” and “Price” are chosen most; which of them is too close to call.')
})

test('where nobody chose anything, nothing is found', () => {
  expect(findingSentencesOf(results([choice(share(0, 0, 0.1), share(0, 0, 0.1))]))).toEqual([])
})

test('a number that may not be shown is not spoken of', () => {
  const hidden = { kind: 'suppressed' as const, definition: 'mean@1', needed: 3 }
  expect(findingSentencesOf(results([{ id: 'stars', kind: 'rating', prompt: 'How?', n: 2, metric: hidden }]))).toEqual([])
})

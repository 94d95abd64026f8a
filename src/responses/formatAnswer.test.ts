import { expect, test } from 'vitest'
import type { Question } from '../surveys/question.ts'
import { answerPartsOf } from './formatAnswer.ts'

const option = (id: string) => ({ id, label: id.toUpperCase() })
const grid: Question = {
  id: 'grid',
  kind: 'matrix',
  prompt: '',
  required: false,
  rows: [option('staff'), option('site')],
  scale: { min: 1, max: 5 },
}

test('rows of a matrix come in the order in which they were asked, not in which they were stored', () => {
  expect(answerPartsOf(grid, { site: 4, staff: 2 })).toEqual([
    { label: 'STAFF', words: '2' },
    { label: 'SITE', words: '4' },
  ])
})

test('a choice that the version does not know any more is said by its id', () => {
  const parts: Question = { id: 'parts', kind: 'choices', prompt: '', required: false, options: [option('a'), option('b')] }
  expect(answerPartsOf(parts, ['gone', 'b', 'a']).map(({ words }) => words)).toEqual(['A', 'B', 'gone'])
})

test('a number or a text has no pieces', () => {
  expect(answerPartsOf(grid, 3)).toEqual([])
  expect(answerPartsOf(grid, 'words')).toEqual([])
})

import { expect, test } from 'vitest'
import type { Question } from '../../../surveys/question.ts'
import { asMapping, guessFields, importFields, sampleOf } from './importFields.ts'
import { readMapping } from '../../columnMapping.ts'

const questions: Question[] = [
  { id: 'stars', kind: 'rating', prompt: 'How was it?', required: true, scale: { min: 1, max: 5 } },
  { id: 'unit', kind: 'text', prompt: 'Which ward?', required: false },
  {
    id: 'grid',
    kind: 'matrix',
    prompt: 'Rate',
    required: false,
    rows: [{ id: 'staff', label: 'Staff' }],
    scale: { min: 1, max: 5 },
  },
]

test('every question and every row of a matrix can be found in a column, and a question called unit is still a question', () => {
  expect(importFields(questions, false).map(({ id }) => id)).toEqual([
    'answer.stars',
    'answer.unit',
    'answer.grid.staff',
    'respondedAt',
    'unit',
    'email',
  ])
  const mapping = readMapping(
    asMapping({ 'answer.unit': 'ward', unit: 'trust', 'answer.grid.staff': 's' }),
    ['ward', 'trust', 's'],
    questions,
  )
  expect(mapping.map(({ target }) => target)).toEqual([
    { kind: 'question', question: 'unit' },
    { kind: 'unit' },
    { kind: 'question', question: 'grid', row: 'staff' },
  ])
})

test('an anonymous survey offers no place for an address', () => {
  expect(importFields(questions, true).map(({ id }) => id)).not.toContain('email')
})

test('columns that bear a name of ours are found', () => {
  expect(guessFields(['row_id', 'date', 'stars', 'trust'], questions)).toEqual({ respondedAt: 'date', 'answer.stars': 'stars' })
})

test('the sample file is one that its own columns explain', () => {
  const [header] = sampleOf(questions).split('\n')
  expect(header).toBe('"date","unit","stars","unit","grid.staff"')
  expect(guessFields(['date', 'stars', 'grid.staff', 'segment.tier'], questions)).toEqual({
    respondedAt: 'date',
    'answer.stars': 'stars',
    'answer.grid.staff': 'grid.staff',
    'segment.tier': 'segment.tier',
  })
})

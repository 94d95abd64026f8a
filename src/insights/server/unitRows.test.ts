import { expect, test } from 'vitest'
import { npsScale } from '../../metrics/npsCounts.ts'
import { type Branch, unitRows } from './unitRows.ts'

const branch = (name: string, scores: number[]): Branch => ({
  id: name,
  key: name,
  name,
  more: false,
  now: { n: scores.length, histogram: new Map(scores.map(score => [score, 10])) },
  before: null,
})

test('units come worst first, and those of which nothing is told behind, by name', () => {
  const branches = [branch('Ashby', [0]), branch('Best', [10]), branch('Fair', [7]), branch('Kelby', [3]), branch('Tarn', [10])]
  const hidden = new Map([
    ['Ashby', 'too-few' as const],
    ['Tarn', 'protects-another' as const],
  ])
  const rows = unitRows(branches, { metric: 'nps', scale: npsScale }, 5, hidden)
  expect(rows.map(({ name }) => name)).toEqual(['Kelby', 'Fair', 'Best', 'Ashby', 'Tarn'])
})

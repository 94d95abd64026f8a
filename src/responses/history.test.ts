import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { questionnaireInput } from '../surveys/questionnaire.ts'
import { orderOf } from './importDates.ts'
import { histogramOf } from '../metrics/histogram.ts'
import { readImportRow } from './importRow.ts'
import { readMapping } from './columnMapping.ts'
import { mean } from '../metrics/mean.ts'

// Real patient comments lie beside the repository, not in it.
const table = new URL('../../../shared/data/feedback/nhs_fft_comments.csv', import.meta.url)
const absent = !existsSync(table)

test.skipIf(absent)(`every row of a real table is taken over${absent ? ' (skipped: ../shared/data is absent)' : ''}`, () => {
  const survey = questionnaireInput.parse({
    locale: 'en',
    questions: [
      { id: 'stars', kind: 'rating', prompt: 'How was it?' },
      { id: 'comment', kind: 'text', prompt: 'Why?' },
    ],
  })
  const [header, ...rows] = parse(readFileSync(table), { relax_column_count: true }) as string[][]
  const map = { stars: 'stars', comment: 'comment', date: 'respondedAt', trust: 'unit', service: 'segment.service' }
  const mapping = readMapping(map, header!, survey.questions)
  const dates = orderOf(rows.map(row => row[header!.indexOf('date')]!))
  const read = rows.map(row =>
    readImportRow(row, mapping, survey, { zone: 'Europe/London', dates, now: new Date('2026-01-01T00:00:00Z') }),
  )
  expect(read.filter(one => one.kind === 'skip')).toEqual([])
  expect(read).toHaveLength(3682)
  const stars = read.flatMap(one => (one.kind === 'response' ? [one.answers.stars as number | undefined] : []))
  const counted = rows.map(row => row[header!.indexOf('stars')]!).filter(cell => cell !== '')
  const result = mean(histogramOf(stars), { min: 1, max: 5 })
  expect(result).toMatchObject({
    n: counted.length,
    score: counted.reduce((sum, cell) => sum + Number(cell), 0) / counted.length,
  })
})

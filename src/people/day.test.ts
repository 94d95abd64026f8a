import { expect, it } from 'vitest'
import { lastQuarter, quarterOf } from './day.ts'

it.each([
  ['2026-01-01', '2026-01-01', { from: '2025-10-01', to: '2025-12-31' }],
  ['2026-03-31', '2026-01-01', { from: '2025-10-01', to: '2025-12-31' }],
  ['2024-05-29', '2024-04-01', { from: '2024-01-01', to: '2024-03-31' }],
  ['2026-12-31', '2026-10-01', { from: '2026-07-01', to: '2026-09-30' }],
])('%s lies in the quarter from %s', (day, first, before) => {
  expect(quarterOf(day)).toBe(first)
  expect(lastQuarter(day)).toEqual(before)
})

import { expect, test } from 'vitest'
import { barsOf, perWeek } from './replayBars.ts'

test('weeks without an alert are drawn as empty ones, up to the end of the period', () => {
  const weeks = [
    { from: '2026-03-02', n: 3 },
    { from: '2026-03-16', n: 1 },
  ]
  expect(barsOf(weeks, '2026-03-25').bars.map(({ n }) => n)).toEqual([3, 0, 1, 0])
  expect(perWeek(4, weeks, '2026-03-29')).toBe(1)
})

test('many years are drawn month by month, and nothing is lost', () => {
  const weeks = Array.from({ length: 200 }, (_, i) => ({
    from: new Date(Date.UTC(2020, 0, 6 + 7 * i)).toISOString().slice(0, 10),
    n: 2,
  }))
  const { by, bars } = barsOf(weeks, weeks.at(-1)!.from)
  expect(by).toBe('month')
  expect(bars.reduce((sum, { n }) => sum + n, 0)).toBe(400)
})

test('without an alert there is nothing to draw', () => {
  expect(barsOf([], '2026-03-25').bars).toEqual([])
  expect(perWeek(0, [], '2026-03-25')).toBe(0)
})

import { daysBetween, mondayOf, plusDays } from '../people/period.ts'

export interface Bar {
  /** First day of the week or month. */
  from: string
  n: number
}

const MOST_WEEKS = 104

/** What a replay found week by week, from the first alert to the end, empty weeks too; month by month where that would be too many. */
export function barsOf(weeks: readonly Bar[], to: string): { by: 'week' | 'month'; bars: Bar[] } {
  const first = weeks[0]
  if (!first) return { by: 'week', bars: [] }
  const known = new Map(weeks.map(({ from, n }) => [from, n]))
  const all: Bar[] = []
  for (let from = first.from; from <= mondayOf(to); from = plusDays(from, 7)) all.push({ from, n: known.get(from) ?? 0 })
  return all.length <= MOST_WEEKS ? { by: 'week', bars: all } : { by: 'month', bars: monthly(all) }
}

/** How many a week since the first one: what to expect once the rule is on. */
export const perWeek = (alerts: number, weeks: readonly Bar[], to: string): number => {
  const first = weeks[0]
  if (!first) return 0
  const days = daysBetween(first.from, to) + 1
  return (alerts * 7) / Math.max(7, days)
}

function monthly(weeks: readonly Bar[]): Bar[] {
  const months = new Map<string, number>()
  for (const { from, n } of weeks) months.set(`${from.slice(0, 7)}-01`, (months.get(`${from.slice(0, 7)}-01`) ?? 0) + n)
  return [...months].map(([from, n]) => ({ from, n }))
}

import { type Href, pathTo } from '../../kit/paths.ts'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { t } from '../../kit/i18n.ts'
import { useSearchParams } from '../../kit/web/search.ts'
import { days } from '../../kit/words.ts'
import { lastQuarter, quarterOf } from '../../people/day.ts'
import { segmentParam, segmentsIn } from '../../responses/responseFilterSearch.ts'
import { isoDayOf, type Period, plusDays } from '../../people/period.ts'
import type { insights } from './client.ts'

/** The filters of the page, as they stand in its address; segments beside them as `segment.<key>`. Without a time: see useTime.ts. */
const defaults = { survey: '', unit: '', time: '', from: '', to: '', question: '', metric: '', tree: '', against: '' }
export type Filters = typeof defaults & { segments: Readonly<Record<string, string>> }

/** What one may look at without choosing days. */
export const times = () => [
  { id: 'all', label: t('All answers') },
  { id: '30', label: t('Last 30 days') },
  { id: '90', label: t('Last 90 days') },
  { id: '365', label: t('Last 12 months') },
  { id: 'quarter', label: t('This quarter so far') },
  { id: 'last-quarter', label: t('Last quarter') },
  { id: 'year', label: t('This year so far') },
]

const lengths: Record<string, number> = { '30': 30, '90': 90, '365': 365 }

/** The days of a choice; an empty `to` goes on to the newest answer. */
export function periodOf({ time, from, to }: Pick<Filters, 'time' | 'from' | 'to'>, today: string): Period {
  const length = lengths[time]
  if (length) return { from: plusDays(today, 1 - length), to: '' }
  if (time === 'quarter') return { from: quarterOf(today), to: '' }
  if (time === 'year') return { from: `${today.slice(0, 4)}-01-01`, to: '' }
  if (time === 'last-quarter') return lastQuarter(today)
  return time === 'days' ? { from, to } : { from: '', to: '' }
}

type Query = Parameters<typeof insights.insightsSummary.query>[0]['query']

/** The filters as the API takes them. */
export function queryOf({ survey, unit, question, metric, tree, against, segments, ...time }: Filters, now = Date.now()): Query {
  const named = { survey, unit, question, metric, tree, against, ...periodOf(time, isoDayOf(now)) }
  const narrowed = Object.entries(segments).map(([key, value]) => [segmentParam(key), value])
  return Object.fromEntries([...Object.entries(named), ...narrowed].filter(([, value]) => value !== '')) as Query
}

/** What stands in the address of the page for these filters: what a view keeps, and where a link with another unit leads. */
export function searchOf({ segments, ...named }: Filters): Record<string, string> {
  const set = Object.entries(named).filter(([name, value]) => value !== defaults[name as keyof typeof defaults])
  return Object.fromEntries([...set, ...Object.entries(segments).map(([key, value]) => [segmentParam(key), value])])
}

export const insightsHref = (filters: Filters): Href => pathTo('/insights', { ...searchOf(filters) })

export const timeWords = ({ time, from, to }: Filters): string =>
  time === 'days' && from && to ? days(from, to) : (times().find(({ id }) => id === time)?.label ?? t('All answers'))

/** Which answers the page looks at, as its address says, and how to look at others. Of segments one is looked at: another takes its place. */
export function useFilters() {
  const [named, setFilters] = useSearchParams(defaults)
  const all = useSearch({ strict: false }) as Record<string, unknown>
  const navigate = useNavigate()
  const setSegment = (key: string, value: string) => {
    const rest = Object.entries(all).filter(([name]) => !name.startsWith(segmentParam('')))
    const next = value === '' ? rest : [...rest, [segmentParam(key), value]]
    void navigate({ to: '.', search: Object.fromEntries(next) as never, replace: true, resetScroll: false })
  }
  const open = (search: Record<string, string>) => void navigate({ to: '.', search: search as never, resetScroll: false })
  /** Another survey has other questions and other segments. */
  const setSurvey = (survey: string) => open(searchOf({ ...named, survey, question: '', metric: '', segments: {} }))
  return { filters: { ...named, segments: segmentsIn(all) } as Filters, setFilters, setSegment, setSurvey, open }
}

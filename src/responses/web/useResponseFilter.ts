import { useNavigate, useSearch } from '@tanstack/react-router'
import { useSearchParams } from '../../kit/web/search.ts'
import { dayIn } from '../../people/day.ts'
import {
  responseFilterDefaults,
  type ResponseFilterSearch,
  responseFilterQuery,
  segmentParam,
  segmentsIn,
} from '../responseFilterSearch.ts'

/** Which responses a page looks at, as its address says, and how to look at others. */
export interface ResponseFilterState {
  search: ResponseFilterSearch
  setSearch: (change: Partial<ResponseFilterSearch>) => void
  segments: Record<string, string>
  /** '' = any. */
  setSegment: (key: string, value: string) => void
  /** As the API takes it. */
  query: Record<string, string>
  today: string
}

export function useResponseFilter(): ResponseFilterState {
  const [search, setSearch] = useSearchParams(responseFilterDefaults)
  const all = useSearch({ strict: false }) as Record<string, unknown>
  const navigate = useNavigate()
  const today = todayHere()
  const segments = segmentsIn(all)
  const setSegment = (key: string, value: string) => {
    const { [segmentParam(key)]: _before, ...rest } = all
    const next = value === '' ? rest : { ...rest, [segmentParam(key)]: value }
    void navigate({ to: '.', search: next as never, replace: true, resetScroll: false })
  }
  return { search, setSearch, segments, setSegment, query: responseFilterQuery(search, segments, today), today }
}

/** Today where the reader is. */
export const todayHere = (): string => dayIn(Intl.DateTimeFormat().resolvedOptions().timeZone, new Date())

/** Clears every filter except the survey and the grouping (`by`). */
export function useClearResponseFilter(): () => void {
  const navigate = useNavigate()
  const all = useSearch({ strict: false }) as Record<string, unknown>
  const kept = Object.fromEntries(Object.entries(all).filter(([key]) => key === 'survey' || key === 'by'))
  return () => void navigate({ to: '.', search: kept as never, replace: true })
}

import { type Href, pathTo } from '../../kit/paths.ts'
import { useSearchParams } from '../../kit/web/search.ts'
import { filterPeriodOf } from '../../responses/responseFilterSearch.ts'
import { todayHere } from '../../responses/web/useResponseFilter.ts'

const defaults = { tab: 'themes', theme: '', only: '', language: '', survey: '', unit: '', time: '', from: '', to: '' }

/** Which comments are looked at, as it stands in the address of the page. */
export type CommentSearch = typeof defaults

const kinds = ['negative', 'leaving', 'call'] as const
export type CommentKind = (typeof kinds)[number]

export interface CommentFilter {
  search: CommentSearch
  setSearch: (change: Partial<CommentSearch>) => void
  /** Survey, unit and days as the API takes them. */
  cut: Partial<Record<'survey' | 'unit' | 'from' | 'to', string>>
  kind: CommentKind | undefined
  /** Whether anything is narrowed but the theme or the kind. */
  isNarrowed: boolean
  /** The address of the comments behind a number: the same look, and more. */
  href: (more: Partial<CommentSearch>) => Href
}

export function useCommentFilter(): CommentFilter {
  const [search, setSearch] = useSearchParams(defaults)
  const cut = filled({ survey: search.survey, unit: search.unit, ...filterPeriodOf(search, todayHere()) })
  const behind = { theme: '', only: '', language: '' }
  return {
    search,
    setSearch,
    cut,
    kind: kinds.find(kind => kind === search.only),
    isNarrowed: Object.keys(cut).length > 0,
    href: more => pathTo('/comments', { ...filled({ ...search, tab: '', ...behind, ...more }) }),
  }
}

const filled = <Values extends Record<string, string>>(values: Values): Partial<Values> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== '')) as Partial<Values>

import { type Href, pathTo } from '../../kit/paths.ts'
import { useSearchParams } from '../../kit/web/search.ts'
import { periodOf } from '../../responses/cutSearch.ts'
import { todayHere } from '../../responses/web/useCut.ts'

const defaults = { tab: 'themes', theme: '', only: '', language: '', survey: '', unit: '', time: '', from: '', to: '' }

/** Which comments are looked at, as it stands in the address of the page. */
export type Search = typeof defaults

const kinds = ['negative', 'leaving', 'call'] as const
export type Kind = (typeof kinds)[number]

export interface Look {
  search: Search
  setSearch: (change: Partial<Search>) => void
  /** Survey, unit and days as the API takes them. */
  cut: Partial<Record<'survey' | 'unit' | 'from' | 'to', string>>
  kind: Kind | undefined
  /** Whether anything is narrowed but the theme or the kind. */
  isNarrowed: boolean
  /** The address of the comments behind a number: the same look, and more. */
  href: (more: Partial<Search>) => Href
}

export function useLook(): Look {
  const [search, setSearch] = useSearchParams(defaults)
  const cut = filled({ survey: search.survey, unit: search.unit, ...periodOf(search, todayHere()) })
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

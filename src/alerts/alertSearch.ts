import { segmentParam } from '../responses/responseFilterSearch.ts'

/** The filters of the list as they stand in its address; segments beside them as `segment.<key>`. */
export const alertDefaults = {
  tab: 'waiting',
  of: 'all',
  kind: '',
  unit: '',
  tree: '',
  under: '',
  survey: '',
  cause: '',
  explained: '',
  promise: '',
  outcome: '',
  next: '',
  merged: '',
  rule: '',
  person: '',
  from: '',
  to: '',
  q: '',
}
export type AlertSearch = typeof alertDefaults
type Segments = Readonly<Record<string, string>>

const stateOf: Record<string, 'waiting' | 'open' | 'closed' | undefined> = { waiting: 'waiting', open: 'open', closed: 'closed' }

/** As the API takes them; what is empty stays away. */
export function queryOf({ tab, of, ...named }: AlertSearch, segments: Segments) {
  const narrowed = Object.entries(segments).map(([key, value]) => [segmentParam(key), value] as const)
  const all = [...Object.entries({ ...named, state: stateOf[tab] ?? '', owner: of === 'me' ? 'me' : '' }), ...narrowed]
  return { ...Object.fromEntries(all.filter(([, value]) => value !== '')), limit: '50' }
}

// How the list of a number leaves out what is part of another alert is no filter that somebody chose.
const silent = new Set<string>(['tab', 'tree', 'under', 'merged'])

export const isFiltered = (search: AlertSearch, segments: Segments): boolean =>
  Object.keys(segments).length > 0 ||
  (Object.keys(search) as (keyof AlertSearch)[]).some(key => !silent.has(key) && search[key] !== alertDefaults[key])

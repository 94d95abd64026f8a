import { type Href, pathTo } from '../kit/paths.ts'
import { plusDays } from '../people/period.ts'

/** What the address of a page says about which responses are looked at. Everything is text; empty = not narrowed. */
export interface ResponseFilterSearch {
  /** The last so many days; empty or `days` = from and to. */
  time: string
  from: string
  to: string
  unit: string
  source: string
  /** Not `locale`: that is the language of the console itself. */
  language: string
}

export const responseFilterDefaults = { time: '', from: '', to: '', unit: '', source: '', language: '' }

/** How far back each choice reaches, in days. */
export const lengths: Record<string, number> = { '30': 30, '90': 90, '365': 365 }

/** The days that are looked at. */
export function filterPeriodOf(
  { time, from, to }: Pick<ResponseFilterSearch, 'time' | 'from' | 'to'>,
  today: string,
): { from: string; to: string } {
  const length = lengths[time]
  return length === undefined ? { from, to } : { from: plusDays(today, 1 - length), to: '' }
}

const prefix = 'segment.'

/** The segments among the filters of an address: `{ 'segment.tier': 'gold' }` → `{ tier: 'gold' }`. */
export const segmentsIn = (search: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(search).flatMap(([key, value]) =>
      key.startsWith(prefix) && typeof value === 'string' && value !== '' ? [[key.slice(prefix.length), value]] : [],
    ),
  )

export const segmentParam = (key: string): string => prefix + key

/** The filters as the API takes them; what is empty stays away. */
export function responseFilterQuery(
  search: ResponseFilterSearch,
  segments: Readonly<Record<string, string>>,
  today: string,
): Record<string, string> {
  const { unit, source, language } = search
  const named = { ...filterPeriodOf(search, today), unit, source, locale: language }
  const narrowed = Object.entries(segments).map(([key, value]) => [segmentParam(key), value] as const)
  return Object.fromEntries([...Object.entries(named), ...narrowed].filter(([, value]) => value !== ''))
}

/** Where the responses of a cut are read: `/responses?survey=…&from=…`. */
export function responsesHref(
  survey: string,
  cut: Readonly<Record<string, string>>,
  more: Readonly<Record<string, string | number>> = {},
): Href {
  const { locale, ...rest } = cut
  return pathTo('/responses', { survey, ...rest, language: locale, ...more })
}

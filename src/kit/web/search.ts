import { useNavigate, useSearch } from '@tanstack/react-router'

export type Search = Record<string, string>

/**
 * The filters of a page, kept in its address, so that a view can be sent to a colleague.
 * `const [search, setSearch] = useSearchParams({ state: 'open', unit: '' })`; what equals its default stays out of the address.
 */
export function useSearchParams<S extends Search>(defaults: S): [S, (change: Partial<S>) => void] {
  const given = useSearch({ strict: false }) as Record<string, unknown>
  const navigate = useNavigate()
  const now = Object.fromEntries(
    Object.entries(defaults).map(([name, value]) => [name, typeof given[name] === 'string' ? given[name] : value]),
  ) as S
  const change = (next: Partial<S>) => {
    const all = { ...given, ...now, ...next }
    const kept = Object.entries(all).filter(([name, value]) => value !== defaults[name] && value !== undefined)
    void navigate({ to: '.', search: Object.fromEntries(kept) as never, replace: true, resetScroll: false })
  }
  return [now, change]
}

// Everything in an address is text: `?unit=7` is the unit called 7, not a number.
export const parseSearch = (text: string): Search => Object.fromEntries(new URLSearchParams(text))

export function stringifySearch(search: Record<string, unknown>): string {
  const entries = Object.entries(search).filter(([, value]) => value !== undefined && value !== null)
  const text = new URLSearchParams(entries.map(([name, value]) => [name, String(value)])).toString()
  return text && `?${text}`
}

import type { Href } from '../../../paths.ts'
import { useLocation } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { cx } from '../../cx.ts'
import { TextLink } from '../TextLink.tsx'

export interface PageTab {
  href: Href
  label: string
}

/** Links that look like tabs: each place has an address of its own. */
export function Places({ label, places }: { label: string; places: readonly PageTab[] }) {
  const { pathname } = useLocation()
  const row = useRef<HTMLElement>(null)
  const here = hereAmong(places, pathname)
  useEffect(() => showHere(row.current), [here?.href])
  return (
    <nav
      ref={row}
      aria-label={label}
      className="-mt-3 mb-6 flex gap-5 overflow-x-auto border-b border-line scrollbar-none max-wide:-mx-4 max-wide:px-4"
    >
      {places.map(place => (
        <TextLink
          key={place.href}
          look="bare"
          href={place.href}
          aria-current={place === here ? 'page' : undefined}
          className={cx(
            '-mb-px flex-none border-b-2 pt-2 pb-2.5 whitespace-nowrap no-underline hover:no-underline focus-visible:-outline-offset-2',
            place === here ? 'border-accent font-strong !text-ink' : 'border-transparent !text-ink-2 hover:!text-ink',
          )}
        >
          {place.label}
        </TextLink>
      ))}
    </nav>
  )
}

/** The place one is at, or the one that this page lies below. */
function hereAmong(places: readonly PageTab[], pathname: string): PageTab | undefined {
  const leaf = (place: PageTab) => !places.some(other => other.href.startsWith(`${place.href}/`))
  return (
    places.find(place => place.href === pathname) ?? places.find(place => leaf(place) && pathname.startsWith(`${place.href}/`))
  )
}

/** On a phone what is chosen may lie beyond the edge. */
export function showHere(row: HTMLElement | null): void {
  row?.querySelector('[aria-current], [aria-selected="true"]')?.scrollIntoView({ block: 'nearest', inline: 'center' })
}

import { useSyncExternalStore } from 'react'

/** Whether a media query holds, as it changes: useMedia('(min-width: 761px)'). */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    listen => {
      const media = matchMedia(query)
      media.addEventListener('change', listen)
      return () => media.removeEventListener('change', listen)
    },
    () => matchMedia(query).matches,
  )
}

export const WIDE = '(min-width: 761px)'
export const DESK = '(min-width: 1080px)'

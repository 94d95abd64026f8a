import { useSyncExternalStore } from 'react'

export type ColourTheme = 'system' | 'light' | 'dark'

const key = 'fc.theme'
const listeners = new Set<() => void>()

export const theme = (): ColourTheme => {
  const kept = localStorage.getItem(key)
  return kept === 'light' || kept === 'dark' ? kept : 'system'
}

/** Light, dark, or as the system has it; theme.js applies it before the first paint of the next visit. */
export function setTheme(next: ColourTheme): void {
  if (next === 'system') localStorage.removeItem(key)
  else localStorage.setItem(key, next)
  if (next === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = next
  for (const listen of listeners) listen()
}

export const useTheme = (): ColourTheme =>
  useSyncExternalStore(listen => {
    listeners.add(listen)
    return () => listeners.delete(listen)
  }, theme)

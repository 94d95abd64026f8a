import { type RefObject, useEffect, useRef } from 'react'

/** What a key does now. `hint` is how the list of shortcuts names it. */
export interface Shortcut {
  key: string
  hint: string
  run: (event: KeyboardEvent) => void
}

const active: Shortcut[][] = []

/** Every shortcut that works here and now, for the `?` dialog. Of doubles the innermost. */
export const shortcutsNow = (): Shortcut[] => [...new Map(active.flat().map(s => [s.key, s])).values()]

/**
 * One-letter shortcuts of a page: 'r', 'Enter', '?', 'mod+k'. They rest while somebody types or a dialog is open
 * (except those with `mod`).
 */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  const latest = useRef<Shortcut[]>([])
  useEffect(() => {
    latest.current.splice(0, latest.current.length, ...shortcuts)
  }, [shortcuts])
  useEffect(() => {
    const mine = latest.current
    active.push(mine)
    const onKey = (event: KeyboardEvent) => {
      const hit = mine.find(s => matches(s.key, event))
      if (!hit || event.defaultPrevented || (!hit.key.startsWith('mod+') && isBusy(event))) return
      event.preventDefault()
      hit.run(event)
    }
    document.addEventListener('keydown', onKey)
    return () => {
      document.removeEventListener('keydown', onKey)
      active.splice(active.indexOf(mine), 1)
    }
  }, [])
}

function matches(key: string, event: KeyboardEvent): boolean {
  const mod = event.ctrlKey || event.metaKey
  if (key.startsWith('mod+')) return mod && event.key.toLowerCase() === key.slice(4)
  return !mod && !event.altKey && event.key === key
}

function isBusy(event: KeyboardEvent): boolean {
  const at = event.target as HTMLElement
  return Boolean(
    at.closest?.(
      'input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable], [role=combobox], [role=menu], [role=listbox], [role=dialog]',
    ) || document.querySelector('[role=dialog][data-rac], [role=alertdialog]'),
  )
}

/** `j` and `k` (and the arrows, once inside) move through `[data-row]` elements; Enter opens, x chooses. */
export function useRowKeys(container: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const step = { j: 1, k: -1 }[event.key]
      const choose = event.key === 'x'
      if ((!step && !choose) || event.ctrlKey || event.metaKey || event.altKey || isBusy(event)) return
      const rows = [...(container.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])]
      if (rows.length === 0) return
      event.preventDefault()
      const at = rows.findIndex(row => row.contains(document.activeElement))
      if (choose) return rows[at]?.querySelector<HTMLElement>('input[type=checkbox]')?.click()
      const next = rows[at < 0 ? (step! > 0 ? 0 : rows.length - 1) : Math.max(0, Math.min(rows.length - 1, at + step!))]!
      focusRow(next)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [container])
}

function focusRow(row: HTMLElement): void {
  const target = row.querySelector<HTMLElement>('a[href], button') ?? row
  target.focus({ preventScroll: true })
  row.scrollIntoView({ block: 'nearest' })
}

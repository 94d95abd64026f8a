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

const lists = new Set<RefObject<HTMLElement | null>>()

/** `j` and `k` move through the `[data-row]` elements of a list; Enter opens, x chooses. Of several lists the one in use, else the first, moves. */
export function useRowKeys(container: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    lists.add(container)
    const onKey = (event: KeyboardEvent) => {
      const step = { j: 1, k: -1 }[event.key]
      if ((!step && event.key !== 'x') || event.ctrlKey || event.metaKey || event.altKey || isBusy(event)) return
      const rows = rowsOf(container)
      if (rows.length === 0 || !isInUse(container)) return
      event.preventDefault()
      const at = rows.findIndex(row => row.contains(document.activeElement))
      if (!step) return rows[at]?.querySelector<HTMLElement>('input[type=checkbox]')?.click()
      focusRow(rows[at < 0 ? 0 : Math.max(0, Math.min(rows.length - 1, at + step))]!)
    }
    document.addEventListener('keydown', onKey)
    return () => {
      document.removeEventListener('keydown', onKey)
      lists.delete(container)
    }
  }, [container])
}

const rowsOf = (list: RefObject<HTMLElement | null>): HTMLElement[] => [
  ...(list.current?.querySelectorAll<HTMLElement>('[data-row]') ?? []),
]

function isInUse(list: RefObject<HTMLElement | null>): boolean {
  const others = [...lists].filter(other => rowsOf(other).length > 0)
  const used = others.find(other => other.current?.contains(document.activeElement))
  return list === (used ?? others[0])
}

function focusRow(row: HTMLElement): void {
  const target = row.querySelector<HTMLElement>('a[href], [role=link]') ?? row.querySelector<HTMLElement>('button, input')
  target?.focus({ preventScroll: true })
  row.scrollIntoView({ block: 'nearest' })
}

import type { Href } from '../../paths.ts'
import { useEffect, useRef } from 'react'
import type { IconName } from './Icon.tsx'

/** Something a page can do, offered in the palette while the page is open. */
export interface Action {
  id: string
  label: string
  icon?: IconName
  kbd?: string
  run?: () => void
  href?: Href
}

const offered = new Set<{ current: readonly Action[] }>()

export const actionsNow = (): Action[] => [...offered].flatMap(page => page.current)

/** useActions([{ id: 'new', label: t('New survey'), icon: 'add', run: … }]) */
export function useActions(actions: readonly Action[]): void {
  const page = useRef(actions)
  useEffect(() => {
    page.current = actions
  }, [actions])
  useEffect(() => {
    offered.add(page)
    return () => void offered.delete(page)
  }, [])
}

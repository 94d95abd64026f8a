import type { Href } from '../paths.ts'
import type { ComponentType } from 'react'
import type { Fill } from '../port.ts'
import type { Page, Permission } from '../vocabulary.ts'
import type { IconName } from './ui/Icon.tsx'

export type Load = () => Promise<ComponentType>

export interface NavEntry {
  href: Href
  label: string
  icon: IconName
  /** Its place among all entries, the smallest first. */
  order: number
  /** A permission: left out for those who may see nothing there. */
  needs?: Permission
  /** Below the line: what one sets up rather than works through. */
  setup?: boolean
}

/** What a room brings to the console. `app/web/nav/rooms.ts` lists the rooms and nothing of what is in them. */
export interface WebRoom {
  name: string
  /**
   * Pages in the shell: their address, and where they are loaded from when somebody goes there. Parameters (`$id`) reach a page
   * through `useParams({ strict: false })`, filters through kit/web/search.ts.
   */
  pages?: Partial<Record<Page, Load>>
  /** Pages without the shell, open to those who are not signed in. */
  openPages?: Partial<Record<Page, Load>>
  nav?: readonly NavEntry[]
  /** Ports and slots of upper rooms. */
  fills?: readonly Fill[]
}

import type { Href } from '../paths.ts'
import { defineManyPort } from '../port.ts'
import type { Permission } from '../vocabulary.ts'
import type { Tx } from './db.ts'

interface SearchItem {
  id: string
  label: string
  detail?: string
  href: Href
}

/** One kind of things that the palette finds. */
export interface SearchSource {
  kind: string
  /** Its place among all, the smallest first. */
  order: number
  permission: Permission
  /** Only what the caller may see. */
  find(tx: Tx, q: string, limit: number): Promise<SearchItem[]>
}

/** Where the palette looks; each room says what of its own is found by name. */
export const searchSources = defineManyPort<SearchSource>('searchSources')

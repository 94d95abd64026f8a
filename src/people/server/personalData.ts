import type { OrgSettings } from '../../accounts/orgSettings.ts'
import { defineManyPort } from '../../kit/port.ts'
import type { Database, Tx } from '../../kit/server/db.ts'
import type { ErasureItem } from '../erasureContract.ts'

// What every room that keeps something about people tells the directory. Filled in their room.ts.

/** The person as they are known before they are erased: what to look for. */
export interface Known {
  id: string
  email: string | null
  externalId: string | null
  name: string
  /** Addresses of pages that are about them: what colleagues were told about these names them, though their name be a short one. */
  pages: readonly string[]
}

/** What stands for a person in what others wrote: short words are words that others use too. */
export const wordsOf = ({ email, name }: Known): string[] => [email ?? '', name.trim()].filter(word => word.length >= 5)

/** Removes a person from what a room keeps. Runs inside the erasure's transaction and may run twice. */
export interface Eraser {
  /** What would go and what would stay, counted. */
  preview(tx: Tx, person: Known): Promise<ErasureItem[]>
  erase(tx: Tx, person: Known): Promise<void>
  /** Addresses of its pages about a person, where colleagues are told of these. */
  pages?(tx: Tx, person: Omit<Known, 'pages'>): Promise<string[]>
}

/** Removes a person from what a room keeps, inside the erasure's transaction. */
export const erasers = defineManyPort<Eraser>('erasers')

/** What a room keeps about a person, for the file that the person may ask for. */
export interface DataSource {
  /** Its name in the file: `responses`. */
  name: string
  read(tx: Tx, person: Known): Promise<unknown>
  /** Files that belong to it. */
  files?(tx: Tx, person: Known): Promise<KeptFile[]>
}

/** A file kept about a person: what it is, and its bytes, read only when they are written out. */
export interface KeptFile {
  about: Record<string, unknown>
  content(database: Database): AsyncIterable<Buffer>
}

/** What a room keeps about a person, for the file that the person may ask for. */
export const dataSources = defineManyPort<DataSource>('dataSources')

/** A kind of data that an organisation may keep for a limited time. */
export interface Retainer {
  /** Its name in the organisation's settings. */
  kind: keyof NonNullable<OrgSettings['retention']>
  /** Deletes or pseudonymises at most `limit` pieces that are older; returns how many. */
  sweep(tx: Tx, before: Date, limit: number): Promise<number>
}

/** Removes what a room keeps longer than the organisation wants to keep it. */
export const retainers = defineManyPort<Retainer>('retainers')

import type { OrgSettings } from '../../accounts/orgSettings.ts'
import { defineManyPort } from '../../kit/port.ts'
import type { Database, Tx } from '../../kit/server/db.ts'
import type { ErasureItem } from '../erasureContract.ts'

// What every room that keeps something about people tells the directory. Filled in their room.ts.

/** The data subject before erasure: the identifiers under which each room looks for their data. */
export interface DataSubject {
  id: string
  email: string | null
  externalId: string | null
  name: string
  /** Paths of pages about them, such as /alerts/<id>: notices that link there are about this person even when their name is too short to search for. */
  pages: readonly string[]
}

/** Words to search for in texts of others: e-mail and name, unless shorter than 5 letters (too many false matches). */
export const dataSubjectWords = ({ email, name }: DataSubject): string[] =>
  [email ?? '', name.trim()].filter(word => word.length >= 5)

/** Removes a person from what a room keeps. Runs inside the erasure's transaction and may run twice. */
export interface Eraser {
  /** What would go and what would stay, counted. */
  preview(tx: Tx, person: DataSubject): Promise<ErasureItem[]>
  erase(tx: Tx, person: DataSubject): Promise<void>
  /** Addresses of its pages about a person, where colleagues are told of these. */
  pages?(tx: Tx, person: Omit<DataSubject, 'pages'>): Promise<string[]>
}

/** Removes a person from what a room keeps, inside the erasure's transaction. */
export const erasers = defineManyPort<Eraser>('erasers')

/** What a room keeps about a person, for the file that the person may ask for. */
export interface PersonalDataSource {
  /** Its name in the file: `responses`. */
  name: string
  read(tx: Tx, person: DataSubject): Promise<unknown>
  /** Files that belong to it. */
  files?(tx: Tx, person: DataSubject): Promise<KeptFile[]>
}

/** A file kept about a person: what it is, and its bytes, read only when they are written out. */
export interface KeptFile {
  about: Record<string, unknown>
  content(database: Database): AsyncIterable<Buffer>
}

/** What a room keeps about a person, for the file that the person may ask for. */
export const personalDataSources = defineManyPort<PersonalDataSource>('dataSources')

/** A kind of data that an organisation may keep for a limited time. */
export interface RetentionSweeper {
  /** Its name in the organisation's settings. */
  kind: keyof NonNullable<OrgSettings['retention']>
  /** Deletes or pseudonymises at most `limit` pieces that are older; returns how many. */
  sweep(tx: Tx, before: Date, limit: number): Promise<number>
}

/** Removes what a room keeps longer than the organisation wants to keep it. */
export const retentionSweepers = defineManyPort<RetentionSweeper>('retainers')

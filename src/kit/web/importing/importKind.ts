import type { Href } from '../../paths.ts'
/** One of our fields that a column of a file may hold. */
export interface ImportField {
  id: string
  label: string
  hint?: string
}

export interface ImportOutcome {
  created: number
  updated?: number
  unchanged?: number
  skipped: { line: number; reason: string }[]
  /** How many were left out, where not all of them are told. */
  skippedCount?: number
  notes?: string[]
}

/** A kind of file that can be imported: what it may hold, and how it is sent. */
export interface ImportKind {
  fields: readonly ImportField[]
  /** At least one of these must be found. */
  needed: readonly string[]
  /** Columns without a field of ours can be taken as segments. */
  segments?: boolean
  /** Sends the file; a dry run changes nothing and gives the same answer. */
  send: (file: File, options: { dryRun: boolean; map: Record<string, string> }) => Promise<ImportOutcome>
  /** Proposes our field → their column where names alone do not tell. */
  guess?: (header: readonly string[]) => Record<string, string>
  /** How it is imported beyond the columns, as chosen now: another choice makes what was tried out of date. */
  variant?: string
  /** A file to begin with, as text. */
  sample: { name: string; text?: string; href?: Href }
}

/** Reads the first lines of a file in the encoding it most likely has. */
export async function headOf(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.slice(0, 256 * 1024).arrayBuffer())
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  const text = new TextDecoder('utf-8').decode(bytes)
  // A slice may cut the last letter in two; anything else that is not UTF-8 is Windows-1252.
  return text.slice(0, -3).includes('\uFFFD') ? new TextDecoder('windows-1252').decode(bytes) : text
}

import { notFound } from '../../kit/errors.ts'
import type { Tx } from '../../kit/server/db.ts'
import { findFile, type StoredFile } from './fileStore.ts'
import { type Holder, holders } from './holders.ts'

export interface FoundFile {
  file: StoredFile
  /** What it belongs to; undefined while it is only the caller's own upload. */
  holder: Holder | undefined
}

/** A file that the caller may see. Every other one is not there, whoever has it. */
export async function findVisible(tx: Tx, id: string): Promise<FoundFile> {
  const file = await findFile(tx, id)
  if (file && !file.attached && file.byId === tx.caller.id) return { file, holder: undefined }
  if (file?.attached) for (const holder of holders.all()) if (await holder.shows(tx, id)) return { file, holder }
  throw notFound('file')
}

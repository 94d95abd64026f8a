import type { Caller } from '../../kit/caller.ts'
import type { Database } from '../../kit/server/db.ts'
import { CHUNK, readChunk } from './contentStore.ts'

export interface ContentScope {
  database: Database
  org: string
  caller: Caller
}

/** Bytes from `start` up to `end`, a chunk at a time, each in a transaction of its own: a slow reader holds no connection. */
export async function* contentOf(
  { database, org, caller }: ContentScope,
  digest: Buffer,
  start: number,
  end: number,
): AsyncGenerator<Buffer> {
  for (let at = start; at < end; ) {
    const number = Math.floor(at / CHUNK)
    const chunk = await database.readInOrg(org, caller, tx => readChunk(tx, digest, number))
    // Taken away meanwhile: whoever reads must not think that this was all.
    if (!chunk) throw new Error('The file was removed while it was read')
    const from = at - number * CHUNK
    const part = chunk.subarray(from, Math.min(chunk.length, from + end - at))
    yield part
    at += part.length
  }
}

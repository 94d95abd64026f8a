import { badInput } from '../../kit/errors.ts'
import type { Tx } from '../../kit/server/db.ts'
import { MOST_AT_ONCE } from '../limits.ts'
import { markAttached, type StoredFile } from './fileStore.ts'

/** Makes files that the caller has uploaded belong to something. The caller's room keeps which thing that is, in the same transaction. */
export async function attachFiles(tx: Tx, ids: readonly string[]): Promise<StoredFile[]> {
  if (ids.length > MOST_AT_ONCE) throw badInput('files', `At most ${MOST_AT_ONCE} files. Leave some out.`)
  const found = new Map((ids.length > 0 ? await markAttached(tx, ids) : []).map(file => [file.id, file]))
  return ids.map((id, i) => {
    const file = found.get(id)
    // Named twice, it belongs to the first place.
    found.delete(id)
    if (!file)
      throw badInput(
        `files.${i}`,
        'This is no file that you uploaded in the last day, or it is attached already. Upload it again.',
      )
    return file
  })
}

import type { Database, Tx } from '../../kit/server/db.ts'
import { type Eraser, type KeptFile, dataSubjectWords } from '../../people/server/personalDataPorts.ts'
import { contentOf } from './content.ts'
import { replaceInNames, type StoredFile } from './fileStore.ts'

/** Files of others stay; a name in their names goes. What belongs to the person goes with the thing that holds it. */
export const fileNameEraser: Eraser = {
  preview: async () => [],
  async erase(tx, person) {
    for (const word of dataSubjectWords(person)) await replaceInNames(tx, word, '…')
  },
}

/** A file as it stands in what a person may ask for: what it is, and its bytes in base64. */
export const keptFile = (tx: Tx, { id, name, type, size, digest }: StoredFile): KeptFile => {
  const { org, caller } = tx
  return {
    about: { id, name, type, size },
    content: (database: Database) => contentOf({ database, org, caller }, digest, 0, size),
  }
}

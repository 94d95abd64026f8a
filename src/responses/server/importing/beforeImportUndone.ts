import { defineManyPort } from '../../../kit/port.ts'
import type { Tx } from '../../../kit/server/db.ts'

/** Port: called before the responses of an undone import are deleted, so that a room can drop its references to them. */
export const beforeImportUndone = defineManyPort<(tx: Tx, importId: string) => Promise<void>>('historyGoes')

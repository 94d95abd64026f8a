import { defineManyPort } from '../../../kit/port.ts'
import type { Tx } from '../../../kit/server/db.ts'

/** Who wants to know that the responses of an import are about to go: what refers to one lets go of it. */
export const historyGoes = defineManyPort<(tx: Tx, importId: string) => Promise<void>>('historyGoes')

import { defineManyPort } from '../../../kit/port.ts'
import type { Tx } from '../../../kit/server/db.ts'

/** Before an organisation is deleted: sets foreign keys to null where two tables refer to each other, so that either can be emptied first. */
export const beforeOrgDeletion = defineManyPort<(tx: Tx) => Promise<void>>('ties')

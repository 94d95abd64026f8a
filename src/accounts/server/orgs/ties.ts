import { defineManyPort } from '../../../kit/port.ts'
import type { Tx } from '../../../kit/server/db.ts'

/** Unties rows of two tables that refer to each other, so that one of them can go first when an organisation is removed. */
export const ties = defineManyPort<(tx: Tx) => Promise<void>>('ties')

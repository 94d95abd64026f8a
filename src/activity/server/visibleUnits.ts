import { definePort } from '../../kit/port.ts'
import type { Tx } from '../../kit/server/db.ts'

/** Units whose affairs the caller may see; null = the whole organisation. Filled by the directory, which knows the tree. */
export const visibleUnits = definePort<(tx: Tx) => Promise<readonly string[] | null>>('visibleUnits', async tx => tx.caller.units)

import { defineManyPort } from '../../../kit/port.ts'
import type { Tx } from '../../../kit/server/db.ts'

/** What changes when the installation gets its operator, in the same transaction: the demo closes to visitors. */
export const installationSetUp = defineManyPort<(tx: Tx) => Promise<void>>('installationSetUp')

import { definePort } from '../../kit/port.ts'
import type { Tx } from '../../kit/server/db.ts'

/** The weekly digest to a colleague who asks for it now (notifications → insights). Returns the address it goes to. */
export const digestPreview = definePort<(tx: Tx, userId: string) => Promise<string>>('digestPreview')

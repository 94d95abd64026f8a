import { definePort } from '../../../kit/port.ts'
import type { Tx } from '../../../kit/server/db.ts'
import type { RaisedAlert } from '../../responseContextContract.ts'

/** The alerts that a response raised, as far as the caller may see them (responses → alerts). */
export const alertsOfResponse = definePort<(tx: Tx, responseId: string) => Promise<RaisedAlert[]>>('raised', async () => [])

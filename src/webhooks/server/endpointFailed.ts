import { definePort } from '../../kit/port.ts'
import type { Tx } from '../../kit/server/db.ts'

export interface FailedEndpoint {
  id: string
  name: string
  /** Its receiver wants nothing more; otherwise it took nothing for too long. */
  gone: boolean
}

/** An endpoint is switched off: filled by notifications, which tell the administrators. */
export const endpointFailed = definePort<(tx: Tx, endpoint: FailedEndpoint) => Promise<void>>('endpointFailed')

import { definePort } from '../../../kit/port.ts'
import type { Tx } from '../../../kit/server/db.ts'
import type { SubmittedResponse } from '../../submitted.ts'

/**
 * What follows from a response inside its own transaction (responses → alerts): rules and routing, so that an acknowledged low score
 * *is* an alert. Not called for imported history. Called after the response, its answers and rollups were written.
 */
export const afterSubmit = definePort<(tx: Tx, response: SubmittedResponse) => Promise<{ alertIds: string[] }>>(
  'afterSubmit',
  async () => ({
    alertIds: [],
  }),
)

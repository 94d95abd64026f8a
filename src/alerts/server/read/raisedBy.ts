import { may } from '../../../kit/caller.ts'
import type { Tx } from '../../../kit/server/db.ts'
import type { RaisedAlert } from '../../../responses/responseContextContract.ts'
import { listAlerts } from '../store/alertStore.ts'
import { dayKnown } from './findAlerts.ts'
import { viewerOf } from '../store/viewer.ts'

/** The alerts that a response raised, as far as the caller may see them. */
export async function raisedBy(tx: Tx, responseId: string): Promise<RaisedAlert[]> {
  if (!may(tx.caller, 'alerts.read')) return []
  const rows = await listAlerts(tx, { response: responseId, oldestFirst: true, limit: 20 }, await viewerOf(tx))
  return rows.map(row => ({
    id: row.id,
    state: row.state,
    rule: row.ruleName,
    openedAt: dayKnown(row) ?? row.openedAt.toISOString(),
  }))
}

import type { Tx } from '../../kit/server/db.ts'
import type { Raised } from '../../responses/trailContract.ts'
import { listAlerts } from './alertStore.ts'
import { sightOf } from './sight.ts'

/** The alerts of one response, as far as the caller may see them. */
export async function raisedBy(tx: Tx, response: string): Promise<Raised[]> {
  const rows = await listAlerts(tx, { response, limit: 20 }, await sightOf(tx))
  return rows.map(({ id, state, ruleName, openedAt }) => ({ id, state, rule: ruleName, openedAt: openedAt.toISOString() }))
}

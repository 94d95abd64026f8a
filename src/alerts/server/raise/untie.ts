import type { Tx } from '../../../kit/server/db.ts'

/** Alerts stay when the history that raised them is taken back. */
export async function untieFromHistory(tx: Tx, importId: string): Promise<void> {
  await tx.query({
    text: `update alert a set response_id = null from response r
      where a.org_id = $1 and r.org_id = $1 and r.id = a.response_id and r.import_id = $2`,
    values: [tx.org, importId],
  })
}

import type { Tx } from '../../../kit/server/db.ts'

/** Alerts stay when an import is undone; they lose the link to its responses. */
export async function detachFromImport(tx: Tx, importId: string): Promise<void> {
  await tx.query({
    text: `update alert a set response_id = null from response r
      where a.org_id = $1 and r.org_id = $1 and r.id = a.response_id and r.import_id = $2`,
    values: [tx.org, importId],
  })
}

import type { Tx } from '../../kit/server/db.ts'

/** Calls mails off that were posted under these keys and have not left. */
export async function callOffByKey(tx: Tx, keys: readonly string[], why: string): Promise<void> {
  if (keys.length === 0) return
  await tx.db
    .updateTable('outbox')
    .set({ state: 'cancelled', error: why, done_at: tx.now })
    .where('org_id', '=', tx.org)
    .where('key', 'in', keys)
    .where('state', 'in', ['waiting', 'kept'])
    .execute()
}

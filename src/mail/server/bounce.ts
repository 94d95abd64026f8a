import type { Tx } from '../../kit/server/db.ts'
import { bounceWatchers } from './deliveryWatchers.ts'

/** Notes that an address takes no mail: whatever bulk mail still waits for it is called off, and every room that must know is told. */
export async function recordBounce(tx: Tx, address: string, reason: string): Promise<void> {
  const recipient = address.trim().toLowerCase()
  await tx.db
    .updateTable('outbox')
    .set({
      state: 'cancelled',
      error: `Not sent: an earlier mail to this address came back. ${reason}`.slice(0, 500),
      done_at: tx.now,
    })
    .where('org_id', '=', tx.org)
    .where('recipient', '=', recipient)
    .where('bulk', '=', true)
    .where('state', 'in', ['waiting', 'kept'])
    .execute()
  for (const tell of bounceWatchers.all()) await tell(tx, { address: recipient, reason })
}

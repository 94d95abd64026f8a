import type { Tx } from '../../kit/server/db.ts'
import type { OutboxMessage } from '../../kit/server/outbox.ts'

/** Writes a message into the outbox, unless it stands there already. */
export async function insertOutboxMessage(tx: Tx, { id, kind, key, payload, notBefore, bulk, at }: OutboxMessage): Promise<void> {
  await tx.query({
    name: 'outbox-post',
    text: `insert into outbox (org_id, id, key, kind, payload, next_at, bulk, created_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing`,
    values: [tx.org, id, key, kind, JSON.stringify(payload), notBefore, bulk, at],
  })
}

import type { Tx } from './db.ts'
import { idFromKey } from './keys.ts'

/** What leaves the building. The key makes it this message and no other: posting it again changes nothing. */
export interface Message {
  kind: 'mail' | 'webhook'
  key: string
  payload: Record<string, unknown>
  notBefore?: Date
}

/** Puts a message into the outbox in the transaction that causes it. The mail room carries it out. */
export async function post(tx: Tx, message: Message): Promise<string> {
  const id = idFromKey(`${tx.org} ${message.key}`)
  await tx.query({
    name: 'outbox-post',
    text: `insert into outbox (org_id, id, key, kind, payload, next_at) values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
    values: [tx.org, id, message.key, message.kind, JSON.stringify(message.payload), message.notBefore ?? tx.now],
  })
  return id
}

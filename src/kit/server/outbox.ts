import type { Tx } from './db.ts'
import { idFromKey } from './keys.ts'

/** What leaves the building. The key makes it this message and no other: posting it again changes nothing. */
export interface Message {
  kind: 'mail' | 'webhook'
  key: string
  payload: Record<string, unknown>
  notBefore?: Date
  /** When it was written, where that must tell no more than the day. */
  at?: Date
  /** One of many (surveys, digests): lets everything else pass. */
  bulk?: boolean
}

/** Puts a message into the outbox in the transaction that causes it. The mail room carries it out. */
export async function post(tx: Tx, message: Message): Promise<string> {
  const id = messageId(tx.org, message.key)
  const { kind, key, payload, notBefore, bulk, at = tx.now } = message
  await tx.query({
    name: 'outbox-post',
    text: `insert into outbox (org_id, id, key, kind, payload, next_at, bulk, created_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing`,
    values: [tx.org, id, key, kind, JSON.stringify(payload), notBefore ?? tx.now, bulk ?? false, at],
  })
  tx.afterCommit(wakeCarriers)
  return id
}

/** The id of the message with this key, posted or not. */
export const messageId = (org: string, key: string): string => idFromKey(`${org} ${key}`)

const carriers = new Set<() => void>()

/** Calls `carry` right after a message was posted on this node. Returns how to stop. */
export function onPost(carry: () => void): () => void {
  carriers.add(carry)
  return () => void carriers.delete(carry)
}

/** Lets the carriers of this node look for work: something in the outbox became due. */
export function wakeCarriers(): void {
  for (const carry of carriers) carry()
}

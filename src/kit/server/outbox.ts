import { definePort } from '../port.ts'
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

/** A message as it is kept until it was carried out: its time and whether it lets others pass are settled. */
export type OutboxMessage = Required<Message> & { id: string }

/** Keeps a message that is not kept yet. Filled by the mail room, which carries them out. */
export const keepMessage = definePort<(tx: Tx, message: OutboxMessage) => Promise<void>>('keepMessage')

/** Puts a message into the outbox in the transaction that causes it. */
export async function post(tx: Tx, message: Message): Promise<string> {
  const id = messageId(tx.org, message.key)
  const { kind, key, payload, notBefore = tx.now, bulk = false, at = tx.now } = message
  await keepMessage.call(tx, { id, kind, key, payload, notBefore, bulk, at })
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

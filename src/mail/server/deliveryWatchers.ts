import { defineManyPort } from '../../kit/port.ts'
import type { Tx } from '../../kit/server/db.ts'

/** What became of a message, told to the room that posted it in the transaction that writes it down. */
export interface MailDelivery {
  id: string
  key: string
  to: string
  state: 'sent' | 'failed'
  error?: string
}

/** Rooms that follow their mails (an invitation becomes “sent”). */
export const deliveryWatchers = defineManyPort<(tx: Tx, delivery: MailDelivery) => Promise<void>>('deliveryWatchers')

/** Rooms that must know that an address takes no mail: the directory, open invitations. */
export const bounceWatchers =
  defineManyPort<(tx: Tx, bounce: { address: string; reason: string }) => Promise<void>>('bounceWatchers')

import { defineManyPort } from '../../../kit/port.ts'
import type { Tx } from '../../../kit/server/db.ts'

/** Who wants to know that a login joined the organisation, in the same transaction: the directory ties it to its person. */
export const memberJoined =
  defineManyPort<(tx: Tx, member: { userId: string; email: string; name: string }) => Promise<void>>('memberJoined')

export async function tellJoined(tx: Tx, member: { userId: string; email: string; name: string }): Promise<void> {
  for (const tell of memberJoined.all()) await tell(tx, member)
}

import { defineManyPort } from '../../../kit/port.ts'
import type { Tx } from '../../../kit/server/db.ts'
import { deleteMembers } from './memberStore.ts'

/** Who wants to know that logins leave the organisation, before they do: the directory unties their people from them. */
export const membersLeave = defineManyPort<(tx: Tx, userIds: readonly string[]) => Promise<void>>('membersLeave')

/** Takes logins out of the organisation. They are to be locked: nobody may be tied to them meanwhile. */
export async function takeOutMembers(tx: Tx, userIds: readonly string[]): Promise<void> {
  for (const tell of membersLeave.all()) await tell(tx, userIds)
  await deleteMembers(tx, userIds)
}

import type { Tx } from '../../kit/server/db.ts'
import type { Role } from '../permissions.ts'

/** A member who needs no invitation: the owner of a new organisation. */
export async function insertMember(tx: Tx, userId: string, role: Role): Promise<void> {
  await tx.db
    .insertInto('membership')
    .values({ org_id: tx.org, user_id: userId, role, created_at: tx.now, accepted_at: tx.now })
    .execute()
}

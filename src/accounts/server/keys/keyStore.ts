import { sql } from 'kysely'
import type { Tx } from '../../../kit/server/db.ts'
import { idCursor } from '../../../kit/paging.ts'
import type { Role } from '../../permissions.ts'

export interface NewKey {
  name: string
  role: Role
  units: string[] | null
  operator: boolean
  expiresAt: Date | null
}

export async function insertKey(tx: Tx, key: NewKey & { id: string; hash: Buffer; hint: string }): Promise<void> {
  await tx.db
    .insertInto('api_key')
    .values({
      org_id: tx.org,
      id: key.id,
      name: key.name,
      hash: key.hash,
      hint: key.hint,
      role: key.role,
      units: key.units,
      operator: key.operator,
      created_by: tx.caller.name,
      created_at: tx.now,
      expires_at: key.expiresAt,
    })
    .execute()
}

export function listKeys(tx: Tx, limit: number, cursor: string | undefined) {
  const before = idCursor(cursor)
  return tx.db
    .selectFrom('api_key')
    .select([
      'id',
      'name',
      'hint',
      'role',
      'units',
      'operator',
      'created_by',
      'created_at',
      'expires_at',
      'last_used_at',
      'revoked_at',
    ])
    .where('org_id', '=', tx.org)
    .$if(before !== undefined, q => q.where('id', '<', before!))
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
}

/** Locks the key, so that two who revoke it at once record one revocation. */
export const lockKey = (tx: Tx, id: string) =>
  tx.db
    .selectFrom('api_key')
    .select(['id', 'name', 'role', 'revoked_at'])
    .where('org_id', '=', tx.org)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

export async function saveRevocation(tx: Tx, id: string): Promise<void> {
  await tx.db.updateTable('api_key').set({ revoked_at: sql`now()` }).where('org_id', '=', tx.org).where('id', '=', id).execute()
}

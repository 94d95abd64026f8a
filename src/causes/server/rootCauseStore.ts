import type { Tx } from '../../kit/server/db.ts'
import type { RootCause } from '../tree.ts'

/** All causes of the organisation: a tree that people made by hand, some hundred at most. */
export async function loadCauses(tx: Tx): Promise<Map<string, RootCause>> {
  const rows = await tx.db
    .selectFrom('cause')
    .select(['id', 'parent_id as parentId', 'name', 'retired_at as retiredAt'])
    .where('org_id', '=', tx.org)
    .execute()
  return new Map(rows.map(({ retiredAt, ...row }) => [row.id, { ...row, retired: retiredAt !== null }]))
}

// Whoever changes the tree waits for whoever else does: two moves at once could make a ring.
export async function lockCauses(tx: Tx): Promise<void> {
  await tx.query({ text: `select pg_advisory_xact_lock(hashtextextended('causes ' || $1, 0))`, values: [tx.org] })
}

export async function insertCause(tx: Tx, cause: { id: string; parentId: string | null; name: string }): Promise<void> {
  await tx.db
    .insertInto('cause')
    .values({ org_id: tx.org, id: cause.id, parent_id: cause.parentId, name: cause.name, created_at: tx.now })
    .execute()
}

export async function updateCause(tx: Tx, { id, parentId, name, retired }: RootCause): Promise<void> {
  await tx.db
    .updateTable('cause')
    .set(eb => ({
      parent_id: parentId,
      name,
      retired_at: retired ? eb.fn.coalesce('retired_at', eb.val(tx.now)) : null,
    }))
    .where('org_id', '=', tx.org)
    .where('id', '=', id)
    .execute()
}

export async function deleteCause(tx: Tx, id: string): Promise<void> {
  await tx.db.deleteFrom('cause').where('org_id', '=', tx.org).where('id', '=', id).execute()
}

import { isId } from '../../kit/ids.ts'
import type { Tx } from '../../kit/server/db.ts'

/** A unit by its key (the `unit` column of imports) or its id. */
export async function findUnit(tx: Tx, keyOrId: string): Promise<string | undefined> {
  const { rows } = await tx.query<{ id: string }>({
    name: isId(keyOrId) ? 'unit-by-id' : 'unit-by-key',
    text: `select id from unit where org_id = $1 and ${isId(keyOrId) ? 'id' : 'key'} = $2`,
    values: [tx.org, keyOrId],
  })
  return rows[0]?.id
}

import type { Tx } from '../../kit/server/db.ts'

export async function insertErased(tx: Tx, hashes: readonly Buffer[]): Promise<void> {
  await tx.query({
    text: `insert into erased_identity (org_id, hash, erased_at) select $1, *, $3 from unnest($2::bytea[])
      on conflict (org_id, hash) do update set erased_at = excluded.erased_at`,
    values: [tx.org, hashes, tx.now],
  })
}

export async function hasErased(tx: Tx): Promise<boolean> {
  const { rowCount } = await tx.query({
    name: 'erased-any',
    text: 'select 1 from erased_identity where org_id = $1 limit 1',
    values: [tx.org],
  })
  return (rowCount ?? 0) > 0
}

/** Hash in hex → when. */
export async function erasedAmong(tx: Tx, hashes: readonly Buffer[]): Promise<Map<string, Date>> {
  const { rows } = await tx.query<{ hash: Buffer; erased_at: Date }>({
    text: 'select hash, erased_at from erased_identity where org_id = $1 and hash = any($2::bytea[])',
    values: [tx.org, hashes],
  })
  return new Map(rows.map(row => [row.hash.toString('hex'), row.erased_at]))
}

export async function deleteErased(tx: Tx, hashes: readonly Buffer[]): Promise<number> {
  const { rowCount } = await tx.query({
    text: 'delete from erased_identity where org_id = $1 and hash = any($2::bytea[])',
    values: [tx.org, hashes],
  })
  return rowCount ?? 0
}

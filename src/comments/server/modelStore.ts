import type { Tx } from '../../kit/server/db.ts'

export async function modelVersion(tx: Tx): Promise<number> {
  const { rows } = await tx.query<{ version: number }>({
    name: 'comment-model-version',
    text: 'select version from comment_model where org_id = $1',
    values: [tx.org],
  })
  return rows[0]?.version ?? 0
}

export async function loadLearned(tx: Tx): Promise<Uint8Array | null> {
  const row = await tx.db.selectFrom('comment_model').select('learned').where('org_id', '=', tx.org).executeTakeFirst()
  return row?.learned ?? null
}

/** The next version; `learned` stays as it is when it is undefined. */
export async function saveModel(tx: Tx, learned: Uint8Array | null | undefined): Promise<number> {
  const { rows } = await tx.query<{ version: number }>({
    text: `insert into comment_model as m (org_id, version, learned, trained_at) values ($1, 1, $2, $3)
      on conflict (org_id) do update set version = m.version + 1, trained_at = excluded.trained_at,
        learned = case when $4 then m.learned else excluded.learned end
      returning version`,
    values: [tx.org, learned ? Buffer.from(learned) : null, tx.now, learned === undefined],
  })
  return rows[0]!.version
}

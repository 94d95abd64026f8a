import { displayNameSql } from './personName.ts'
import type { Tx } from '../../kit/server/db.ts'

export async function absencesOf(tx: Tx, personId: string) {
  const { rows } = await tx.query<{
    id: string
    from_at: Date
    to_at: Date
    delegate_id: string | null
    delegate: string | null
  }>({
    text: `select a.id, a.from_at, a.to_at, a.delegate_id, nullif(${displayNameSql('d')}, '') as delegate
      from absence a left join person d on d.org_id = a.org_id and d.id = a.delegate_id
      where a.org_id = $1 and a.person_id = $2 order by a.from_at desc limit 50`,
    values: [tx.org, personId],
  })
  return rows
}

export const insertAbsence = (
  tx: Tx,
  absence: { id: string; person_id: string; from_at: Date; to_at: Date; delegate_id: string | null },
) =>
  tx.db
    .insertInto('absence')
    .values({ org_id: tx.org, ...absence })
    .execute()

export const deleteAbsence = (tx: Tx, id: string) =>
  tx.db
    .deleteFrom('absence')
    .where('org_id', '=', tx.org)
    .where('id', '=', id)
    .returning(['person_id', 'from_at', 'to_at'])
    .executeTakeFirst()

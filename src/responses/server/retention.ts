import type { Tx } from '../../kit/server/db.ts'
import { erasePerson } from '../../people/server/erasure/erase.ts'
import type { RetentionSweeper } from '../../people/server/personalDataPorts.ts'

/** What customers wrote; scores and choices stay, so that no figure changes. */
export const commentRetainer: RetentionSweeper = {
  kind: 'comments',
  async sweep(tx, before, limit) {
    const { rowCount } = await tx.query({
      text: `update answer a set text = null from (
          select a.response_id, a.question_id, a.item from answer a join response r on r.org_id = a.org_id and r.id = a.response_id
          where a.org_id = $1 and a.text is not null and r.responded_at < $2 limit $3) old
        where a.org_id = $1 and a.response_id = old.response_id and a.question_id = old.question_id and a.item = old.item`,
      values: [tx.org, before, limit],
    })
    return rowCount ?? 0
  },
}

/** Contacts who have not answered since, and were not added since, are erased as if they had asked for it. */
export const contactRetainer: RetentionSweeper = {
  kind: 'contacts',
  async sweep(tx, before, limit) {
    const ids = await silentContacts(tx, before, Math.min(limit, 100))
    for (const id of ids) await erasePerson(tx, id, 'Kept no longer than the organisation wants')
    // Fewer than asked for at a time, because each one is looked for everywhere.
    return ids.length < 100 ? ids.length : limit
  },
}

async function silentContacts(tx: Tx, before: Date, limit: number): Promise<string[]> {
  const { rows } = await tx.query<{ id: string }>({
    text: `select p.id from person p
      where p.org_id = $1 and p.kind = 'contact' and p.erased_at is null and p.created_at < $2 and p.user_id is null
        and not exists (select 1 from response r where r.org_id = $1 and r.person_id = p.id and r.responded_at >= $2)
      order by p.id limit $3`,
    values: [tx.org, before, limit],
  })
  return rows.map(row => row.id)
}

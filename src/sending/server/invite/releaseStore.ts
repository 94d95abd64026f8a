import type { Tx } from '../../../kit/server/db.ts'

const passed = `org_id = $1 and state = 'held' and held_until <= $2`

export async function hasHeldDue(tx: Tx): Promise<boolean> {
  const { rows } = await tx.query({ text: `select 1 from invitation where ${passed} limit 1`, values: [tx.org, tx.now] })
  return rows.length > 0
}

/** Plans those whose hold has passed for `dueAt`; what another node has in hand is passed over. Returns how many. */
export async function replanHeldInvitations(tx: Tx, dueAt: Date, limit: number): Promise<number> {
  const { rowCount } = await tx.query({
    text: `update invitation set state = 'planned', due_at = $3, held_reason = null, held_until = null, held_by = null
      where org_id = $1 and id in (select id from invitation where ${passed} order by held_until limit $4 for update skip locked)`,
    values: [tx.org, tx.now, dueAt, limit],
  })
  return rowCount ?? 0
}

/** A later occurrence asks anew: what an earlier one of the same send held back stays held. */
export async function keepOlderOccurrencesHeld(tx: Tx, sendId: string, occurrence: number): Promise<void> {
  await tx.query({
    text: `update invitation set held_until = null
      where org_id = $1 and send_id = $2 and occurrence < $3 and state = 'held' and held_until is not null`,
    values: [tx.org, sendId, occurrence],
  })
}

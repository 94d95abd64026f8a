import type { Tx } from '../../../kit/server/db.ts'

export async function hasPlannedDue(tx: Tx): Promise<boolean> {
  const { rows } = await tx.query({
    text: `select 1 from invitation where org_id = $1 and state = 'planned' and due_at <= $2 limit 1`,
    values: [tx.org, tx.now],
  })
  return rows.length > 0
}

export async function hasRemindersDue(tx: Tx): Promise<boolean> {
  const { rows } = await tx.query({
    text: 'select 1 from invitation where org_id = $1 and next_reminder_at <= $2 limit 1',
    values: [tx.org, tx.now],
  })
  return rows.length > 0
}

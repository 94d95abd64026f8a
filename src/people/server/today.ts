import type { Tx } from '../../kit/server/db.ts'
import { type Day, dayIn } from '../day.ts'

/** The organisation's own day of this transaction: what "from today" means. */
export async function today(tx: Tx): Promise<Day> {
  const row = await tx.db.selectFrom('org').select('settings').where('id', '=', tx.org).executeTakeFirst()
  const { zone } = (row?.settings ?? {}) as { zone?: string }
  return dayIn(zone ?? 'UTC', tx.now)
}

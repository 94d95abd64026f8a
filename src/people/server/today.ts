import { ownZone } from '../../accounts/server/orgStore.ts'
import type { Tx } from '../../kit/server/db.ts'
import { type Day, dayIn } from '../day.ts'

/** The organisation's own day of this transaction: what "from today" means. */
export async function today(tx: Tx): Promise<Day> {
  return dayIn(await ownZone(tx), tx.now)
}

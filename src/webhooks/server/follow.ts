import { floorOf } from '../../activity/server/recentDetails.ts'
import type { Tx } from '../../kit/server/db.ts'
import { followFresh, followSeals, lockCursor, saveCursor } from './followStore.ts'

const SEALS = 8
const FRESH = 1000
/** What is looked at again: a transaction that began first may end last. */
const LOOK_BACK = 3000

/**
 * Turns what happened into what is to be delivered: one turn of one organisation. True when there is more. It follows the record itself,
 * so that no room can forget to tell; `webhook_delivery`'s key lets nothing be told twice.
 */
export async function followRecord(tx: Tx): Promise<boolean> {
  const cursor = await lockCursor(tx)
  if (!cursor) return false
  const sealed = await followSeals(tx, cursor.seal, SEALS)
  const page = await followFresh(tx, cursor.fresh, FRESH)
  const full = page.found === FRESH
  await saveCursor(tx, { seal: sealed.upTo, fresh: freshFrom(cursor.fresh, page.upTo, full, tx.now) })
  return full || sealed.found === SEALS
}

function freshFrom(before: string, upTo: string | null, full: boolean, now: Date): string {
  if (!upTo) return before
  const back = floorOf(new Date(now.getTime() - LOOK_BACK))
  const next = full || upTo < back ? upTo : back
  return next > before ? next : before
}

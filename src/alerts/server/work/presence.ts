import type { Tx } from '../../../kit/server/db.ts'
import { announce } from '../../../kit/server/live.ts'
import { findAlert } from '../read/find.ts'

/** Tells who else looks at an alert that somebody came, is still there, or left. Kept nowhere: who hears nothing for a while forgets. */
export async function sayPresence(tx: Tx, id: string, leaving: boolean): Promise<void> {
  await findAlert(tx, id)
  const { caller } = tx
  if (caller.kind !== 'user' || !caller.id) return
  announce(tx, `presence:${id}`, id, { user: caller.id, name: caller.name, leaving })
}

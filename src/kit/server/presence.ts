import type { Tx } from './db.ts'
import { announce } from './live.ts'

/** Tells who else looks at a thing that somebody came, is still there, or left. Kept nowhere: who hears nothing for a while forgets. */
export function announcePresence(tx: Tx, id: string, leaving: boolean): void {
  const { caller } = tx
  if (caller.kind !== 'user' || !caller.id) return
  announce(tx, `presence:${id}`, id, { user: caller.id, name: caller.name, leaving })
}

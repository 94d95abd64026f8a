import { notFound } from '../../../kit/errors.ts'
import type { Tx } from '../../../kit/server/db.ts'
import { viewerOf } from '../store/viewer.ts'
import { lockAlert, type LockedAlert } from '../store/stepStore.ts'

/** Takes an alert that the caller may see in hand until the transaction ends. */
export async function lockVisible(tx: Tx, id: string): Promise<LockedAlert> {
  const alert = await lockAlert(tx, id, await viewerOf(tx))
  if (!alert) throw notFound('alert')
  return alert
}

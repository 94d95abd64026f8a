import { record } from '../../../activity/server/record.ts'
import type { Verb } from '../../../kit/vocabulary.ts'
import type { Tx } from '../../../kit/server/db.ts'
import { announce } from '../../../kit/server/live.ts'
import type { AlertState } from '../../alert.ts'
import { followMain } from '../store/mergeStore.ts'
import { restartPromises } from '../promises/promiseClocks.ts'
import { type LockedAlert, saveReopening } from '../store/stepStore.ts'

export type StepResult = { id: string; state: AlertState }

// How every step ends: written down, and told to whoever watches.

export async function recordStep(
  tx: Tx,
  { id, personId, unitId }: LockedAlert,
  state: AlertState,
  verb: Verb,
  detail: Record<string, unknown> = {},
  also: readonly string[] = [],
): Promise<StepResult> {
  await followMain(tx, id)
  await record(tx, verb, { type: 'alert', id, also: [personId, unitId, ...also] }, detail)
  announce(tx, 'alerts', id)
  return { id, state }
}

/** A closed alert is open again, because a colleague or the customer says so. */
export async function reopenAlert(tx: Tx, alert: LockedAlert, verb: Verb, detail: Record<string, unknown>): Promise<StepResult> {
  await restartPromises(tx, alert)
  await saveReopening(tx, alert.id)
  announce(tx, 'insights')
  return recordStep(tx, alert, 'open', verb, detail)
}

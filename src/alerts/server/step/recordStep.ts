import { record } from '../../../activity/server/record.ts'
import type { Verb } from '../../../kit/vocabulary.ts'
import type { Tx } from '../../../kit/server/db.ts'
import { announce } from '../../../kit/server/live.ts'
import type { AlertState } from '../../alert.ts'
import { followMain } from '../store/mergeStore.ts'
import { beginAnew } from '../promises/promises.ts'
import { type Locked, saveReopening } from '../store/stepStore.ts'

export type StepResult = { id: string; state: AlertState }

// How every step ends: written down, and told to whoever watches.

export async function recordStep(
  tx: Tx,
  { id, personId, unitId }: Locked,
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
export async function reopenAlert(tx: Tx, alert: Locked, verb: Verb, detail: Record<string, unknown>): Promise<StepResult> {
  await beginAnew(tx, alert)
  await saveReopening(tx, alert.id)
  announce(tx, 'insights')
  return recordStep(tx, alert, 'open', verb, detail)
}

import { AppError } from '../../../kit/errors.ts'
import type { Tx } from '../../../kit/server/db.ts'
import { announce } from '../../../kit/server/live.ts'
import { whyNotMerge } from '../../merging.ts'
import { saveMerger, saveParting } from '../store/mergeStore.ts'
import { mergePromises, unmergePromises } from '../promises/promiseClocks.ts'
import { recordStep, type StepResult } from '../step/recordStep.ts'
import { lockVisible } from '../step/lockVisible.ts'
import type { LockedAlert } from '../store/stepStore.ts'

/** Makes others of the same customer part of one alert. From now on they follow it, and what was promised for them is kept there. */
export async function mergeInto(tx: Tx, id: string, others: readonly string[]): Promise<StepResult> {
  const locked = await lockInOrder(tx, [id, ...others])
  const main = locked.get(id)!
  const wanted = [...locked.values()].filter(alert => alert !== main)
  const why = wanted.length === 0 ? whyNotMerge(main, main) : wanted.map(other => whyNotMerge(main, other)).find(reason => reason)
  if (why) throw new AppError('not_allowed_now', why)
  await saveMerger(
    tx,
    wanted.map(other => other.id),
    id,
  )
  for (const other of wanted) {
    await mergePromises(tx, other.id, main.state)
    await recordStep(tx, other, main.state, 'alert.merged', { into: id }, [id])
  }
  announce(tx, 'insights')
  return recordStep(tx, main, main.state, 'alert.took_in', { n: wanted.length })
}

/** Undo: the alert is again what it was before, and what is still owed goes on where it was. */
export async function takeOut(tx: Tx, id: string): Promise<StepResult> {
  const alert = await lockVisible(tx, id)
  if (!alert.mergedInto) throw new AppError('not_allowed_now', 'This alert is not part of another one.')
  const main = alert.mergedInto
  await saveParting(tx, id)
  const { state } = await lockVisible(tx, id)
  await unmergePromises(tx, id, state)
  announce(tx, 'insights')
  return recordStep(tx, alert, state, 'alert.parted', { from: main }, [main])
}

// In one order, whoever asks: two who merge the same alerts wait for each other, not for ever.
async function lockInOrder(tx: Tx, ids: readonly string[]): Promise<Map<string, LockedAlert>> {
  const locked = new Map<string, LockedAlert>()
  for (const id of [...new Set(ids)].sort()) locked.set(id, await lockVisible(tx, id))
  return locked
}

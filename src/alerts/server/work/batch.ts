import { AppError } from '../../../kit/errors.ts'
import type { Tx } from '../../../kit/server/db.ts'
import type { BatchWork } from '../../workContract.ts'
import { listAlerts } from '../store/alertStore.ts'
import { viewerOf } from '../store/viewer.ts'
import { acknowledge, chooseCauses, handOver, resolve } from './alertSteps.ts'

interface RefusedAlert {
  id: string
  name: string
  reason: string
}

/** The same step for many alerts. Each keeps to its own rule: what one of them does not allow leaves the others as they are. */
export async function workBatch(
  tx: Tx,
  ids: readonly string[],
  work: BatchWork,
): Promise<{ done: string[]; refused: RefusedAlert[] }> {
  const wanted = [...new Set(ids)].sort()
  const rows = await listAlerts(tx, { ids: wanted, limit: wanted.length }, await viewerOf(tx))
  const known = new Map(rows.map(row => [row.id, row]))
  const done: string[] = []
  const refused: RefusedAlert[] = []
  for (const id of wanted) {
    const row = known.get(id)
    const reason = await attempt(tx, () => doOne(tx, id, work, row?.causes ?? []))
    if (reason === undefined) done.push(id)
    else refused.push({ id, name: row?.person?.name ?? '', reason })
  }
  return { done, refused }
}

async function doOne(tx: Tx, id: string, work: BatchWork, causes: readonly string[]): Promise<unknown> {
  switch (work.do) {
    case 'acknowledge':
      return acknowledge(tx, id)
    case 'hand-over':
      return handOver(tx, id, work.to, work.reason)
    case 'cause':
      // What was found out about one of them before stays the main cause there.
      return chooseCauses(tx, id, [...causes, ...work.causes])
    case 'resolve':
      return resolve(tx, id, work.outcome, work.note)
  }
}

/** Undefined when it was done, else why not; what it had written by then is taken back. */
async function attempt(tx: Tx, act: () => Promise<unknown>): Promise<string | undefined> {
  await tx.query({ text: 'savepoint one' })
  try {
    await act()
    await tx.query({ text: 'release savepoint one' })
    return undefined
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    await tx.query({ text: 'rollback to savepoint one' })
    return error.errors?.[0]?.message ?? error.message
  }
}

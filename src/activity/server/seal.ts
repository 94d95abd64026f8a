import { setTimeout as sleep } from 'node:timers/promises'
import { systemCaller } from '../../kit/caller.ts'
import type { Database, Tx } from '../../kit/server/db.ts'
import { genesis, leafOf, rootOf, sealHash } from './proof.ts'
import { lastSeal, lockSealing, orgsToSeal, saveSeal, unsealedRows } from './activityStore.ts'

/** Rows in one seal at most: few enough that nobody who waits meanwhile notices. */
const MOST = 100
/** After each seal the sweep rests for so many times as long as it took, so that customers' answers come first. */
const REST = 3

/** The sweep of each minute: what happened since the last one goes under a seal. */
export async function sealAll(database: Database): Promise<void> {
  for (const org of await database.inSystem(orgsToSeal)) await sealOrg(database, org)
}

export async function sealOrg(database: Database, org: string): Promise<void> {
  for (;;) {
    const began = performance.now()
    if ((await database.inOrg(org, systemCaller('seal'), sealOnce)) < MOST) return
    await sleep(REST * (performance.now() - began))
  }
}

/** One seal over the rows that have none; how many it took. */
async function sealOnce(tx: Tx): Promise<number> {
  await lockSealing(tx)
  const rows = await unsealedRows(tx, MOST)
  if (rows.length === 0) return 0
  const before = await lastSeal(tx)
  const seal = { org_id: tx.org, number: (before?.number ?? 0) + 1, rows: rows.length, root: rootOf(rows.map(leafOf)) }
  const hash = sealHash(before?.hash ?? genesis, seal)
  await saveSeal(
    tx,
    { ...seal, hash },
    rows.map(row => row.id),
  )
  return rows.length
}

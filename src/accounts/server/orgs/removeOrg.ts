import type { Clock } from '../../../kit/server/queue.ts'
import { systemCaller } from '../../../kit/caller.ts'
import type { Database, Tx } from '../../../kit/server/db.ts'
import type { Log } from '../../../kit/server/log.ts'
import { sqlState } from '../../../kit/server/db.ts'
import { deleteIdleLogins, lockOrg, memberIds, orgsToRemove } from '../orgStore.ts'
import { orgTables } from './orgTables.ts'
import { beforeOrgDeletion } from './beforeOrgDeletion.ts'

/** Removes organisations whose time to undo is over, one transaction each. */
export async function removeDueOrgs(database: Database, log: Log): Promise<void> {
  for (const { id } of await database.inSystem(orgsToRemove)) {
    await removeOrg(database, id)
    log.info({ org: id }, 'an organisation was deleted, as was asked for')
  }
}

/** Removes one that is being deleted and whose time is over. */
export async function removeOrg(database: Database, id: string): Promise<void> {
  const logins = await database.inOrg(id, systemCaller('organisation removal'), async tx => {
    const org = await lockOrg(tx)
    // Undone in the last second.
    if (org?.status !== 'deleting' || !org.delete_after || org.delete_after > tx.now) return []
    const ids = await memberIds(tx)
    await deleteEveryRow(tx)
    return ids
  })
  await database.inSystem(tx => deleteIdleLogins(tx, logins))
}

/** Tables refer to each other: a table that is still referred to waits for the next round. */
async function deleteEveryRow(tx: Tx): Promise<void> {
  for (const untie of beforeOrgDeletion.all()) await untie(tx)
  let waiting = (await orgTables(tx)).map(table => table.name)
  while (waiting.length > 0) {
    const left: string[] = []
    for (const name of waiting) if (!(await deleteRows(tx, name))) left.push(name)
    if (left.length === waiting.length) throw new Error(`These tables hold on to each other: ${left.join(', ')}`)
    waiting = left
  }
  await tx.query({ text: 'delete from org where id = $1', values: [tx.org] })
}

async function deleteRows(tx: Tx, table: string): Promise<boolean> {
  await tx.query({ text: 'savepoint removal' })
  try {
    await tx.query({ text: `delete from "${table}" where org_id = $1`, values: [tx.org] })
    return true
  } catch (error) {
    if (sqlState(error) !== '23503') throw error
    await tx.query({ text: 'rollback to savepoint removal' })
    return false
  }
}

/** Deletes organisations whose days of grace are over. */
export const removalClock: Clock = { name: 'accounts.remove-organisations', cron: '17 * * * *', run: removeDueOrgs }

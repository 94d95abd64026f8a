import { inOtherOrg } from '../../accounts/server/orgs/otherOrg.ts'
import type { Tx } from '../../kit/server/db.ts'
import { lead } from '../company.ts'
import { endVisits, findDemoFrom, removeGuests, revokeKeys } from './demoStore.ts'

/**
 * From the moment the installation has an owner the demo is theirs: whoever looked around before is signed out of it, and the keys and
 * logins they made there end. It stays for the operator.
 */
export async function closeToVisitors(tx: Tx): Promise<void> {
  const demo = await findDemoFrom(tx)
  if (!demo) return
  await endVisits(tx, demo.id, lead.email)
  await inOtherOrg(tx, demo.id, async other => {
    await revokeKeys(other)
    await removeGuests(other, lead.email)
  })
}

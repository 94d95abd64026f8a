import { systemCaller } from '../../../kit/caller.ts'
import type { Tx } from '../../../kit/server/db.ts'
import { activeOrgs, type Clock, defineJob, enqueue } from '../../../kit/server/queue.ts'
import { updateRoutingGaps } from '../../../rules/server/updateRoutingGaps.ts'
import { rerouteAlerts } from './reroute.ts'
import { absencesAhead } from './rerouteStore.ts'

const WAITS_MS = 2_000
const changesRouting = /^(unit|units|person|people|team|alert_rule|account)\.|^member\.removed$/

/** Every change of people, units or rules asks for the check; what comes within two seconds is checked together. */
export async function scheduleOwnerCheck(tx: Tx, verb: string): Promise<void> {
  if (!changesRouting.test(verb)) return
  const at = Math.ceil(tx.now.getTime() / WAITS_MS + 1) * WAITS_MS
  await checkAt(tx, at)
  if (verb !== 'person.absence') return
  for (const begins of await absencesAhead(tx)) await checkAt(tx, begins.getTime() + 1_000)
}

const checkAt = (tx: Tx, at: number): Promise<void> => enqueue(tx, checkOwners, {}, { key: String(at), startAfter: new Date(at) })

/** Looks again who owns what: a manager or a unit ends by its day without anybody changing anything. */
export const ownersClock: Clock = {
  name: 'alerts.owners',
  cron: '7 * * * *',
  run: async database => {
    for (const org of await database.inSystem(activeOrgs))
      await database.inOrg(org, systemCaller('alerts.owners'), tx => checkAt(tx, tx.now.getTime()))
  },
}

/** Proves that no alert can be without an owner of its own, or says where it would be; and finds one for those that have lost theirs. */
export const checkOwners = defineJob({
  name: 'alerts.gaps',
  queue: 'steady',
  run: async work => {
    await work.inOrg(updateRoutingGaps)
    await rerouteAlerts(work)
  },
})

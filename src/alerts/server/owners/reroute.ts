import { record } from '../../../activity/server/record.ts'
import type { Tx } from '../../../kit/server/db.ts'
import { announce } from '../../../kit/server/live.ts'
import type { Work } from '../../../kit/server/queue.ts'
import { decideSuccessor, type RerouteReason } from '../../../routing/routing.ts'
import { readUnitLevels, readRoutingFacts } from '../../../routing/server/routingFacts.ts'
import { findManagedWaiting, findOwnerless, lockOwnerlessAlert, saveSuccessor } from './rerouteStore.ts'
import { followMain } from '../store/mergeStore.ts'
import { recordTeamTurn } from '../../../routing/server/routingTeamStore.ts'
import { notifySuccessor } from '../notify/notifyOwners.ts'

/** Alerts that wait for somebody who is not there any more are routed again, each in a transaction of its own. */
export async function rerouteAlerts({ inOrg }: Pick<Work, 'inOrg'>): Promise<void> {
  const stranded = await inOrg(
    async tx => new Map([...(await withoutPost(tx)), ...(await findOwnerless(tx)).map(one => [one.id, one.loss] as const)]),
  )
  for (const [id, loss] of stranded) await inOrg(tx => routeOne(tx, id, loss))
}

/** Those whose owner managed a unit above them, and does not any more; also where the unit is closed. */
async function withoutPost(tx: Tx): Promise<[string, RerouteReason][]> {
  const found: [string, RerouteReason][] = []
  const chains = new Map<string, Awaited<ReturnType<typeof readUnitLevels>>>()
  for (const { unitId, ownerId, ids } of await findManagedWaiting(tx)) {
    const chain = chains.get(unitId) ?? (await readUnitLevels(tx, unitId))
    chains.set(unitId, chain)
    if (!chain.some(({ managers }) => managers.some(({ id }) => id === ownerId))) for (const id of ids) found.push([id, 'post'])
  }
  return found
}

async function routeOne(tx: Tx, id: string, loss: RerouteReason): Promise<void> {
  const alert = await lockOwnerlessAlert(tx, id)
  if (!alert) return
  const next = decideSuccessor(alert.owner, loss, alert.route, await readRoutingFacts(tx, alert.route, alert))
  if (!next) return
  await saveSuccessor(tx, id, next.owner.id, next.path)
  if (next.team) await recordTeamTurn(tx, next.team, next.owner.id)
  await followMain(tx, id)
  const also = [alert.personId, alert.unitId, alert.owner.id, next.owner.id]
  const detail = { from: alert.owner.id, to: next.owner.id, name: next.owner.name, why: loss }
  await record(tx, 'alert.rerouted', { type: 'alert', id, also }, detail)
  await notifySuccessor(tx, id, next.owner.id, alert.owner.name)
  announce(tx, 'alerts', id)
}

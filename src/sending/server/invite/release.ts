import type { Tx } from '../../../kit/server/db.ts'
import { nextOpen } from '../../sendingHours.ts'
import { readOwnOrganisation } from '../../../surveys/server/publicOrganisation.ts'
import { replanHeldInvitations } from './releaseStore.ts'
import { hoursOf, readRules } from '../store/sendingRuleStore.ts'

const BATCH = 1_000

/**
 * Invitations whose hold has passed are planned again, for now or the next hour in which mail may leave by itself; whether they
 * leave is judged then as if they were new. Returns how many.
 */
export async function releaseHeld(tx: Tx): Promise<number> {
  const { zone } = await readOwnOrganisation(tx)
  const dueAt = nextOpen(tx.now, hoursOf(await readRules(tx), zone))
  return replanHeldInvitations(tx, dueAt ?? tx.now, BATCH)
}

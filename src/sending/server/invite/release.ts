import type { Tx } from '../../../kit/server/db.ts'
import { nextOpen } from '../../hours.ts'
import { ownOrganisation } from '../../../surveys/server/organisation.ts'
import { planHeld } from './releaseStore.ts'
import { hoursOf, readRules } from '../store/ruleStore.ts'

const BATCH = 1_000

/**
 * Invitations whose hold has passed are planned again, for now or the next hour in which mail may leave by itself; whether they
 * leave is judged then as if they were new. Returns how many.
 */
export async function releaseHeld(tx: Tx): Promise<number> {
  const { zone } = await ownOrganisation(tx)
  const dueAt = nextOpen(tx.now, hoursOf(await readRules(tx), zone))
  return planHeld(tx, dueAt ?? tx.now, BATCH)
}

import type { Tx } from '../../kit/server/db.ts'
import type { LadderRecipient } from '../../sla/policy.ts'
import { decideSenior } from '../senior.ts'
import type { Owner } from '../routing.ts'
import { escalationFactsReader } from './escalationFacts.ts'

/** Whom an escalation asks; null where nobody is above. */
export type SeniorFinder = (owner: Owner, unitId: string | null, notify: LadderRecipient) => Promise<Owner | null>

/** For replays: uses today's hierarchy with a cache, and ignores absences, because who is away today was not away then. */
export function createSeniorFinder(tx: Tx): SeniorFinder {
  const known = new Map<string, Owner | null>()
  const hierarchy = escalationFactsReader(tx)
  return async (owner, unitId, notify) => {
    const key = `${owner.id} ${unitId} ${typeof notify === 'object' ? notify.person : notify}`
    const remembered = known.get(key)
    if (remembered !== undefined) return remembered
    const ground = { ...(await hierarchy({ owner, unitId }, notify)), away: new Map<string, never>() }
    const found = decideSenior(owner, notify, ground)?.senior ?? null
    const senior = found && { id: found.id, name: found.name }
    known.set(key, senior)
    return senior
  }
}

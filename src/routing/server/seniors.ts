import type { Tx } from '../../kit/server/db.ts'
import type { Notify } from '../../sla/policy.ts'
import { decideSenior } from '../senior.ts'
import type { Owner } from '../routing.ts'
import { hierarchies } from './hierarchy.ts'

/** Whom an escalation asks; null where nobody is above. */
export type Seniors = (owner: Owner, unitId: string | null, notify: Notify) => Promise<Owner | null>

/** By the hierarchy of today, each looked up once. Who is away today was not then, so that nobody is stood in for. */
export function seniorsOfToday(tx: Tx): Seniors {
  const known = new Map<string, Owner | null>()
  const hierarchy = hierarchies(tx)
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

import { isId } from '../../kit/ids.ts'
import type { Tx } from '../../kit/server/db.ts'
import type { LadderRecipient } from '../../sla/policy.ts'
import type { EscalationFacts } from '../senior.ts'
import type { Owner } from '../routing.ts'
import { readUnitLevels, ensureOrganisationOwner } from './routingFacts.ts'
import { findColleague, readFormerMembers } from './routingFactsStore.ts'
import { reportingLine } from './reportingStore.ts'
import { readAbsences } from './routingTeamStore.ts'

interface OwnedAlert {
  owner: Pick<Owner, 'id'>
  unitId: string | null
}

/** Who stands above the owner of an alert, as the hierarchy is today; what many of one moment share is read once. */
export function escalationFactsReader(tx: Tx): (alert: OwnedAlert, notify: LadderRecipient) => Promise<EscalationFacts> {
  const once = remembering()
  return async ({ owner, unitId }, notify) => ({
    chain: unitId ? await once(`above ${unitId}`, () => readUnitLevels(tx, unitId)) : [],
    reporting: await once(`line ${owner.id}`, () => reportingLine(tx, owner.id)),
    named: typeof notify === 'object' ? await once(`named ${notify.person}`, () => colleague(tx, notify.person)) : null,
    away: await once('away', () => readAbsences(tx)),
    gone: await once('gone', () => readFormerMembers(tx)),
    organisationOwner: await once('owner', () => ensureOrganisationOwner(tx)),
  })
}

function remembering() {
  const known = new Map<string, unknown>()
  return async <T>(key: string, read: () => Promise<T>): Promise<T> => {
    if (!known.has(key)) known.set(key, await read())
    return known.get(key) as T
  }
}

const colleague = async (tx: Tx, wanted: string) =>
  (await findColleague(tx, isId(wanted) ? { id: wanted } : { email: wanted })) ?? null

// @words everybody
import { findOrCreateCauses } from '../../../causes/server/causes.ts'
import { AppError, badInput } from '../../../kit/errors.ts'
import { msg } from '../../../kit/i18n.ts'
import { isId, newId } from '../../../kit/ids.ts'
import type { Tx } from '../../../kit/server/db.ts'
import { announce } from '../../../kit/server/live.ts'
import { isClosed, stateAfterContact, whyNotAcknowledge, whyNotContinue, whyNotReopen, whyNotResolve } from '../../alert.ts'
import { contactKindOf } from '../../contact.ts'
import { decideSenior } from '../../../routing/senior.ts'
import type { Owner } from '../../../routing/routing.ts'
import { askWhetherSettled, withdrawConfirmation } from '../confirmation/confirmations.ts'
import { addEvidence } from './evidence.ts'
import { findColleague, namesOf, readFormerMembers } from '../../../routing/server/routingFactsStore.ts'
import { escalationFactsReader } from '../../../routing/server/escalationFacts.ts'
import { keepPromises, keepWithoutContact } from '../promises/promiseClocks.ts'
import { personOfCaller } from '../store/viewer.ts'
import { reopenAlert, recordStep, type StepResult } from '../step/recordStep.ts'
import { insertContact, type LockedAlert, replaceCauses, saveOwner, saveResolution, saveState } from '../store/stepStore.ts'
import { notifyNewOwner } from '../notify/notifyOwners.ts'
import { lockVisible } from '../step/lockVisible.ts'

export async function acknowledge(tx: Tx, id: string): Promise<StepResult> {
  const alert = await lock(tx, id)
  refuseUnlessAllowed(alert, whyNotAcknowledge(alert))
  await keepPromises(tx, id, 'acknowledged')
  await saveState(tx, id, 'acknowledged')
  const senior = await personOfCaller(tx)
  if (!senior || senior === alert.ownerId || !alert.seniors.includes(senior))
    return recordStep(tx, alert, 'acknowledged', 'alert.acknowledged')
  // A senior who takes what they were asked to see to has it from now on.
  const step = { say: msg('{name} takes it'), values: { name: tx.caller.name }, person: senior }
  await saveOwner(tx, id, senior, step)
  const detail = { from: alert.ownerId, to: senior, name: tx.caller.name }
  return recordStep(tx, alert, 'acknowledged', 'alert.acknowledged', detail, [alert.ownerId])
}

export interface GivenContact {
  how: string
  note: string
  reached: boolean
  evidence?: string | undefined
  files: readonly string[]
}

export async function logContact(tx: Tx, id: string, contact: GivenContact): Promise<StepResult> {
  const alert = await lock(tx, id)
  refuseUnlessAllowed(alert, whyNotContinue(alert))
  const how = contactKindOf(contact.how)
  if (how === 'note') throw badInput('how', 'A note is no contact. Send it to /notes.')
  const state = stateAfterContact(alert.state, contact.reached)
  await keepPromises(tx, id, contact.reached ? 'contacted' : 'acknowledged')
  const contactId = newId()
  await insertContact(tx, { ...contact, evidence: contact.evidence?.trim() || null, how, id: contactId, alertId: id })
  await addEvidence(tx, alert, contactId, contact.files)
  await saveState(tx, id, state)
  return recordStep(tx, alert, state, contact.reached ? 'alert.contacted' : 'alert.contact_tried', { how })
}

/** Causes may be named and corrected at any time: what one learns later counts too. */
export async function chooseCauses(tx: Tx, id: string, wanted: readonly string[]): Promise<StepResult> {
  const alert = await lock(tx, id)
  const causes = await findOrCreateCauses(tx, wanted)
  await replaceCauses(tx, id, causes)
  announce(tx, 'insights')
  return recordStep(tx, alert, alert.state, 'alert.causes_chosen', { causes }, causes)
}

export async function resolve(tx: Tx, id: string, outcome: string, note?: string): Promise<StepResult> {
  const alert = await lock(tx, id)
  refuseUnlessAllowed(alert, whyNotResolve(alert, outcome))
  // “Could not be reached” ends it, but keeps no promise to speak with the customer.
  if (outcome === 'not-reached' && alert.state !== 'contacted') await keepWithoutContact(tx, id)
  else await keepPromises(tx, id, 'resolved')
  await saveResolution(tx, id, outcome, note?.trim() || null)
  await askWhetherSettled(tx, id)
  announce(tx, 'insights')
  return recordStep(tx, alert, 'resolved', 'alert.resolved', { outcome })
}

export async function reopen(tx: Tx, id: string, reason: string): Promise<StepResult> {
  const alert = await lock(tx, id)
  refuseUnlessAllowed(alert, whyNotReopen(alert))
  await withdrawConfirmation(tx, id)
  return reopenAlert(tx, alert, 'alert.reopened', { reason })
}

export async function handOver(tx: Tx, id: string, to: string, reason: string): Promise<StepResult> {
  const alert = await lock(tx, id)
  refuseUnlessAllowed(alert, whyNotContinue(alert))
  const next = await colleagueFor(tx, alert, to.trim())
  if (next.id === alert.ownerId) throw badInput('to', `${next.name} owns this alert already.`)
  const step = {
    say: msg('{by} handed it to {name}: {reason}'),
    values: { by: tx.caller.name, name: next.name, reason },
    person: next.id,
  }
  await saveOwner(tx, id, next.id, step)
  await notifyNewOwner(tx, id, next.id, reason)
  return recordStep(tx, alert, alert.state, 'alert.escalated', { from: alert.ownerId, to: next.id, name: next.name, reason }, [
    next.id,
  ])
}

export async function colleagueFor(tx: Tx, alert: LockedAlert, to: string): Promise<Owner> {
  if (to === 'skip' || to === 'manager') return nextAbove(tx, alert)
  const found = await findColleague(tx, isId(to) ? { id: to } : { email: to })
  if (!found) throw badInput('to', 'No colleague has this id or e-mail. Add them under People first.')
  if ((await readFormerMembers(tx)).has(found.id)) throw badInput('to', `${found.name} has left. Choose somebody who is here.`)
  return found
}

/** The next one above the owner who is there, or who stands in for them; at the top, the organisation's owner. */
async function nextAbove(tx: Tx, { unitId, ownerId }: LockedAlert): Promise<Owner> {
  const owner = (await namesOf(tx, [ownerId])).get(ownerId) ?? { id: ownerId, name: '' }
  const facts = await escalationFactsReader(tx)({ owner, unitId }, 'manager')
  return decideSenior(owner, 'manager', facts)?.senior ?? facts.organisationOwner
}

async function lock(tx: Tx, id: string): Promise<LockedAlert> {
  const alert = await lockVisible(tx, id)
  if (alert.mergedInto)
    throw new AppError('not_allowed_now', 'This alert is part of another one. Go on there, or take it out first.')
  return alert
}

export function refuseUnlessAllowed({ state }: LockedAlert, why: string | undefined): void {
  if (why) throw new AppError(isClosed(state) ? 'alert_closed' : 'not_allowed_now', why)
}

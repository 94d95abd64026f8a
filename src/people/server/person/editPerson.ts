import { record } from '../../../activity/server/record.ts'
import { AppError, badInput, notFound } from '../../../kit/errors.ts'
import type { Tx } from '../../../kit/server/db.ts'
import { announce } from '../../../kit/server/live.ts'
import type { Day } from '../../day.ts'
import { findCycle } from '../../datedHierarchy.ts'
import { changedFrom } from '../../timeline.ts'
import type { UnitRole } from '../../importing/personLines.ts'
import { addMembers, endMembers, membershipsOn, readReportingHierarchy, saveManagers } from '../peopleBulkStore.ts'
import { findErasureDate, liftErasure, refuseLifting, erasedOnWords } from '../erasedIdentity.ts'
import { personNames } from './persons.ts'
import { insertPerson, lockPerson, type PersonChange, takenBy, updatePerson } from '../personStore.ts'
import { today } from '../today.ts'
import { lockTree } from '../unitStore.ts'
import { visibleUnits } from '../units.ts'

export interface PersonInput {
  name?: string | undefined
  email?: string | null | undefined
  externalId?: string | null | undefined
  title?: string | null | undefined
  kind?: 'staff' | 'contact' | undefined
  phone?: string | null | undefined
  locale?: string | null | undefined
  segments?: Record<string, string> | undefined
  account?: string | null | undefined
  manager?: string | null | undefined
  units?: { unit: string; role: UnitRole }[] | undefined
  liftErasure?: boolean | undefined
}

export async function createPerson(tx: Tx, id: string, input: PersonInput): Promise<void> {
  if (!input.email && !input.externalId)
    throw badInput('email', 'Give an e-mail address or an external id: one of them is how we know the person again.')
  const change = changeOf(input)
  await refuseTaken(tx, id, change)
  await refuseErased(tx, input)
  await insertPerson(tx, id, change)
  await placePerson(tx, id, input, await today(tx))
  await record(
    tx,
    'person.created',
    { type: 'person', id },
    { name: input.name, email: input.email, externalId: input.externalId },
  )
  announce(tx, 'people', id)
}

export async function editPerson(tx: Tx, id: string, input: PersonInput): Promise<void> {
  const before = await lockPerson(tx, id)
  if (!before) throw notFound('person')
  if (before.erased_at) throw new AppError('gone', 'This person was erased. Create a new one if they are back.')
  const change = changeOf(input)
  if ((change.email ?? before.email) === null && (change.external_id ?? before.external_id) === null)
    throw badInput('email', 'Keep an e-mail address or an external id: one of them is how we know the person again.')
  await refuseTaken(tx, id, change)
  await refuseErased(tx, input)
  // Another address has not bounced yet.
  if (change.email !== undefined && change.email !== before.email) change.bounced_at = null
  if (Object.keys(change).length > 0) await updatePerson(tx, id, change)
  await placePerson(tx, id, input, await today(tx))
  const fields = Object.keys(input).filter(field => field !== 'liftErasure' && input[field as keyof PersonInput] !== undefined)
  const from = Object.fromEntries(fields.map(field => [field, before[columnOf[field] as 'name']]))
  await record(
    tx,
    'person.changed',
    { type: 'person', id },
    { from, to: Object.fromEntries(fields.map(f => [f, input[f as 'name']])) },
  )
  announce(tx, 'people', id)
}

const columnOf: Record<string, string> = { externalId: 'external_id', account: 'account_id' }
for (const field of ['name', 'email', 'title', 'kind', 'phone', 'locale', 'segments']) columnOf[field] = field

function changeOf(input: PersonInput): PersonChange {
  const change: PersonChange = {}
  if (input.name !== undefined) change.name = input.name.trim()
  if (input.email !== undefined) change.email = input.email
  if (input.externalId !== undefined) change.external_id = input.externalId?.trim() ?? null
  if (input.title !== undefined) change.title = input.title?.trim() || null
  if (input.kind !== undefined) change.kind = input.kind
  if (input.phone !== undefined) change.phone = input.phone?.trim() || null
  if (input.locale !== undefined) change.locale = input.locale?.trim() || null
  if (input.account !== undefined) change.account_id = input.account
  if (input.segments !== undefined) change.segments = JSON.stringify(input.segments)
  return change
}

async function refuseTaken(tx: Tx, id: string, change: PersonChange): Promise<void> {
  const taken = await takenBy(tx, id, change)
  if (taken === 'email')
    throw new AppError('already_exists', `${change.email} belongs to somebody else in the directory.`, [
      { path: 'email', message: 'belongs to somebody else' },
    ])
  if (taken)
    throw new AppError('already_exists', `The external id “${change.external_id}” belongs to somebody else.`, [
      { path: 'externalId', message: 'belongs to somebody else' },
    ])
}

async function refuseErased(tx: Tx, input: PersonInput): Promise<void> {
  const at = await findErasureDate(tx, input)
  if (!at) return
  if (!input.liftErasure)
    throw new AppError('erased_on_request', `This person ${erasedOnWords(at)}. Add them only if they asked for it themselves.`)
  refuseLifting(tx)
  await liftErasure(tx, [input])
}

async function placePerson(tx: Tx, id: string, { units, manager }: PersonInput, on: Day): Promise<void> {
  if (units) await setUnits(tx, id, new Map(units.map(one => [one.unit, one.role])), on)
  if (manager !== undefined) await setManager(tx, id, manager, on)
}

async function setUnits(tx: Tx, personId: string, wanted: Map<string, UnitRole>, on: Day): Promise<void> {
  const visible = await visibleUnits(tx)
  if (visible && [...wanted.keys()].some(id => !visible.includes(id)))
    throw new AppError('forbidden', 'You may place people in your own units only.')
  const before = (await membershipsOn(tx, on, personId)).get(personId) ?? new Map<string, UnitRole>()
  const ended = [...before.keys()].filter(
    unitId => wanted.get(unitId) !== before.get(unitId) && (!visible || visible.includes(unitId)),
  )
  const added = [...wanted].filter(([unitId, role]) => before.get(unitId) !== role)
  await endMembers(
    tx,
    ended.map(unitId => ({ personId, unitId })),
    on,
  )
  await addMembers(
    tx,
    added.map(([unitId, role]) => ({ personId, unitId, role })),
    on,
  )
}

async function setManager(tx: Tx, personId: string, managerId: string | null, on: Day): Promise<void> {
  await lockTree(tx)
  const forest = new Map(await readReportingHierarchy(tx))
  forest.set(personId, changedFrom(forest.get(personId) ?? [], on, managerId))
  const circle = findCycle(forest, personId, on)
  if (circle) {
    const names = await personNames(tx, circle.members)
    const way = circle.members.map(id => names.get(id)?.name ?? '?').join(' → ')
    throw new AppError('conflict', `Nobody reports to themselves: ${way}. Choose another manager.`)
  }
  await saveManagers(tx, [{ personId, managerId }], on)
}

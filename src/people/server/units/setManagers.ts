import { badInput } from '../../../kit/errors.ts'
import type { Tx } from '../../../kit/server/db.ts'
import type { Day } from '../../day.ts'
import type { UnitRole } from '../../importing/personLines.ts'
import { addMembers, endMembers, membershipsOn } from '../peopleBulkStore.ts'
import { personNames } from '../person/persons.ts'

/** Brings the managers of a unit to exactly these people from a day on. True when that changes something. */
export async function setManagers(tx: Tx, unitId: string, people: readonly string[], from: Day): Promise<boolean> {
  if ((await personNames(tx, people)).size < new Set(people).size)
    throw badInput('people', 'One of these people is not in the directory.')
  const before = await membersOn(tx, unitId, from)
  const removed = [...before].filter(([id, role]) => role === 'manager' && !people.includes(id)).map(([id]) => id)
  const added = [...new Set(people)].filter(id => before.get(id) !== 'manager')
  const touched = [...removed, ...added.filter(id => before.has(id))]
  await endMembers(
    tx,
    touched.map(personId => ({ personId, unitId })),
    from,
  )
  const staying = new Set(await peopleWithoutUnit(tx, removed, from))
  const roles: [string, UnitRole][] = [
    ...removed.filter(id => staying.has(id)).map((id): [string, UnitRole] => [id, 'member']),
    ...added.map((id): [string, UnitRole] => [id, 'manager']),
  ]
  await addMembers(
    tx,
    roles.map(([personId, role]) => ({ personId, unitId, role })),
    from,
  )
  return touched.length + roles.length > 0
}

/** Of these people those who belong to no unit on a day: former managers without another one stay members. */
async function peopleWithoutUnit(tx: Tx, people: readonly string[], on: Day): Promise<string[]> {
  if (people.length === 0) return []
  const placed = await membershipsOn(tx, on)
  return people.filter(id => !placed.has(id))
}

async function membersOn(tx: Tx, unitId: string, on: Day): Promise<Map<string, UnitRole>> {
  const { rows } = await tx.query<{ person_id: string; role: UnitRole }>({
    text: `select person_id, role from unit_member
      where org_id = $1 and unit_id = $2 and valid_from <= $3 and (valid_to is null or valid_to > $3)`,
    values: [tx.org, unitId, on],
  })
  return new Map(rows.map(row => [row.person_id, row.role]))
}

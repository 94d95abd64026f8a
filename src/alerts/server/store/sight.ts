import type { Tx } from '../../../kit/server/db.ts'
import { personOfUser } from '../../../people/server/person/persons.ts'
import { visibleUnits } from '../../../people/server/units.ts'
import type { Sight } from './alertStore.ts'

/** The person in the directory whom the caller's login stands for. */
export async function mePerson(tx: Tx): Promise<string | null> {
  if (tx.caller.kind !== 'user' || !tx.caller.id) return null
  return (await personOfUser(tx, tx.caller.id))?.id ?? null
}

export const sightOf = async (tx: Tx): Promise<Sight> => ({ units: await visibleUnits(tx), me: await mePerson(tx) })

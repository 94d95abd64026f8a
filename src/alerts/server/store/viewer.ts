import type { Tx } from '../../../kit/server/db.ts'
import { personOfUser } from '../../../people/server/person/persons.ts'
import { visibleUnits } from '../../../people/server/units.ts'
import type { Viewer } from './alertStore.ts'

/** The person in the directory whom the caller's login stands for. */
export async function personOfCaller(tx: Tx): Promise<string | null> {
  if (tx.caller.kind !== 'user' || !tx.caller.id) return null
  return (await personOfUser(tx, tx.caller.id))?.id ?? null
}

export const viewerOf = async (tx: Tx): Promise<Viewer> => ({ units: await visibleUnits(tx), me: await personOfCaller(tx) })

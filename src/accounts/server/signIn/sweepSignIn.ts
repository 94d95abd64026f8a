import type { Database } from '../../../kit/server/db.ts'
import { deleteSpentSignIn } from './sessionStore.ts'

/** Sessions, tickets and counters whose time is over are of no use to anybody. */
export async function sweepSignIn(database: Database): Promise<void> {
  await database.inSystem(deleteSpentSignIn)
}

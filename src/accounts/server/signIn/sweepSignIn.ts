import type { Clock } from '../../../kit/server/queue.ts'
import type { Database } from '../../../kit/server/db.ts'
import { deleteSpentSignIn } from './sessionStore.ts'

/** Sessions, tickets and counters whose time is over are of no use to anybody. */
export async function sweepSignIn(database: Database): Promise<void> {
  await database.inSystem(deleteSpentSignIn)
}

/** Removes sessions, links and counters whose time is over. */
export const signInSweepClock: Clock = { name: 'accounts.sweep-sign-in', cron: '43 * * * *', run: sweepSignIn }

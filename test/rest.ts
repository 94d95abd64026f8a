import { setTimeout as sleep } from 'node:timers/promises'
import type { TestApp } from './app.ts'

const underWay = `select from outbox where state in ('sending', 'handing') or state = 'waiting' and next_at <= now()
  union all select from pgboss.job where state = 'active' or state < 'active' and start_after <= now()`

/** Waits until every job that is due has run and every mail that is due has left: what has not come by then does not come. */
export async function untilAtRest(app: TestApp): Promise<void> {
  for (let i = 0; i < 600; i++) {
    if ((await app.database.pool.query(underWay)).rowCount === 0) return
    await sleep(25)
  }
  throw new Error('Jobs or mails are still under way after fifteen seconds')
}

/** Jobs begin by the clock of the database, which does not move with ours: those that are due by ours begin now. */
export const catchUp = (app: TestApp) =>
  app.database.pool.query(
    `update pgboss.job set start_after = now() where state < 'active' and start_after > now() and start_after <= $1`,
    [new Date()],
  )

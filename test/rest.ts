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

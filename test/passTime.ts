import pg from 'pg'
import { runningAddress } from '../src/kit/server/postgres/embedded.ts'

/** Time passes for what is promised about some alerts: all that was noted of their clocks lies so much further back. */
export const passTimeOfAlerts = (dataDir: string, seconds: number, alerts: readonly string[]): Promise<void> =>
  change(
    dataDir,
    `update sla_clock set counted_at = counted_at - $1::interval, started_at = started_at - $1::interval,
      warned_at = warned_at - $1::interval, breached_at = breached_at - $1::interval, due_at = due_at - $1::interval,
      next_at = next_at - $1::interval where subject_type = 'alert' and subject_id = any($2::uuid[])`,
    [`${seconds} seconds`, alerts],
  )

/** Time passes for the jobs that wait for their hour. */
export const passTimeOfJobs = (dataDir: string, seconds: number): Promise<void> =>
  change(
    dataDir,
    `update pgboss.job set start_after = start_after - $1::interval where state = 'created' and start_after > now()`,
    [`${seconds} seconds`],
  )

/** In the database of a running product, past all that it would refuse. */
async function change(dataDir: string, sql: string, values: unknown[]): Promise<void> {
  const client = new pg.Client(runningAddress(dataDir)!)
  await client.connect()
  try {
    await client.query(sql, values)
  } finally {
    await client.end()
  }
}

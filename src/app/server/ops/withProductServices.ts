import { setTimeout as sleep } from 'node:timers/promises'
import { useProofKey } from '../../../activity/server/proof.ts'
import type { Database } from '../../../kit/server/db.ts'
import { Live, setLive } from '../../../kit/server/live.ts'
import type { Log } from '../../../kit/server/log.ts'
import { missingMigrations } from '../../../kit/server/migrate.ts'
import { openSender } from '../../../kit/server/queue.ts'
import { OperatorError } from '../../../kit/server/operator-error.ts'
import { fillPorts } from '../rooms.ts'
import type { Environment } from '../settings.ts'
import { withDatabase } from './database.ts'
import { secretOf } from '../secret.ts'

// Events leave in batches; the last one must be out before the connections close.
const LAST_BATCH_MS = 150

/** Runs work on the database from the command line with what a running node has: filled ports, activity key, job queue (enqueue only), live events. */
export function withProductServices<T>(settings: Environment, log: Log, work: (database: Database) => Promise<T>): Promise<T> {
  useProofKey(secretOf(settings))
  fillPorts()
  return withDatabase(settings, log, async database => {
    await refuseOtherRelease(database)
    // It only tells; nobody listens in this process.
    setLive(new Live({ connection: {}, pool: database.pool, log }))
    const sender = await openSender(database, log)
    try {
      const done = await work(database)
      await sleep(LAST_BATCH_MS)
      return done
    } finally {
      await sender.stop()
      setLive(undefined)
    }
  })
}

async function refuseOtherRelease({ pool }: Database): Promise<void> {
  const missing = await missingMigrations(pool)
  if (missing.length > 0)
    throw new OperatorError(
      'The database is of an earlier release, or empty. Start the product once, so that it is brought up to date.',
    )
}

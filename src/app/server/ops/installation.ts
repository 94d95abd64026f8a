import pg from 'pg'
import type { Log } from '../../../kit/server/log.ts'
import { OperatorError } from '../../../kit/server/operator-error.ts'
import { type Embedded, startEmbedded } from '../../../kit/server/postgres/embedded.ts'
import { examineServer } from '../../../kit/server/postgres/fitness.ts'
import { examineWay, Unprepared } from '../../../kit/server/postgres/pooler.ts'
import { readSettings, type Settings } from '../settings.ts'

/** What a node stands on: settings and a database that answers. */
export interface Installation {
  settings: Settings
  connection: pg.PoolConfig
  /** Past a pooler, for LISTEN and jobs. */
  directConnection: pg.PoolConfig
  readConnection: pg.PoolConfig | undefined
  embedded: Embedded | undefined
  close(): Promise<void>
}

export const keepPrepared = 'pgbouncer 1.21 or newer keeps them: set max_prepared_statements = 200.'
export const keepTimeouts =
  "A pooler keeps no settings of a session. Give them to the role: alter role … set statement_timeout = '60s'; alter role … set idle_in_transaction_session_timeout = '60s'."
export const needsDirectUrl =
  'Set DATABASE_DIRECT_URL to the PostgreSQL server itself, or let the pooler pool sessions: migrations, jobs and live events need sessions of their own.'

/** Opens it anew each time: a restore may have brought another secret and another database. */
export async function openInstallation(log: Log): Promise<Installation> {
  const settings = readSettings()
  const { databaseUrl, databaseDirectUrl, databaseReadUrl } = settings
  if (databaseUrl && databaseDirectUrl) {
    const directConnection = { connectionString: databaseDirectUrl }
    await refuseSharedSessions(databaseDirectUrl)
    await refuseUnfit(databaseDirectUrl)
    return {
      settings,
      connection: databaseUrl === databaseDirectUrl ? directConnection : await pooled('DATABASE_URL', databaseUrl, log),
      directConnection,
      readConnection: databaseReadUrl ? await pooled('DATABASE_READ_URL', databaseReadUrl, log) : undefined,
      embedded: undefined,
      close: async () => {},
    }
  }
  const embedded = await startEmbedded(settings.dataDir, { log })
  const { connection } = embedded
  return { settings, connection, directConnection: connection, readConnection: undefined, embedded, close: () => embedded.stop() }
}

async function refuseSharedSessions(url: string): Promise<void> {
  const { pooling } = await examineWay({ connectionString: url })
  if (pooling !== 'transaction') return
  throw new OperatorError(`${new URL(url).host} is a pooler in transaction mode. ${needsDirectUrl}`)
}

async function refuseUnfit(connectionString: string): Promise<void> {
  const pool = new pg.Pool({ connectionString, max: 1 })
  const { unfit } = await examineServer(pool).finally(() => pool.end())
  if (unfit) throw new OperatorError(`DATABASE_URL leads to ${unfit.seen}. ${unfit.advice}`)
}

/** Requests may share sessions; where a pooler forgets what was prepared, nothing is. */
async function pooled(setting: string, connectionString: string, log: Log): Promise<pg.PoolConfig> {
  const way = await examineWay({ connectionString }).catch(ifAway)
  if (!way || way.keepsPrepared) return { connectionString }
  log.warn(`${setting} leads to a pooler that forgets prepared statements, so none are used. ${keepPrepared}`)
  return { connectionString, Client: Unprepared }
}

// A node starts also while its replica is away.
function ifAway(error: unknown): undefined {
  if (error instanceof OperatorError) throw error
}

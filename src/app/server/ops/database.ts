import { existsSync } from 'node:fs'
import { type Database, openDatabase } from '../../../kit/server/db.ts'
import type { Log } from '../../../kit/server/log.ts'
import { OperatorError } from '../../../kit/server/operator-error.ts'
import { postgresData, runningAddress, startEmbedded } from '../../../kit/server/postgres/embedded.ts'
import type { Environment } from '../settings.ts'
import { holdNodeFolder } from './node-folder.ts'

type DatabaseConnectionConfig = Parameters<typeof openDatabase>[0]['connection']

/** Works on the database of the installation, while the product runs or while it rests. Does not migrate. */
export async function withDatabase<T>(settings: Environment, log: Log, work: (database: Database) => Promise<T>): Promise<T> {
  const running = settings.databaseDirectUrl ? { connectionString: settings.databaseDirectUrl } : runningAddress(settings.dataDir)
  if (running) return workAt(running, work)
  if (!existsSync(postgresData(settings.dataDir)))
    throw new OperatorError(`There is no installation in ${settings.dataDir}. Set DATA_DIR to its folder.`)
  const folder = holdNodeFolder(settings)
  const server = await startEmbedded(settings.dataDir, { log })
  try {
    return await workAt(server.connection, work)
  } finally {
    await server.stop()
    folder.release()
  }
}

async function workAt<T>(connection: DatabaseConnectionConfig, work: (database: Database) => Promise<T>): Promise<T> {
  const database = openDatabase({ connection, poolSize: 2 })
  try {
    return await work(database)
  } finally {
    await database.close()
  }
}

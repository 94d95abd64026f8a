import { existsSync } from 'node:fs'
import { useProofKey } from '../../../activity/server/proof.ts'
import { type LogReport, verifyLog } from '../../../activity/server/verify.ts'
import { openDatabase } from '../../../kit/server/db.ts'
import type { Log } from '../../../kit/server/log.ts'
import { OperatorError } from '../../../kit/server/operator-error.ts'
import { postgresData, runningAddress, startEmbedded } from '../../../kit/server/postgres/embedded.ts'
import type { Environment } from '../settings.ts'
import { holdNodeFolder } from './node-folder.ts'
import { secretOf } from './secret.ts'

/** Proves the record of what happened, while the product runs or while it rests. Changes nothing. */
export async function verifyInstallation(settings: Environment, log: Log): Promise<LogReport> {
  useProofKey(secretOf(settings))
  const running = settings.databaseUrl ? { connectionString: settings.databaseUrl } : runningAddress(settings.dataDir)
  if (running) return verifyAt(running)
  if (!existsSync(postgresData(settings.dataDir)))
    throw new OperatorError(`There is no installation in ${settings.dataDir}. Set DATA_DIR to its folder.`)
  const folder = holdNodeFolder(settings)
  const server = await startEmbedded(settings.dataDir, { log })
  try {
    return await verifyAt(server.connection)
  } finally {
    await server.stop()
    folder.release()
  }
}

async function verifyAt(connection: Parameters<typeof openDatabase>[0]['connection']): Promise<LogReport> {
  const database = openDatabase({ connection, poolSize: 2 })
  try {
    return await verifyLog(database)
  } finally {
    await database.close()
  }
}

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import { type Log, openLog } from '../../kit/server/log.ts'
import { OperatorError } from '../../kit/server/operator-error.ts'
import { startEmbedded } from '../../kit/server/postgres/embedded.ts'
import { buildConsoleWhenStale } from './build.ts'
import { openProduct, type Product } from './product.ts'
import { readSettings, type Settings } from './settings.ts'

export const version = (
  JSON.parse(readFileSync(join(import.meta.dirname, '../../../package.json'), 'utf8')) as { version: string }
).version

/** `npm start`: the database of our own unless DATABASE_URL names one, the product, and a clean end on SIGTERM. */
export async function start(): Promise<void> {
  const settings = readSettings()
  const log = openLog(settings.logLevel)
  buildConsoleWhenStale(log)
  const postgres = settings.databaseUrl ? undefined : await startEmbedded(settings.dataDir, { log })
  const connection: pg.PoolConfig = postgres?.connection ?? { connectionString: settings.databaseUrl! }
  const product = await openProduct({ settings, connection, readConnection: readConnection(settings), log, version })
  await listen(product, settings)
  endOnSignal(log, async () => {
    await product.stop()
    await postgres?.stop()
  })
  log.info(`Fullcircle ${version} answers on ${settings.publicUrl}`)
}

const readConnection = (settings: Settings) =>
  settings.databaseReadUrl ? { connectionString: settings.databaseReadUrl } : undefined

async function listen(product: Product, { host, port }: Settings): Promise<void> {
  try {
    await product.app.listen({ host, port })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
    throw new OperatorError(`Port ${port} is in use. Stop what runs there, or set PORT to a free one.`)
  }
}

function endOnSignal(log: Log, end: () => Promise<void>): void {
  let ending = false
  const onSignal = (signal: string) => {
    if (ending) return
    ending = true
    log.info(`${signal}: finishing what is in hand`)
    setTimeout(() => process.exit(1), 9_500).unref()
    void end().then(
      () => process.exit(0),
      error => {
        log.error({ err: error }, 'the end was not clean')
        process.exit(1)
      },
    )
  }
  process.on('SIGTERM', onSignal).on('SIGINT', onSignal)
}

import type { FastifyInstance } from 'fastify'
import pg from 'pg'
import { accountSettings } from '../../accounts/server/accountSettings.ts'
import { identifyWith } from '../../accounts/server/signIn/identify.ts'
import { type Database, openDatabase } from '../../kit/server/db.ts'
import { buildServer } from '../../kit/server/http/server.ts'
import { Live, setLive } from '../../kit/server/live.ts'
import type { Log } from '../../kit/server/log.ts'
import { migrate } from '../../kit/server/migrate.ts'
import { openQueues, type Queues } from '../../kit/server/queue.ts'
import { mailSettings } from '../../mail/server/mailSettings.ts'
import { addConsole } from './console.ts'
import { fileSettings } from '../../files/server/fileSettings.ts'
import { addHealth } from './health.ts'
import { addLive } from './liveRoute.ts'
import { useProofKey } from '../../activity/server/proof.ts'
import { secretOf } from './secret.ts'
import { webhookSettings } from '../../webhooks/server/settings.ts'
import { fillPorts, rooms } from './rooms.ts'
import type { Settings } from './settings.ts'

export interface Product {
  app: FastifyInstance
  database: Database
  /** From now on this process has its settings and tells its live events. Opening does it; tests open several in one process. */
  takeOver(): void
  /** Ends requests in flight, hands jobs back, closes connections. */
  stop(): Promise<void>
}

export interface ProductOptions {
  settings: Settings
  connection: pg.PoolConfig
  /** Past a pooler, for what needs a session of its own. */
  directConnection?: pg.PoolConfig | undefined
  readConnection?: pg.PoolConfig | undefined
  log: Log
  version: string
}

/** One node of the product on a database that answers: migrate, open the queues, build the server. It does not listen yet. */
export async function openProduct(options: ProductOptions): Promise<Product> {
  const { settings, connection, log } = options
  const direct = options.directConnection ?? connection
  const database = openDatabase({
    connection,
    readConnection: options.readConnection,
    poolSize: settings.databasePool,
    onError: error => log.warn({ err: error }, 'a database connection was lost'),
  })
  await migrateOn(direct)
  const live = new Live({ connection: direct, pool: database.pool, log })
  const takeOver = () => fillFor(settings, live)
  takeOver()
  await live.start()
  const queues = await openQueues({
    connection: direct,
    database,
    log,
    jobs: rooms.flatMap(room => room.jobs ?? []),
    clocks: rooms.flatMap(room => room.clocks ?? []),
  })
  const running = rooms.flatMap(room => room.loops ?? []).map(loop => loop.start({ database, log }))
  let draining = false
  const app = await openHttp(options, database, live, queues, () => draining)
  return {
    app,
    database,
    takeOver,
    stop: async () => {
      draining = true
      await app.close()
      await Promise.all([queues, ...running].map(one => one.stop()))
      await live.stop()
      setLive(undefined)
      await database.close()
    },
  }
}

function fillFor(settings: Settings, live: Live): void {
  const { publicUrl, openSignup, sessionDays, graceDays, smtpUrl, mailFrom } = settings
  fillPorts()
  accountSettings.fill(() => ({ publicUrl, openSignup, sessionDays, graceDays, secret: secretOf(settings) }))
  fileSettings.fill(() => ({ largest: settings.largestFile, perDay: settings.filesPerDay }))
  mailSettings.fill(() => ({ smtpUrl, mailFrom, publicUrl }))
  webhookSettings.fill(() => ({ networks: settings.webhookNetworks }))
  useProofKey(secretOf(settings))
  setLive(live)
}

// Its lock belongs to one session, which a pooler would share out.
async function migrateOn(connection: pg.PoolConfig): Promise<void> {
  const pool = new pg.Pool({ ...connection, max: 1 })
  await migrate(pool).finally(() => pool.end())
}

async function openHttp(options: ProductOptions, database: Database, live: Live, queues: Queues, draining: () => boolean) {
  const { settings, log, version } = options
  const identify = identifyWith(database)
  const { publicUrl, trustProxy, ratePerSecond } = settings
  const app = await buildServer(
    { database, identify, log, version, publicUrl, trustProxy, ratePerSecond },
    {
      api: rooms.flatMap(room => room.routes ?? []),
      pages: rooms.flatMap(room => room.pages ?? []),
    },
  )
  addHealth(app, { database, jobsRunning: () => queues.running(), draining }, settings.metricsToken)
  addLive(app, live, identify)
  await addConsole(app)
  return app
}

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { openDatabase } from '../src/kit/server/db.ts'
import { openLog } from '../src/kit/server/log.ts'
import { migrate } from '../src/kit/server/migrate.ts'
import { startEmbedded } from '../src/kit/server/postgres/embedded.ts'
import { openQueues } from '../src/kit/server/queue.ts'
import { find15, start15 } from './server15.ts'

/** Where this project's PostgreSQL answers; each test file copies the template into a database of its own. */
export interface TestServer {
  host: string
  port: number
  user: string
}

declare module 'vitest' {
  interface ProvidedContext {
    server: TestServer
    oldest: TestServer | undefined
  }
}

export const TEMPLATE = 'fullcircle_template'

export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  if (project.name === 'postgres-15') return provide(project, 'server', await server15())
  const stop = await provide(project, 'server', await embedded18())
  // Beside it the oldest supported one, which plans what is said to the newest: see test/oldest.ts.
  const stopOldest = find15() ? await provide(project, 'oldest', await server15()) : undefined
  return async () => {
    await Promise.all([stop(), stopOldest?.()])
  }
}

// These databases are thrown away; what needs fsync is tried in test/faults. Without autovacuum nobody plans today's file by the statistics
// of the one before.
const thrownAway = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum: 'off' }

interface Running {
  server: TestServer
  stop(): Promise<void>
}

async function provide(project: TestProject, name: 'server' | 'oldest', { server, stop }: Running): Promise<() => Promise<void>> {
  await makeTemplate(server)
  project.provide(name, server)
  return stop
}

async function server15(): Promise<Running> {
  const running = await start15(
    find15()!,
    Object.entries(thrownAway).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  )
  return { server: { host: '127.0.0.1', port: running.port, user: 'postgres' }, stop: running.stop }
}

async function embedded18(): Promise<Running> {
  const dir = mkdtempSync(join(tmpdir(), 'fullcircle-pg18-'))
  const running = await startEmbedded(dir, { log: openLog('warn') })
  const { host, port, user } = running.connection
  const stop = async () => {
    await running.stop()
    rmSync(dir, { recursive: true, force: true })
  }
  await withClient({ host, port, user }, async client => {
    for (const [name, value] of Object.entries(thrownAway)) await client.query(`alter system set ${name} = ${value}`)
    await client.query('select pg_reload_conf()')
  })
  return { server: { host, port, user }, stop }
}

async function makeTemplate(server: TestServer): Promise<void> {
  await withClient(server, client => client.query(`create database ${TEMPLATE}`))
  const connection = { ...server, database: TEMPLATE }
  const database = openDatabase({ connection })
  await migrate(database.pool)
  const queues = await openQueues({ connection, database, log: openLog('silent'), jobs: [], clocks: [], work: false })
  await queues.stop()
  await database.close()
}

export async function withClient<T>(server: TestServer, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ ...server, database: 'postgres' })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

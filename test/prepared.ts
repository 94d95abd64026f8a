import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { inject } from 'vitest'
import { openDatabase } from '../src/kit/server/db.ts'
import { openLog } from '../src/kit/server/log.ts'
import { migrate } from '../src/kit/server/migrate.ts'
import { startEmbedded } from '../src/kit/server/postgres/embedded.ts'
import './preparedSetup.ts'

/** Makes `dir` a data folder with a database that has every table, for stories that do not tell of the first start. */
export async function prepare(dir: string): Promise<string> {
  const whole = join(inject('prepared'), 'whole')
  if (!existsSync(whole)) await makeOnce(whole)
  mkdirSync(dir, { recursive: true })
  execFileSync('cp', ['-a', `${whole}/.`, dir])
  return dir
}

// Made beside and renamed: of two processes that make it together one is first, and the other takes that one's.
async function makeOnce(whole: string): Promise<void> {
  const draft = `${whole}.${process.pid}`
  await makeDatabase(draft)
  try {
    renameSync(draft, whole)
  } catch (error) {
    if (!existsSync(whole)) throw error
    rmSync(draft, { recursive: true, force: true })
  }
}

async function makeDatabase(dir: string): Promise<void> {
  const server = await startEmbedded(dir, { log: openLog('warn') })
  const database = openDatabase({ connection: server.connection })
  await migrate(database.pool).finally(() => database.close())
  await server.stop()
}

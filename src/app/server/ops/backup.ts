import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { type ArchiveWriter, writeArchive } from '../../../kit/server/archive.ts'
import type { Log } from '../../../kit/server/log.ts'
import { OperatorError } from '../../../kit/server/operator-error.ts'
import { findBinaries } from '../../../kit/server/postgres/binaries.ts'
import { postgresData, runningAddress, startEmbedded } from '../../../kit/server/postgres/embedded.ts'
import { hotCopy } from '../../../kit/server/postgres/hot-copy.ts'
import type { Environment } from '../settings.ts'
import { version } from '../version.ts'
import { dumpDatabase } from './dump.ts'
import { holdNodeFolder } from './node-folder.ts'
import { fingerprint, secretFile, secretOf } from '../secret.ts'

/** The head of a backup: what it is, and what it takes to restore it. */
export interface BackupManifest {
  product: 'fullcircle'
  format: 1
  version: string
  createdAt: string
  /** physical: a copy of the embedded server's folder; dump: of a server of one's own. */
  database: 'physical' | 'dump'
  postgres?: number
  /** Whether the secret is inside, or must be given again as FULLCIRCLE_SECRET. */
  secret: 'inside' | 'environment'
  secretFingerprint: string
}

export interface BackupReport {
  file: string
  bytes: number
  seconds: number
}

/** Everything of the installation in one file, while it runs or while it rests: database (uploaded files are in it), secret. */
export async function backUp(settings: Environment, target: string, log: Log): Promise<BackupReport> {
  const file = resolve(target)
  if (!existsSync(dirname(file))) throw new OperatorError(`There is no folder ${dirname(file)}.`)
  if (!settings.databaseUrl && !existsSync(postgresData(settings.dataDir)))
    throw new OperatorError(`There is nothing to back up in ${settings.dataDir}. Set DATA_DIR to the installation's folder.`)
  const began = performance.now()
  const about = await describe(settings)
  await withDatabase(settings, log, async copyDatabase => {
    await writeArchive(file, about, async archive => {
      await copyDatabase(archive)
      if (about.secret === 'inside') await archive.file(secretFile(settings.dataDir), 'secret')
    })
  })
  return { file, bytes: statSync(file).size, seconds: Math.round(performance.now() - began) / 1000 }
}

async function describe(settings: Environment): Promise<BackupManifest> {
  return {
    product: 'fullcircle',
    format: 1,
    version,
    createdAt: new Date().toISOString(),
    ...(settings.databaseUrl ? { database: 'dump' } : { database: 'physical', postgres: (await findBinaries()).major }),
    secret: settings.givenSecret ? 'environment' : 'inside',
    secretFingerprint: fingerprint(secretOf(settings)),
  }
}

type Copy = (archive: ArchiveWriter) => Promise<void>

async function withDatabase(settings: Environment, log: Log, work: (copy: Copy) => Promise<void>) {
  if (settings.databaseDirectUrl) return withDump(settings.databaseDirectUrl, settings.dataDir, work)
  const data = postgresData(settings.dataDir)
  const running = runningAddress(settings.dataDir)
  if (running) return work(archive => hotCopy(running, data, archive, 'postgres/data'))
  const folder = holdNodeFolder(settings)
  const server = await startEmbedded(settings.dataDir, { log })
  try {
    await work(archive => hotCopy(server.connection, data, archive, 'postgres/data'))
  } finally {
    await server.stop()
    folder.release()
  }
}

async function withDump(url: string, dataDir: string, work: (copy: Copy) => Promise<void>) {
  const folder = mkdtempSync(join(dataDir, 'backup-'))
  try {
    const file = join(folder, 'database.dump')
    await dumpDatabase(url, file)
    await work(archive => archive.file(file, 'database.dump'))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { readAbout, unpackArchive } from '../../../kit/server/archive.ts'
import type { Log } from '../../../kit/server/log.ts'
import { migrationsDir } from '../../../kit/server/migrate.ts'
import { OperatorError } from '../../../kit/server/operator-error.ts'
import { findBinaries } from '../../../kit/server/postgres/binaries.ts'
import { postgresData, startEmbedded } from '../../../kit/server/postgres/embedded.ts'
import { stopServer } from '../../../kit/server/postgres/stop-server.ts'
import type { Environment } from '../settings.ts'
import type { BackupManifest } from './backup.ts'
import type { ReportProgress } from './control.ts'
import { loadDump } from './dump.ts'
import { fingerprint, secretOf } from '../secret.ts'
import { holdNodeFolder } from './node-folder.ts'
import { finishSwap, incoming, settleHalfRestore, staging, swap, undoSwap } from './swap.ts'

/** A backup that has been unpacked and proved beside the running installation. */
export interface PreparedRestore {
  about: BackupManifest
  /** Puts it in place. Nothing of the product or its database may run. */
  apply(): Promise<void>
  undo(): void
  /** Where the former data is kept. */
  finish(): string
}

export async function prepareRestore(
  file: string,
  settings: Environment,
  log: Log,
  say: ReportProgress,
): Promise<PreparedRestore> {
  const about = (await readAbout(file)) as unknown as BackupManifest
  await refuseUnfit(about, settings, file)
  const { dataDir } = settings
  say(`Unpacking the backup of ${about.createdAt}`)
  try {
    rmSync(staging(dataDir), { recursive: true, force: true })
    mkdirSync(incoming(dataDir), { recursive: true, mode: 0o711 })
    await unpackArchive(file, incoming(dataDir))
    if (about.database === 'physical') await prove(incoming(dataDir), log, say)
  } catch (error) {
    undoSwap(dataDir)
    throw error
  }
  const parts = ['postgres', 'secret'].filter(part => existsSync(join(incoming(dataDir), part)))
  return {
    about,
    apply: async () => {
      if (about.database === 'dump') await loadDump(settings.databaseDirectUrl!, join(incoming(dataDir), 'database.dump'))
      swap(dataDir, parts)
    },
    undo: () => undoSwap(dataDir),
    finish: () => finishSwap(dataDir),
  }
}

/** While nothing runs: the database is started only to prove the copy. */
export async function restoreAtRest(file: string, settings: Environment, log: Log, say: ReportProgress) {
  const folder = holdNodeFolder(settings)
  try {
    settleHalfRestore(settings.dataDir, log)
    const prepared = await prepareRestore(file, settings, log, say)
    await stopServer(postgresData(settings.dataDir), (await findBinaries()).pgCtl)
    await prepared.apply().catch(error => {
      prepared.undo()
      throw error
    })
    return { restored: prepared.about, kept: prepared.finish() }
  } finally {
    folder.release()
  }
}

async function refuseUnfit(about: BackupManifest, settings: Environment, file: string) {
  if (about.product !== 'fullcircle' || about.format !== 1)
    throw new OperatorError(`${file} was made by a newer release. Upgrade first.`)
  const wanted = settings.databaseUrl ? 'dump' : 'physical'
  if (about.database !== wanted) throw new OperatorError(kindDiffers[about.database])
  if (wanted === 'physical') refuseOtherPostgres(about, await findBinaries())
  // Restored under another secret, sessions end, and stored credentials could never be read again.
  if (about.secret === 'environment' && fingerprint(secretOf(settings)) !== about.secretFingerprint)
    throw new OperatorError(
      'This backup was made with a FULLCIRCLE_SECRET from the environment, and the present one differs. Set the same secret first.',
    )
}

const kindDiffers = {
  physical: 'This backup is of an embedded database, and DATABASE_URL names a server. Restore it without DATABASE_URL.',
  dump: 'This backup is of a database server. Set DATABASE_URL to the server that shall receive it.',
}

function refuseOtherPostgres(about: BackupManifest, { major }: { major: number }) {
  if (about.postgres === major) return
  throw new OperatorError(
    `This backup holds PostgreSQL ${about.postgres}, and this release brings ${major}. Restore it with release ${about.version}, then upgrade.`,
  )
}

/** Starts the copy once: it mends itself from its log, and shows whether this release knows its tables. */
async function prove(folder: string, log: Log, say: ReportProgress) {
  say('Starting the copy to prove that it is whole')
  const trial = await startEmbedded(folder, { log })
  try {
    const client = new pg.Client(trial.connection)
    await client.connect()
    const { rows } = await client.query<{ name: string }>('select name from schema_migration').finally(() => client.end())
    const known = new Set(readdirSync(migrationsDir))
    const unknown = rows.find(row => !known.has(row.name))
    if (unknown) throw new OperatorError(`This backup was made by a newer release (it has ${unknown.name}). Upgrade first.`)
  } finally {
    await trial.stop()
  }
}

import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import type { ArchiveWriter } from '../archive.ts'
import { OperatorError } from '../operator-error.ts'
import type { Connection } from './address.ts'

/**
 * Copies the data folder of a running server into the archive, below `prefix`. Writing goes on meanwhile: the copy is torn,
 * and the log that comes with it mends it at its first start (PostgreSQL manual, "Making a Base Backup Using the Low Level API").
 */
export async function hotCopy(connection: Connection, data: string, archive: ArchiveWriter, prefix: string): Promise<void> {
  const client = new pg.Client({ ...connection, application_name: 'fullcircle-backup', statement_timeout: 0 })
  // A server that stops meanwhile is told by the query that fails.
  client.on('error', () => {})
  await client.connect()
  try {
    await holdLog(client)
    const begin = await client.query<{ file: string }>("select pg_walfile_name(pg_backup_start('fullcircle', true)) file")
    await copyData(data, archive, prefix)
    const end = await client.query<{ label: string; spaces: string; file: string }>(
      'select labelfile label, spcmapfile spaces, pg_walfile_name(lsn) file from pg_backup_stop(false)',
    )
    const { label, spaces, file } = end.rows[0]!
    if (spaces.trim())
      throw new OperatorError('This database has tablespaces outside its folder; they cannot be backed up this way.')
    await archive.text(`${prefix}/backup_label`, label)
    await copyLog(data, archive, prefix, begin.rows[0]!.file, file)
  } finally {
    await client.end().catch(() => {})
  }
}

/** The server keeps its log from here on, for as long as this session lives. The slot's name also keeps a second backup out. */
async function holdLog(client: pg.Client) {
  for (let attempt = 1; ; attempt++) {
    try {
      await client.query("select pg_create_physical_replication_slot('fullcircle_backup', true, true)")
      return
    } catch (error) {
      if ((error as { code?: string }).code !== '42710') throw error
      // The session of a backup that has just ended may take a moment to go.
      if (attempt === 20) throw new OperatorError('Another backup is under way. Wait until it is done.')
      await sleep(100)
    }
  }
}

// Made anew at each start, or describing the running server only.
const contentsLeftOut = new Set([
  'pg_wal',
  'pg_dynshmem',
  'pg_notify',
  'pg_serial',
  'pg_snapshots',
  'pg_stat_tmp',
  'pg_subtrans',
  'pg_replslot',
])
const left = (name: string) =>
  /^(postmaster\.(pid|opts)|backup_label(\.old)?|tablespace_map(\.old)?|pg_internal\.init)$|^pgsql_tmp/.test(name)

const controlFile = 'global/pg_control'

async function copyData(data: string, archive: ArchiveWriter, prefix: string) {
  for (const path of walk(data, '')) {
    if (path.endsWith('/')) await archive.folder(`${prefix}/${path}`)
    else if (path !== controlFile) await archive.file(join(data, path), `${prefix}/${path}`)
  }
  await archive.folder(`${prefix}/pg_wal/archive_status/`)
  await archive.folder(`${prefix}/pg_wal/summaries/`)
  // Last, so that it never speaks of a checkpoint that is older than what was copied.
  await archive.file(join(data, controlFile), `${prefix}/${controlFile}`)
}

/** Paths below the folder; a folder ends with a slash and comes before what it holds. */
function* walk(root: string, below: string): Generator<string> {
  for (const entry of readdirSync(join(root, below), { withFileTypes: true })) {
    if (left(entry.name)) continue
    const path = below + entry.name
    if (entry.isFile()) yield path
    if (!entry.isDirectory()) continue
    yield `${path}/`
    if (!contentsLeftOut.has(path)) yield* walk(root, `${path}/`)
  }
}

/** Names of log files sort by age: 24 hexadecimal digits. */
async function copyLog(data: string, archive: ArchiveWriter, prefix: string, first: string, last: string) {
  const names = readdirSync(join(data, 'pg_wal')).filter(name => /^[0-9A-F]{24}$/.test(name) && name >= first && name <= last)
  if (!names.includes(first) || !names.includes(last))
    throw new Error(`The server dropped a log file between ${first} and ${last}`)
  for (const name of names.sort()) await archive.file(join(data, 'pg_wal', name), `${prefix}/pg_wal/${name}`)
}

import { type ChildProcess, spawn } from 'node:child_process'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { OperatorError } from '../../../kit/server/operator-error.ts'

const install =
  'Install the PostgreSQL client of the same version as your server or newer (Debian: postgresql-client), or use the backup of your provider.'

/** The database of a server of one's own, in PostgreSQL's portable format. */
export async function dumpDatabase(url: string, file: string): Promise<void> {
  await finished(spawnTool('pg_dump', ['--format=custom', '--no-owner', `--file=${file}`], url), 'pg_dump')
}

/** Replaces all of the database by the dump, in one transaction: other connections see the old or the new. */
export async function loadDump(url: string, file: string): Promise<void> {
  const schemas = await prepare(url)
  const read = spawnTool('pg_restore', ['--no-owner', '--file=-', file])
  const load = spawnTool('psql', ['--quiet', '--no-psqlrc', '-v', 'ON_ERROR_STOP=1'], url)
  load.stdin!.on('error', () => {})
  const feed = async () => {
    load.stdin!.write(`set client_min_messages = warning; begin; set local lock_timeout = '30s'; ${renew(schemas)}\n`)
    await Promise.all([pipeline(read.stdout!, load.stdin!, { end: false }), finished(read, 'pg_restore')])
    load.stdin!.end('commit;\n')
  }
  // Without its last word, psql's transaction comes to nothing.
  const fed = feed().catch(error => {
    load.kill()
    throw error
  })
  const [feeding, loading] = await Promise.allSettled([fed, finished(load, 'psql')])
  // When one ends, the other loses its partner: the one that can say why is the one to hear.
  const failed = [feeding, loading].find(end => end.status === 'rejected' && end.reason instanceof OperatorError) ?? feeding
  if (failed.status === 'rejected') throw failed.reason
}

// A dump takes `public` for granted.
function renew(schemas: string[]) {
  const drop = schemas.map(name => `drop schema if exists ${pg.escapeIdentifier(name)} cascade;`).join(' ')
  return `${drop} create schema public; alter schema public owner to pg_database_owner; grant usage on schema public to public;`
}

async function prepare(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    // Roles belong to the whole server and are in no dump; the rights that the dump grants need this one.
    await client.query(`do $$ begin create role fullcircle_app nologin; exception when duplicate_object then null; end $$`)
    const { rows } = await client.query<{ name: string }>(
      `select nspname as name from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema'`,
    )
    return rows.map(row => row.name)
  } finally {
    await client.end()
  }
}

function spawnTool(tool: string, args: string[], url?: string): ChildProcess {
  if (!url) return spawn(tool, args, { stdio: ['pipe', 'pipe', 'pipe'] })
  // Everybody on the machine can read the arguments of a process; its environment only its own user.
  const bare = new URL(url)
  const password = decodeURIComponent(bare.password)
  bare.password = ''
  const env = { ...process.env, ...(password && { PGPASSWORD: password }) }
  return spawn(tool, [...args, '--dbname', bare.href], { stdio: ['pipe', 'pipe', 'pipe'], env })
}

function finished(child: ChildProcess, tool: string) {
  return new Promise<void>((resolve, reject) => {
    let said = ''
    child.stderr!.on('data', chunk => (said = (said + chunk).slice(-4000)))
    child.once('error', cause => {
      const missing = (cause as NodeJS.ErrnoException).code === 'ENOENT'
      reject(missing ? new OperatorError(`${tool} is not on this machine. ${install}`, { cause }) : cause)
    })
    child.once('close', code => {
      if (code === 0) resolve()
      else reject(new OperatorError(`${tool} failed: ${explain(said)}`))
    })
  })
}

function explain(said: string) {
  const line =
    said
      .trim()
      .split('\n')
      .find(text => /error|fatal/i.test(text)) ?? said.trim()
  return /version mismatch/.test(said) ? `${line} ${install}` : line
}

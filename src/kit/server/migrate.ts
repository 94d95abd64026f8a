import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type pg from 'pg'
import { OperatorError } from './operator-error.ts'

/** A number of our own, so that two nodes that start together migrate once. */
const LOCK = 0x66_75_6c_6c

export const migrationsDir = join(import.meta.dirname, '../../../db/migrations')

interface Migration {
  name: string
  sql: string
  checksum: string
}

/** Applies what is missing, in order, each in its own transaction, one node at a time. Returns the names that ran. */
export async function migrate(pool: pg.Pool, dir = migrationsDir): Promise<string[]> {
  const client = await pool.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK])
    await client.query(`create table if not exists schema_migration (
      name text primary key, checksum text not null, applied_at timestamptz not null default now())`)
    return await applyMissing(client, await readMigrations(dir))
  } finally {
    await client.query('select pg_advisory_unlock($1)', [LOCK]).catch(() => {})
    client.release()
  }
}

async function applyMissing(client: pg.PoolClient, migrations: Migration[]): Promise<string[]> {
  const { rows } = await client.query<{ name: string; checksum: string }>('select name, checksum from schema_migration')
  const applied = new Map(rows.map(row => [row.name, row.checksum]))
  const ran: string[] = []
  for (const migration of migrations) {
    const before = applied.get(migration.name)
    if (before && before !== migration.checksum) {
      throw new OperatorError(`Migration ${migration.name} was changed after it was applied. Add a new migration instead.`)
    }
    if (before) continue
    await applyOne(client, migration)
    ran.push(migration.name)
  }
  return ran
}

async function applyOne(client: pg.PoolClient, migration: Migration): Promise<void> {
  try {
    await client.query('begin; set local statement_timeout = 0')
    await client.query(migration.sql)
    await client.query('insert into schema_migration (name, checksum) values ($1, $2)', [migration.name, migration.checksum])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`Migration ${migration.name} failed: ${(error as Error).message}`, { cause: error })
  }
}

async function readMigrations(dir: string): Promise<Migration[]> {
  const names = (await readdir(dir)).filter(name => /^\d{4}_\w+\.sql$/.test(name)).sort()
  return Promise.all(
    names.map(async name => {
      const sql = await readFile(join(dir, name), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}

/** Names of migrations that the files have and the database has not. */
export async function missingMigrations(pool: pg.Pool, dir = migrationsDir): Promise<string[]> {
  const { rows: known } = await pool.query(`select to_regclass('schema_migration') is not null as begun`)
  const { rows } = known[0].begun ? await pool.query<{ name: string }>('select name from schema_migration') : { rows: [] }
  const applied = new Set(rows.map(row => row.name))
  return (await readMigrations(dir)).map(m => m.name).filter(name => !applied.has(name))
}

import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { type Product, openProduct } from '../src/app/server/product.ts'
import { readSettings, type Settings } from '../src/app/server/settings.ts'
import { openLog } from '../src/kit/server/log.ts'
import { type TestDatabase, testDatabase } from './db.ts'
import { planOnOldest } from './oldest.ts'

/** The product on a database that no other test sees. */
export interface Node {
  product: Product
  settings: Settings
  test: TestDatabase
  end(): Promise<void>
}

export async function openNode(env: Record<string, string> = {}): Promise<Node> {
  const test = await testDatabase()
  const settings = readSettings({
    FULLCIRCLE_SECRET: 's'.repeat(40),
    LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'error',
    // The embedded server takes sixty connections, and several products are open at once.
    DATABASE_POOL: '6',
    ...env,
  })
  const product = await openProduct({
    settings,
    connection: test.connection,
    log: openLog(settings.logLevel),
    version: 'test',
  })
  const end = async () => {
    await product.stop()
    await test.drop()
    await planOnOldest()
  }
  return { product, settings, test, end }
}

// Files of one process follow each other. To open the product and to copy a database takes longer than most of them need, so what one of
// them hands back the next one gets, emptied. They end with the process.
const idle: Node[] = []

/** A node as if it were new, with the settings that nobody chose. Hand it back with `end`. */
export async function borrowNode(): Promise<Node> {
  const node = idle.pop() ?? (await openLasting())
  // Whoever opened another product since then spoke for this process.
  node.product.takeOver()
  return {
    ...node,
    end: async () => {
      // A file may need two: one is kept.
      if (idle.length > 0) return node.end()
      await emptyDatabase(node.product.database.pool)
      idle.push(node)
      await planOnOldest()
    },
  }
}

// A node of one file is gone before the next minute begins. One that stays would do at its own time what the tests do themselves.
async function openLasting(): Promise<Node> {
  const node = await openNode()
  await node.product.database.pool.query('delete from pgboss.schedule')
  return node
}

async function emptyDatabase(pool: pg.Pool): Promise<void> {
  await callOffJobs(pool)
  await pool.query(emptyTables)
}

/** Jobs that wait never begin; what runs comes to its end first, and would find nothing of what it works on. */
async function callOffJobs(pool: pg.Pool): Promise<void> {
  for (;;) {
    await pool.query(`delete from pgboss.job where state < 'active'`)
    const { rows } = await pool.query(`select from pgboss.job where state = 'active' limit 1`)
    if (rows.length === 0) return
    await sleep(10)
  }
}

// What the template holds stays: the names of migrations and the queues. Deleting is quicker than truncating as long as a table is small.
const emptyTables = `do $$
declare t regclass;
begin
  set local session_replication_role = replica;
  for t in select oid from pg_class
    where relkind = 'r' and relnamespace in ('public'::regnamespace, 'pgboss'::regnamespace)
      and relname not in ('schema_migration', 'version', 'queue') and pg_relation_size(oid) > 0
  loop
    if pg_relation_size(t) > 200000 then execute format('truncate %s cascade', t); else execute format('delete from %s', t); end if;
  end loop;
end $$`

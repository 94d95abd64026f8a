import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { expect, test } from 'vitest'
import { prepare } from '../../../../test/prepared.ts'
import { readAbout, unpackArchive, writeArchive } from '../archive.ts'
import { postgresData, startEmbedded } from './embedded.ts'
import { hotCopy } from './hot-copy.ts'

const log = { info: () => {}, warn: () => {} }

test('A copy taken while tables grow, shrink, come and go and the log turns over is whole, and holds all that came before it.', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'fullcircle-hot-'))
  const server = await startEmbedded(await prepare(join(dir, 'from')), { log })
  const stop = await hurry(server.connection)
  const before = await last(server.connection)
  const file = join(dir, 'backup')
  const [first, second] = await Promise.allSettled(
    [file, `${file}2`].map(target =>
      writeArchive(target, { test: true }, archive =>
        hotCopy(server.connection, postgresData(join(dir, 'from')), archive, 'postgres/data'),
      ),
    ),
  )
  const after = await stop()
  await server.stop()
  // Two at a time get into each other's way: one is taken, the other waits its turn or says why not.
  expect([first, second].some(end => end?.status === 'fulfilled')).toBe(true)
  const taken = first?.status === 'fulfilled' ? file : `${file}2`
  expect(statSync(taken).size).toBeGreaterThan(0)
  expect(await readAbout(taken)).toEqual({ test: true })

  await unpackArchive(taken, join(dir, 'to'))
  const copy = await startEmbedded(join(dir, 'to'), { log })
  const { rows } = await ask(
    copy.connection,
    'select count(*)::int n, max(n)::int last, count(distinct md5(text))::int texts from ledger',
  )
  expect(rows[0].n).toBe(rows[0].last)
  expect(rows[0].last).toBeGreaterThanOrEqual(before)
  expect(rows[0].last).toBeLessThanOrEqual(after)
  expect(before).toBeLessThan(after)
  // Every page and index can be read.
  await ask(copy.connection, 'set enable_seqscan = off; select n from ledger order by n')
  await copy.stop()
  rmSync(dir, { recursive: true, force: true })
})

const ask = async (connection: pg.ClientConfig, text: string) => {
  const client = new pg.Client(connection)
  await client.connect()
  return client.query(text).finally(() => client.end())
}

const last = async (connection: pg.ClientConfig) =>
  Number((await ask(connection, 'select max(n) as last from ledger')).rows[0].last)

/** Several sessions that make a backup hard. Stops them and tells the last number that was committed. */
async function hurry(connection: pg.ClientConfig) {
  await ask(
    connection,
    `create table ledger (n bigint primary key, text text);
     insert into ledger select g, repeat(md5(g::text), 12) from generate_series(1, 20000) g`,
  )
  let stopped = false
  let number = 20_000
  const session = async (step: (client: pg.Client) => Promise<unknown>) => {
    const client = new pg.Client(connection)
    await client.connect()
    while (!stopped) await step(client)
    await client.end()
  }
  const sessions = [
    session(async client => {
      await client.query('insert into ledger select $1::bigint + g, repeat(md5(g::text), 12) from generate_series(1, 500) g', [
        number,
      ])
      number += 500
    }),
    session(client => client.query('select pg_switch_wal(); checkpoint')),
    session(async client => {
      await client.query('create table passing as select repeat(md5(g::text), 20) from generate_series(1, 3000) g')
      await client.query('delete from passing')
      // Cuts the file short, perhaps while it is being read.
      await client.query('vacuum passing')
      await client.query('drop table passing')
    }),
  ]
  return async () => {
    stopped = true
    await Promise.all(sessions)
    return number
  }
}

import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { fullcircle } from '../../../../test/commandLine.ts'
import { type Running, startProduct } from '../../../../test/product.ts'
import { find15, type Server15, start15 } from '../../../../test/server15.ts'
import { runningAddress } from '../../../kit/server/postgres/embedded.ts'

// The real product and the real command line, each in processes of their own.

vi.setConfig({ testTimeout: 240_000, hookTimeout: 60_000 })

const undo: (() => unknown)[] = []
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step()
})

function folder() {
  const made = mkdtempSync(join(tmpdir(), 'fullcircle-ops-'))
  undo.push(() => rmSync(made, { recursive: true, force: true }))
  return made
}

async function start(env: Record<string, string>): Promise<Running> {
  const running = await startProduct(env)
  undo.push(() => running.process.exitCode === null && running.process.signalCode === null && running.stop())
  return running
}

async function query(connection: pg.ClientConfig, text: string, values: unknown[] = []) {
  const client = new pg.Client(connection)
  await client.connect()
  return client.query(text, values).finally(() => client.end())
}

/** Writes row after row, one commit each; `acknowledged` is the last that the server confirmed. */
function writeOn(connection: pg.ClientConfig) {
  const writer = { acknowledged: 0, stopped: false, done: Promise.resolve() }
  const write = async () => {
    const client = new pg.Client(connection)
    client.on('error', () => {})
    await client.connect()
    while (!writer.stopped) {
      await client.query("insert into probe values ($1, repeat('x', 500))", [writer.acknowledged + 1])
      writer.acknowledged++
    }
    await client.end()
  }
  writer.done = write()
  return writer
}

const makeProbe = 'create table probe (n int primary key, text text)'
const countProbe = 'select count(*)::int n, coalesce(max(n), 0) last from probe'
const owner = { org: 'Northwind Water', name: 'Olga Owner', email: 'olga@northwind.example', password: 'correct horse battery' }

const setUp = (url: string) =>
  fetch(`${url}/api/v1/setup`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(owner) })

/** Uploads a text and says where it can be read again. */
async function upload(url: string, apiKey: string, text: string): Promise<string> {
  const body = new FormData()
  body.set('file', new Blob([text]), 'note.txt')
  const reply = await fetch(`${url}/api/v1/files`, { method: 'POST', headers: { authorization: `Bearer ${apiKey}` }, body })
  return `${url}/api/v1/files/${((await reply.json()) as { id: string }).id}`
}

// `stop` may be back a moment before we are told that our child ended.
const exitOf = async (child: ChildProcess): Promise<number | null> => {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  return child.exitCode
}

describe('Starting and stopping', () => {
  test('A second start on the same folder says who runs there and stops; after kill -9 the next start takes over.', async () => {
    const dir = folder()
    const first = await start({ DATA_DIR: dir })
    const second = await fullcircle(['start'], { DATA_DIR: dir, PORT: '0' })
    expect(second.code).toBe(1)
    expect(second.err.trim()).toMatch(
      new RegExp(`^Fullcircle already runs on ${dir} \\(process ${first.process.pid}, http://localhost:\\d+\\)\\. Stop it`),
    )
    expect(second.err.trim().split('\n')).toHaveLength(1)

    const database = runningAddress(dir)!
    await query(database, makeProbe)
    first.process.kill('SIGKILL')
    await sleep(100)
    const heir = await start({ DATA_DIR: dir })
    expect((await query(runningAddress(dir)!, countProbe)).rows).toEqual([{ n: 0, last: 0 }])

    expect((await fullcircle(['stop', '--json'], { DATA_DIR: dir })).out).toContain(`process ${heir.process.pid}`)
    expect(await exitOf(heir.process)).toBe(0)
    expect(runningAddress(dir)).toBeUndefined()
  })

  test('Stop also ends a database whose product was killed.', async () => {
    const dir = folder()
    const running = await start({ DATA_DIR: dir })
    running.process.kill('SIGKILL')
    await sleep(100)
    expect(runningAddress(dir)).toBeDefined()
    expect((await fullcircle(['stop'], { DATA_DIR: dir })).out).toMatch(/the database that was left running/)
    expect(runningAddress(dir)).toBeUndefined()
  })

  test.each([
    [{ PORT: 'eighty' }, /^PORT must be a whole number from 0 to 65535\.$/],
    [{ PORT: '70000' }, /^PORT must be a whole number from 0 to 65535\.$/],
    [{ TRUST_PROXY: 'maybe' }, /^TRUST_PROXY must be true, false, or addresses of proxies such as \S+\.$/],
    [{ HOST: '203.0.113.7' }, /^HOST 203\.0\.113\.7 is no address of this machine \(EADDRNOTAVAIL\)\..*$/],
    [{ DATA_DIR: '/etc/passwd/x' }, /^\/etc\/passwd\/x cannot be written: a part of it is a file, not a folder\..*$/],
    [{ DATABASE_URL: 'postgres://a:b%zz@h/x' }, /^DATABASE_URL must have a % in user or password written as %25\.$/],
    [{ DATABASE_URL: 'postgres://127.0.0.1:1/x' }, /^The server of DATABASE_URL does not answer: .* 127\.0\.0\.1:1\..*$/],
    [{ DATABASE_URL: 'mysql://x' }, /^DATABASE_URL must begin with postgres:\/\//],
    [{ FULLCIRCLE_SECRET: 'short' }, /^FULLCIRCLE_SECRET must have at least 32 characters\.$/],
    [
      { DATABASE_READ_URL: 'postgres://replica/x' },
      /^DATABASE_READ_URL belongs to a server of your own: set DATABASE_URL as well\.$/,
    ],
  ])('A bad setting stops the start with one clear line: %o', async (env, line) => {
    const ended = await fullcircle(['start'], { DATA_DIR: folder(), ...env })
    expect(ended.code).toBe(1)
    expect(ended.err.trim()).toMatch(line)
  })

  test('The doctor sees a running installation well, and names a port that somebody else holds.', async () => {
    const running = await start({})
    undo.push(() => rmSync(running.dataDir, { recursive: true, force: true }))
    const well = JSON.parse((await fullcircle(['doctor', '--json'], { DATA_DIR: running.dataDir })).out)
    expect(well.ok).toBe(true)
    const port = new URL(running.url).port
    const ill = await fullcircle(['doctor'], { DATA_DIR: folder(), PORT: port, SMTP_URL: 'smtp://127.0.0.1:1' })
    expect(ill.code).toBe(1)
    expect(ill.out).toMatch(/✗ port: .*EADDRINUSE[^]*set PORT[^]*✗ mail: 127\.0\.0\.1:1.*ECONNREFUSED/)
  })
})

describe('Backup and restore of the embedded database', () => {
  test('Taken under writes and restored into the running product: every acknowledged row is back, and nobody met a closed door.', async () => {
    const dir = folder()
    const file = join(folder(), 'fullcircle.backup')
    const running = await start({ DATA_DIR: dir })
    const { apiKey } = (await (await setUp(running.url)).json()) as { apiKey: string }
    const proof = await upload(running.url, apiKey, 'The tanker came at nine.')
    await query(runningAddress(dir)!, makeProbe)

    const writer = writeOn(runningAddress(dir)!)
    await sleep(300)
    const before = writer.acknowledged
    const backup = await fullcircle(['backup', file, '--json'], { DATA_DIR: dir })
    const after = writer.acknowledged
    writer.stopped = true
    await writer.done
    expect(backup.err).toBe('')
    expect(after).toBeGreaterThan(before)
    expect(statSync(file).mode & 0o777).toBe(0o600)

    await query(runningAddress(dir)!, 'truncate probe')
    const door = watchDoor(running.url)
    const restore = await fullcircle(['restore', file, '--json'], { DATA_DIR: dir })
    const answers = await door.close()
    expect(restore.code, restore.err).toBe(0)

    const { n, last } = (await query(runningAddress(dir)!, countProbe)).rows[0]
    expect(n).toBe(last)
    expect(n).toBeGreaterThanOrEqual(before)
    expect(n).toBeLessThanOrEqual(after + 1)
    expect((await setUp(running.url)).status).toBe(409)
    expect(await (await fetch(proof, { headers: { authorization: `Bearer ${apiKey}` } })).text()).toBe('The tanker came at nine.')
    expect(answers).toEqual(new Set([200, 503]))
    expect(existsSync(join(dir, 'before-restore/postgres/data/PG_VERSION'))).toBe(true)
  })

  test('A backup brings the installation up on another machine, and a damaged one is refused while the product goes on.', async () => {
    const dir = folder()
    const file = join(folder(), 'fullcircle.backup')
    const running = await start({ DATA_DIR: dir })
    await setUp(running.url)
    await fullcircle(['backup', file], { DATA_DIR: dir })

    const elsewhere = folder()
    expect((await fullcircle(['restore', file], { DATA_DIR: elsewhere })).out).toMatch(/^Restored the backup of /)
    expect(readFileSync(join(elsewhere, 'secret'), 'utf8')).toBe(readFileSync(join(dir, 'secret'), 'utf8'))
    const twin = await start({ DATA_DIR: elsewhere })
    expect((await setUp(twin.url)).status).toBe(409)

    truncateSync(file, statSync(file).size - 2000)
    const refused = await fullcircle(['restore', file], { DATA_DIR: dir })
    expect(refused.code).toBe(1)
    expect(refused.err).toMatch(/cannot be unpacked|is cut short/)
    writeFileSync(file, 'not a backup')
    expect((await fullcircle(['restore', file], { DATA_DIR: dir })).err).toMatch(/is not a backup of Fullcircle/)
    expect((await setUp(running.url)).status).toBe(409)
    expect(existsSync(join(dir, 'restore'))).toBe(false)
  })

  test('A backup is also taken while the product rests, and there is none of nothing.', async () => {
    const dir = folder()
    const file = join(folder(), 'fullcircle.backup')
    expect((await fullcircle(['backup', file], { DATA_DIR: join(dir, 'none') })).err).toMatch(/^There is nothing to back up in /)
    await (await start({ DATA_DIR: dir })).stop()
    expect((await fullcircle(['backup', file], { DATA_DIR: dir })).code).toBe(0)
    expect(runningAddress(dir)).toBeUndefined()
  })
})

/** Asks all the time whether anybody answers; the statuses seen, 0 for a second without a listener. */
function watchDoor(url: string) {
  const statuses = new Set<number>()
  let open = true
  const watch = async () => {
    for (; open; await sleep(10)) statuses.add(await knock(url))
  }
  const watching = watch()
  return {
    close: async () => {
      open = false
      await watching
      return statuses
    },
  }
}

async function knock(url: string): Promise<number> {
  for (let times = 0; times < 40; times++) {
    const reply = await fetch(`${url}/readyz`).catch(() => undefined)
    if (reply) return reply.status
    await sleep(25)
  }
  return 0
}

const bin15 = find15()

describe.runIf(bin15)('Backup and restore of a server of one’s own', () => {
  let server: Server15
  const tools = { PATH: `${bin15}:${process.env['PATH']}` }

  async function product() {
    server = await start15(bin15!, ['-c', 'fsync=off'])
    undo.push(() => server.stop())
    const dir = folder()
    const env = { DATA_DIR: dir, DATABASE_URL: server.url, ...tools }
    return { env, running: await start(env), file: join(folder(), 'fullcircle.backup') }
  }

  test('Taken and restored while the product runs, with the tools of PostgreSQL.', async () => {
    const { env, running, file } = await product()
    const { apiKey } = (await (await setUp(running.url)).json()) as { apiKey: string }
    const proof = await upload(running.url, apiKey, 'The tanker came at nine.')
    await query({ connectionString: server.url }, `${makeProbe}; insert into probe select g, 'x' from generate_series(1, 1000) g`)
    expect((await fullcircle(['backup', file], env)).err).toBe('')
    await query({ connectionString: server.url }, 'truncate probe; delete from file; create table later (n int)')
    const restored = await fullcircle(['restore', file], env)
    expect(restored.code, restored.err).toBe(0)
    expect((await query({ connectionString: server.url }, countProbe)).rows).toEqual([{ n: 1000, last: 1000 }])
    expect((await query({ connectionString: server.url }, "select to_regclass('later') as later")).rows).toEqual([
      { later: null },
    ])
    expect((await setUp(running.url)).status).toBe(409)
    expect(await (await fetch(proof, { headers: { authorization: `Bearer ${apiKey}` } })).text()).toBe('The tanker came at nine.')
  })

  test('A database that cannot serve is refused in one line that says why.', async () => {
    server = await start15(bin15!, ['-c', 'fsync=off'])
    undo.push(() => server.stop())
    const own = { connectionString: server.url }
    await query(own, 'create role small login')
    await query(own, 'create database small owner small')
    await query(own, "create database ascii template template0 encoding 'SQL_ASCII' locale 'C'")
    const lineOf = async (url: string, ...command: string[]) => {
      const ended = await fullcircle(command, { DATA_DIR: folder(), DATABASE_URL: url, PORT: '0' })
      expect(ended.code).toBe(1)
      return ended.err.trim()
    }
    const at = (database: string) => server.url.replace(/postgres$/, database)
    const lines = await Promise.all([
      lineOf(at('nowhere'), 'start'),
      lineOf(at('small').replace('postgres@', 'small@'), 'start'),
      lineOf(at('ascii'), 'start'),
      lineOf('postgres://127.0.0.1:1/x', 'import', 'units', 'package.json'),
    ])
    expect(lines).toEqual([
      expect.stringMatching(/^The database of DATABASE_URL refuses: database "nowhere" does not exist\. .*$/),
      expect.stringMatching(/^The database of DATABASE_URL refuses: permission denied to create role\. .*$/),
      expect.stringMatching(/^DATABASE_URL leads to a database in SQL_ASCII\. .*$/),
      expect.stringMatching(/^The server of DATABASE_URL does not answer: .*$/),
    ])
  })

  test('Without these tools it says which one is missing and where it comes from.', async () => {
    const { env, file } = await product()
    const refused = await fullcircle(['backup', file], { ...env, PATH: '/nowhere' })
    expect(refused.code).toBe(1)
    expect(refused.err).toMatch(/^pg_dump is not on this machine\. Install the PostgreSQL client/)
    expect(existsSync(file)).toBe(false)
  })
})

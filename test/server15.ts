import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

export interface Server15 {
  url: string
  port: number
  bin: string
  pid: number
  /** Ends it for a moment: the same data at the same address. */
  restart(): Promise<void>
  /** Kills it without a chance to write anything down, and starts it again. */
  crash(): Promise<void>
  stop(): Promise<void>
}

const candidates = [
  process.env['PG15_BIN'],
  '/usr/lib/postgresql/15/bin',
  '/usr/pgsql-15/bin',
  '/opt/homebrew/opt/postgresql@15/bin',
]

export const find15 = (): string | undefined => candidates.find(dir => dir && existsSync(join(dir, 'postgres')))

/** A PostgreSQL of the oldest supported version, in a temporary folder, on a free port; as user postgres when we are root. */
export async function start15(bin: string, settings: readonly string[] = []): Promise<Server15> {
  const dir = mkdtempSync(join(tmpdir(), 'fullcircle-pg15-'))
  const user = process.getuid?.() === 0 ? userIds('postgres') : undefined
  if (user) chownSync(dir, user.uid, user.gid)
  const data = join(dir, 'data')
  const options = { ...user, cwd: dir, stdio: 'ignore' as const }
  execFileSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'postgres', '--auth=trust', '-E', 'UTF8', '--locale=C.UTF-8', '-N'],
    options,
  )
  const port = await freePort()
  const flags = [
    '-c',
    'listen_addresses=127.0.0.1',
    '-c',
    `unix_socket_directories=${dir}`,
    '-c',
    'max_connections=200',
    ...settings,
  ]
  const launch = () => spawn(join(bin, 'postgres'), ['-D', data, '-p', String(port), ...flags], options)
  let child = launch()
  await untilReady(bin, port)
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    port,
    bin,
    pid: child.pid!,
    restart: async () => {
      await end(child)
      child = launch()
      await untilReady(bin, port)
    },
    crash: async () => {
      await end(child, 'SIGKILL')
      // What it left behind lives on for a moment, and nothing starts beside it.
      for (let i = 0; i < 100 && (i === 0 || child.exitCode !== null); i++) {
        await sleep(100)
        child = launch()
        await Promise.race([new Promise(gone => child.once('exit', gone)), untilReady(bin, port)])
      }
    },
    stop: async () => {
      await end(child)
      rmSync(dir, { recursive: true, force: true })
    },
  }
}

async function end(child: ChildProcess, signal: NodeJS.Signals = 'SIGINT'): Promise<void> {
  const gone = new Promise(done => child.once('exit', done))
  child.kill(signal)
  await gone
}

async function untilReady(bin: string, port: number): Promise<void> {
  for (let i = 0; i < 2_000; i++) {
    try {
      execFileSync(join(bin, 'pg_isready'), ['-h', '127.0.0.1', '-p', String(port), '-q'])
      return
    } catch {
      await sleep(50)
    }
  }
  throw new Error('PostgreSQL 15 did not come up')
}

const id = (flag: string, user: string) => Number(execFileSync('id', [flag, user], { encoding: 'utf8' }))
export const userIds = (user: string) => ({ uid: id('-u', user), gid: id('-g', user) })

export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })

import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { OperatorError } from '../operator-error.ts'
import { addressFlags, addressOf, authenticationFlags, type Connection, openAddress } from './address.ts'
import { type Binaries, findBinaries } from './binaries.ts'
import { serverFlags } from './flags.ts'
import { chooseIdentity, type OsIdentity, run, runToEnd, takeOwnership } from './identity.ts'
import { openServerLog } from './server-log.ts'
import { clearStale, isRunning, type Postmaster, readPostmaster } from './postmaster.ts'
import { refuseOtherMajor } from './major.ts'
import { type EmbeddedOptions, type Launched, type EmbeddedLog, type Supervised, supervise } from './supervise.ts'

export interface Embedded extends Supervised {
  connection: Connection
  /** It was running before us: somebody killed the product, but not its database. */
  adopted: boolean
  binaries: Binaries
}

/** Where the embedded PostgreSQL keeps everything that is its own. */
export const postgresHome = (dataDir: string) => join(resolve(dataDir), 'postgres')
export const postgresData = (dataDir: string) => join(postgresHome(dataDir), 'data')

/** Where the server of the folder answers now, when it runs. */
export function runningAddress(dataDir: string): Connection | undefined {
  const running = readPostmaster(postgresData(dataDir))
  const ready = running?.status === 'ready' && isRunning(running.pid, postgresData(dataDir))
  return ready ? addressOf(running, postgresHome(dataDir)) : undefined
}

/** Starts the product's own PostgreSQL under `dataDir`, or takes over the one that already runs there. The caller holds the folder's lock. */
export async function startEmbedded(dataDir: string, { log, onChange }: EmbeddedOptions): Promise<Embedded> {
  const binaries = await findBinaries()
  const home = postgresHome(dataDir)
  makeHome(dataDir, home)
  // Started again, it answers at the same address: pools need not learn a new one.
  const launch = (at?: Connection) => adoptOrStart(home, binaries, log, at)
  const first = await launch()
  const supervised = supervise(first, { launch, home, data: join(home, 'data'), pgCtl: binaries.pgCtl, log, onChange })
  return Object.assign(supervised, { connection: first.connection, adopted: first.adopted, binaries })
}

async function adoptOrStart(home: string, binaries: Binaries, log: EmbeddedLog, at: Connection | undefined): Promise<Launched> {
  const data = join(home, 'data')
  const running = await findRunning(data, log)
  if (running) return { pid: running.pid, connection: addressOf(running, home), adopted: true }
  const as = chooseIdentity(binaries.postgres, home)
  if (!existsSync(data)) initialise(home, binaries, as)
  takeOwnership(as, data)
  refuseOtherMajor(data, binaries)
  return start({ home, binaries, as, connection: await openAddress(home, as, at) }, log)
}

function makeHome(dataDir: string, home: string) {
  // Root's database user must be able to pass through; everything inside is private by itself.
  mkdirSync(resolve(dataDir), { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 })
  mkdirSync(home, { recursive: true, mode: 0o700 })
}

/** Waits while a server is between two states, so that the answer is a running one or none. */
async function findRunning(data: string, log: EmbeddedLog): Promise<Postmaster | undefined> {
  for (let round = 0; ; round++) {
    const found = readPostmaster(data)
    if (!found) return undefined
    if (!isRunning(found.pid, data)) {
      clearStale(data, found)
      return undefined
    }
    if (found.status === 'ready') return found
    if (round % 200 === 100) log.info(`PostgreSQL (pid ${found.pid}) is ${found.status || 'not ready'}; waiting`)
    await sleep(50)
  }
}

/** Made beside and renamed, so that a start that was killed half-way leaves nothing that looks whole. */
function initialise(home: string, binaries: Binaries, as: OsIdentity) {
  const fresh = join(home, 'data.new')
  const attempt = (locale: string) => {
    rmSync(fresh, { recursive: true, force: true })
    const flags = [
      '-D',
      fresh,
      '-U',
      'postgres',
      '-E',
      'UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      `--locale=${locale}`,
    ]
    return runToEnd(as, binaries.initdb, [...flags, ...authenticationFlags(home)])
  }
  let made = attempt('C.UTF-8')
  // Some systems do not know that locale; what sorts and compares is PostgreSQL's own anyway.
  if (!made.ok) made = attempt('C')
  if (!made.ok) throw new OperatorError(`PostgreSQL could not prepare its data folder ${home}: ${made.output.split('\n').at(-1)}`)
  renameSync(fresh, join(home, 'data'))
}

interface Start {
  home: string
  binaries: Binaries
  as: OsIdentity
  connection: Connection
}

async function start(plan: Start, log: EmbeddedLog): Promise<Launched> {
  // Left-over processes of a server that was killed may need a moment to notice and to let go of the memory.
  for (let attempt = 1; ; attempt++) {
    const started = await startOnce(plan)
    if (started.pid) return { pid: started.pid, connection: plan.connection, adopted: false }
    if (attempt === 20 || !/still in use|lock file .* already exists/.test(started.said))
      throw new OperatorError(`PostgreSQL does not start: ${lastWords(started.said)} (see ${join(plan.home, 'log')})`)
    log.info('An earlier PostgreSQL has not let go yet; trying again')
    await sleep(500)
  }
}

async function startOnce({ home, binaries, as, connection }: Start): Promise<{ pid?: number; said: string }> {
  const data = join(home, 'data')
  const flags = ['-D', data, '-p', String(connection.port), ...addressFlags(connection), ...serverFlags]
  const log = openServerLog(home)
  // Of its own session: Ctrl-C in the terminal is for the product, which then stops its database last.
  const child = run(as, binaries.postgres, flags, { detached: true, stdio: ['ignore', log.fd, log.fd] })
  log.close()
  let over: string | undefined
  child.once('exit', (code, signal) => (over = `it ended with ${signal ?? code}`)).once('error', error => (over = error.message))
  child.unref()
  while (over === undefined) {
    const now = readPostmaster(data)
    if (now && now.pid === child.pid && now.status === 'ready') return { pid: now.pid, said: '' }
    await sleep(15)
  }
  return { said: log.written() || over }
}

function lastWords(said: string) {
  const lines = said.trim().split('\n')
  return lines.findLast(line => /FATAL|PANIC|error/i.test(line)) ?? lines.at(-1)
}

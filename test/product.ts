import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { postgresData } from '../src/kit/server/postgres/embedded.ts'
import { freePort } from './server15.ts'

export interface Running {
  url: string
  dataDir: string
  process: ChildProcess
  /** What it wrote to standard error so far. */
  log(): string
  /** Ends it as an operator would; throws when it does not end cleanly. */
  stop(): Promise<void>
}

const root = join(import.meta.dirname, '..')

/**
 * The real product as a process of its own, as `npm start` runs it: its own folder, port and database unless told. Where a folder was
 * prepared, on a copy of it.
 */
export async function startProduct(env: Record<string, string> = {}): Promise<Running> {
  const dataDir = env['DATA_DIR'] ?? mkdtempSync(join(tmpdir(), 'fullcircle-'))
  const prepared = process.env['PREPARED_DATA']
  if (prepared && !env['DATA_DIR'] && !env['DATABASE_URL']) copyData(prepared, dataDir)
  const port = env['PORT'] ?? String(await freePort())
  const url = `http://localhost:${port}`
  const child = spawn(process.execPath, ['src/app/cli.ts', 'start'], {
    cwd: root,
    env: { ...process.env, LOG_LEVEL: 'warn', RATE_LIMIT: '2000', PUBLIC_URL: url, ...env, DATA_DIR: dataDir, PORT: port },
    stdio: ['ignore', 'inherit', 'pipe'],
  })
  let log = ''
  child.stderr!.on('data', (chunk: Buffer) => (log = (log + chunk.toString()).slice(-100_000)))
  await untilReady(url, child, () => log)
  return {
    url,
    dataDir,
    process: child,
    log: () => log,
    stop: () => end(child, env['DATA_DIR'] ? undefined : dataDir, () => log),
  }
}

function copyData(from: string, to: string): void {
  cpSync(from, to, { recursive: true })
  // PostgreSQL wants its folder for itself; to copy forgets who may enter.
  chmodSync(postgresData(to), 0o700)
}

async function untilReady(url: string, child: ChildProcess, log: () => string): Promise<void> {
  const end = Date.now() + 120_000
  while (Date.now() < end) {
    if (child.exitCode !== null) throw new Error(`The product ended with ${child.exitCode}:\n${log()}`)
    if (await isReady(url)) return
    await sleep(50)
  }
  child.kill('SIGKILL')
  throw new Error(`The product was not ready in two minutes:\n${log()}`)
}

export async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(2_000) })).ok
  } catch {
    return false
  }
}

async function end(child: ChildProcess, dataDir: string | undefined, log: () => string): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    const gone = new Promise(done => child.once('exit', done))
    child.kill('SIGTERM')
    await gone
  }
  if (dataDir) rmSync(dataDir, { recursive: true, force: true })
  if (child.exitCode !== 0 && child.signalCode !== 'SIGKILL')
    throw new Error(`The product ended with ${child.exitCode ?? child.signalCode}:\n${log()}`)
}

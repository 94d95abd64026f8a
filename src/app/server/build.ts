import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { takeLock } from '../../kit/server/file-lock.ts'
import type { Log } from '../../kit/server/log.ts'
import { OperatorError } from '../../kit/server/operator-error.ts'

const root = join(import.meta.dirname, '../../..')
const dist = join(root, 'dist')
const built = join(dist, 'web')
const STAMP = '.sources'
const LONGEST_WAIT_MS = 180_000

/** Builds the console when its sources are not those it was built from: a checkout needs no step of its own before `npm start`. */
export async function buildConsoleWhenStale(log: Pick<Log, 'info'>): Promise<void> {
  if (!existsSync(join(root, 'src/app/web')) || !existsSync(join(root, 'node_modules/vite'))) return
  const now = sourcesHash()
  if (isBuiltFrom(now)) return
  mkdirSync(dist, { recursive: true })
  const lock = await waitForLock()
  try {
    // Another node of this checkout may have built it while we waited.
    if (!isBuiltFrom(now)) build(now, log)
  } finally {
    lock.release()
  }
}

const isBuiltFrom = (hash: string) => existsSync(join(built, STAMP)) && readFileSync(join(built, STAMP), 'utf8') === hash

// Made beside and renamed: a node that serves the old one never sees half of the new one.
function build(hash: string, log: Pick<Log, 'info'>): void {
  log.info('Building the console; this takes a few seconds, once')
  const fresh = join(dist, 'web.new')
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  execFileSync(process.execPath, [vite, 'build', '--logLevel', 'error', '--outDir', fresh, '--emptyOutDir'], {
    cwd: root,
    // Whatever runs us (a test, a developer): people get what is built for them.
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: 'inherit',
  })
  writeFileSync(join(fresh, STAMP), hash)
  rmSync(built, { recursive: true, force: true })
  renameSync(fresh, built)
}

async function waitForLock() {
  for (const end = Date.now() + LONGEST_WAIT_MS; Date.now() < end; await sleep(200)) {
    const lock = takeLock(join(dist, 'building'))
    if (lock) return lock
  }
  throw new OperatorError('Another start has been building the console for three minutes. Stop it and start again.')
}

function sourcesHash(): string {
  const hash = createHash('sha256')
  const files = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && !/\.test\.tsx?$/.test(entry.name) && !entry.parentPath.includes(`${join('/', 'server')}`))
    .map(entry => join(entry.parentPath, entry.name))
    .concat(['index.html', 'vite.config.ts', 'bin/callsOnly.ts', 'package-lock.json'].map(name => join(root, name)))
    .filter(file => existsSync(file))
    .sort()
  for (const file of files) hash.update(file.slice(root.length)).update(readFileSync(file))
  return hash.digest('hex')
}

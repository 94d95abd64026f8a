import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Log } from '../../kit/server/log.ts'

const root = join(import.meta.dirname, '../../..')
const stamp = join(root, 'dist/web/.sources')

/** Builds the console when its sources are not those it was built from: a checkout needs no step of its own before `npm start`. */
export function buildConsoleWhenStale(log: Pick<Log, 'info'>): void {
  if (!existsSync(join(root, 'src/app/web')) || !existsSync(join(root, 'node_modules/vite'))) return
  const now = sourcesHash()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return
  log.info('Building the console; this takes a few seconds, once')
  execFileSync(process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'error'], {
    cwd: root,
    stdio: 'inherit',
  })
  writeFileSync(stamp, now)
}

function sourcesHash(): string {
  const hash = createHash('sha256')
  const files = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && !/\.test\.tsx?$/.test(entry.name) && !entry.parentPath.includes(`${join('/', 'server')}`))
    .map(entry => join(entry.parentPath, entry.name))
    .concat(['index.html', 'vite.config.ts', 'package-lock.json'].map(name => join(root, name)))
    .filter(file => existsSync(file))
    .sort()
  for (const file of files) hash.update(file.slice(root.length)).update(readFileSync(file))
  return hash.digest('hex')
}

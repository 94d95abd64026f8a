import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { takeLock } from '../../../kit/server/file-lock.ts'
import { OperatorError } from '../../../kit/server/operator-error.ts'
import type { Settings } from '../settings.ts'
import { isAlive } from './launcher.ts'

/** What a running node tells those who come after it. */
export interface NodeInfo {
  pid: number
  url: string
  /** Where it takes orders. */
  control: string
  startedAt: string
  /** The npm it ends with. */
  launcher?: number | undefined
  /** It is on its way out. */
  leaving?: boolean
}

export interface NodeFolder {
  path: string
  tell(info: NodeInfo): void
  release(): void
}

/** One node per data folder; with a server of one's own, where nodes may share the folder, one per host and port. */
export function nodeFolder(settings: Pick<Settings, 'dataDir' | 'databaseUrl' | 'port'>): string {
  const name = settings.databaseUrl ? `run-${hostname()}-${settings.port || process.pid}` : 'run'
  return join(settings.dataDir, name)
}

/** Holds the folder until released, or until the process ends in whatever way. */
export function holdNodeFolder(settings: Pick<Settings, 'dataDir' | 'databaseUrl' | 'port'>): NodeFolder {
  const path = nodeFolder(settings)
  mkdirSync(settings.dataDir, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 })
  mkdirSync(path, { recursive: true, mode: 0o700 })
  const lock = takeLock(join(path, 'lock'))
  if (!lock) throw new OperatorError(alreadyRuns(settings.dataDir, readNode(path)))
  const file = join(path, 'node.json')
  rmSync(file, { force: true })
  return {
    path,
    tell: info => writeFileSync(file, JSON.stringify(info), { mode: 0o600 }),
    release: () => {
      rmSync(file, { force: true })
      lock.release()
    },
  }
}

/** The same, after a moment of patience with a node that is just leaving. */
export async function holdWhenLeft(settings: Pick<Settings, 'dataDir' | 'databaseUrl' | 'port'>): Promise<NodeFolder> {
  const path = nodeFolder(settings)
  for (let round = 0; round < 120 && existsSync(path) && isHeld(path) && isLeaving(readNode(path)); round++) await sleep(100)
  return holdNodeFolder(settings)
}

const isLeaving = (node: NodeInfo | undefined) =>
  node?.leaving === true || (node?.launcher !== undefined && !isAlive(node.launcher))

function alreadyRuns(dataDir: string, node: NodeInfo | undefined) {
  const where = node ? `process ${node.pid}, ${node.url}` : 'starting or being worked on right now'
  return `Fullcircle already runs on ${dataDir} (${where}). Stop it with "npm run --silent fullcircle -- stop", or set another DATA_DIR and PORT.`
}

export function readNode(path: string): NodeInfo | undefined {
  try {
    return JSON.parse(readFileSync(join(path, 'node.json'), 'utf8'))
  } catch {
    return undefined
  }
}

/** True while a process holds the folder. */
export function isHeld(path: string): boolean {
  const lock = takeLock(join(path, 'lock'))
  lock?.release()
  return !lock
}

/** The nodes on this machine that work with the data folder. */
export function runningNodes(dataDir: string): { path: string; info: NodeInfo | undefined }[] {
  return foldersOf(dataDir)
    .filter(isHeld)
    .map(path => ({ path, info: readNode(path) }))
}

function foldersOf(dataDir: string) {
  const here = (name: string) => name === 'run' || name.startsWith(`run-${hostname()}-`)
  try {
    return readdirSync(dataDir)
      .filter(here)
      .map(name => join(dataDir, name))
  } catch {
    return []
  }
}

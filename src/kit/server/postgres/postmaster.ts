import { spawnSync } from 'node:child_process'
import { readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'

/** What a running PostgreSQL writes about itself into its data folder. */
export interface Postmaster {
  pid: number
  port: number
  /** Folder of the Unix socket, or empty. */
  socketFolder: string
  status: string
}

export function readPostmaster(data: string): Postmaster | undefined {
  try {
    const lines = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')
    const pid = Math.abs(Number(lines[0]))
    if (!pid) return undefined
    return { pid, port: Number(lines[3] ?? 0), socketFolder: lines[4] ?? '', status: (lines[7] ?? '').trim() }
  } catch {
    return undefined
  }
}

/** Whether the process of that number is the PostgreSQL of this data folder: numbers are used again, and the dead linger as zombies. */
export function isRunning(pid: number, data: string): boolean {
  if (!exists(pid)) return false
  if (process.platform === 'linux') return state(pid) !== 'Z' && worksIn(pid, data)
  if (process.platform === 'win32') return true
  const { stdout } = spawnSync('ps', ['-o', 'stat=,comm=', '-p', String(pid)], { encoding: 'utf8' })
  return !stdout.trim().startsWith('Z') && stdout.includes('postgres')
}

function exists(pid: number) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function state(pid: number) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2)[0]
  } catch {
    return 'Z'
  }
}

function worksIn(pid: number, data: string) {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(data)
  } catch {
    return false
  }
}

/** A stale file would stop the next start wherever its number now belongs to somebody else. */
export function clearStale(data: string, stale: Postmaster) {
  rmSync(join(data, 'postmaster.pid'), { force: true })
  if (!stale.socketFolder) return
  rmSync(join(stale.socketFolder, `.s.PGSQL.${stale.port}`), { force: true })
  rmSync(join(stale.socketFolder, `.s.PGSQL.${stale.port}.lock`), { force: true })
  removeTemporary(stale.socketFolder)
}

export const temporaryPrefix = 'fullcircle-pg-'

/** Removes the folder of a socket that did not fit into the data folder. */
export function removeTemporary(socketFolder: string) {
  if (basename(socketFolder).startsWith(temporaryPrefix)) rmSync(socketFolder, { recursive: true, force: true })
}

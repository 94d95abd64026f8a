import { spawnSync } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { clearStale, isRunning, readPostmaster, removeTemporary } from './postmaster.ts'

/** Stops the server of a data folder: politely, then firmly. Nothing committed is lost either way. */
export async function stopServer(data: string, pgCtl: string): Promise<void> {
  const server = readPostmaster(data)
  if (!server) return
  const { pid } = server
  if (isRunning(pid, data)) {
    if (process.platform === 'win32') spawnSync(pgCtl, ['stop', '-D', data, '-m', 'fast', '-t', '8'])
    else await signalInTurn(pid, data)
  }
  const left = readPostmaster(data)
  if (left?.pid === pid && !isRunning(pid, data)) clearStale(data, left)
  if (!left) removeTemporary(server.socketFolder)
}

const steps: { signal: NodeJS.Signals; patience: number }[] = [
  // Ends connections and writes everything down.
  { signal: 'SIGINT', patience: 6000 },
  // Ends at once; the next start replays the log.
  { signal: 'SIGQUIT', patience: 2000 },
  { signal: 'SIGKILL', patience: 1000 },
]

async function signalInTurn(pid: number, data: string) {
  for (const { signal, patience } of steps) {
    try {
      process.kill(pid, signal)
    } catch {
      return
    }
    if (await isGone(pid, data, patience)) return
  }
}

async function isGone(pid: number, data: string, patience: number) {
  for (const end = performance.now() + patience; performance.now() < end; await sleep(20)) if (!isRunning(pid, data)) return true
  return false
}

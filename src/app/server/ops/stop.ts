import { setTimeout as sleep } from 'node:timers/promises'
import { findBinaries } from '../../../kit/server/postgres/binaries.ts'
import { postgresData, runningAddress } from '../../../kit/server/postgres/embedded.ts'
import { stopServer } from '../../../kit/server/postgres/stop-server.ts'
import type { Environment } from '../settings.ts'
import { sendOrder } from './control.ts'
import { holdNodeFolder, isHeld, type NodeInfo, runningNodes } from './node-folder.ts'

/** Stops what runs on the data folder: every node on this machine, and a database whose product was killed. */
export async function stopInstallation(settings: Environment): Promise<string[]> {
  const stopped: string[] = []
  for (const { path, info } of runningNodes(settings.dataDir)) {
    await stopNode(path, info)
    stopped.push(info ? `Fullcircle at ${info.url} (process ${info.pid})` : 'a command that was at work')
  }
  if (await stopLeftDatabase(settings)) stopped.push('the database that was left running')
  return stopped
}

async function stopNode(path: string, info: NodeInfo | undefined) {
  await sendOrder(info?.control ?? '', { order: 'stop' }).catch(() => signal(info, 'SIGTERM'))
  if (await isFree(path, 15_000)) return
  signal(info, 'SIGKILL')
  await isFree(path, 3_000)
}

function signal(info: NodeInfo | undefined, name: NodeJS.Signals) {
  try {
    if (info) process.kill(info.pid, name)
  } catch {
    // Gone in the meantime: what we wanted.
  }
}

async function isFree(path: string, patience: number) {
  for (const end = performance.now() + patience; performance.now() < end; await sleep(50)) if (!isHeld(path)) return true
  return false
}

async function stopLeftDatabase(settings: Environment) {
  if (!runningAddress(settings.dataDir)) return false
  const folder = holdNodeFolder({ ...settings, databaseUrl: undefined })
  try {
    await stopServer(postgresData(settings.dataDir), (await findBinaries()).pgCtl)
  } finally {
    folder.release()
  }
  return true
}

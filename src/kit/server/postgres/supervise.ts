import { setTimeout as sleep } from 'node:timers/promises'
import type { Connection } from './address.ts'
import { isRunning } from './postmaster.ts'
import { rotateServerLog } from './server-log.ts'
import { stopServer } from './stop-server.ts'

export interface EmbeddedLog {
  info(message: string): void
  warn(message: string): void
}

export interface EmbeddedOptions {
  log: EmbeddedLog
  /** The server died and is being started again, or is back. */
  onChange?: (state: 'down' | 'up') => void
}

export interface Launched {
  pid: number
  connection: Connection
  adopted: boolean
}

export interface Supervised {
  /** The present process; another one after a crash. */
  readonly pid: number
  stop(): Promise<void>
}

interface Watch extends EmbeddedOptions {
  launch: (at?: Connection) => Promise<Launched>
  home: string
  data: string
  pgCtl: string
}

/** Looks often enough that an outage is short, and by process number, so that an adopted server is watched like our own. */
export function supervise(first: Launched, watch: Watch): Supervised {
  let { pid } = first
  let stopping = false
  let restarting = Promise.resolve()
  const look = () => {
    if (stopping || isRunning(pid, watch.data)) return
    clearInterval(timer)
    restarting = restart().then(begin)
  }
  const restart = async () => {
    watch.log.warn(`PostgreSQL (pid ${pid}) has ended by itself; starting it again`)
    watch.onChange?.('down')
    const again = await launchUntilItRuns(watch, first.connection, () => stopping)
    if (!again) return
    pid = again.pid
    watch.log.info(`PostgreSQL runs again (pid ${pid})`)
    watch.onChange?.('up')
  }
  let timer: NodeJS.Timeout
  const begin = () => {
    if (!stopping) timer = setInterval(look, 200).unref()
  }
  begin()
  const rotation = setInterval(() => rotateServerLog(watch.home), 3_600_000).unref()
  return {
    get pid() {
      return pid
    },
    async stop() {
      stopping = true
      clearInterval(timer)
      clearInterval(rotation)
      await restarting
      await stopServer(watch.data, watch.pgCtl)
    },
  }
}

async function launchUntilItRuns(watch: Watch, at: Connection, stopping: () => boolean) {
  for (let pause = 200; !stopping(); pause = Math.min(pause * 2, 5000)) {
    try {
      return await watch.launch(at)
    } catch (error) {
      watch.log.warn((error as Error).message)
      await sleep(pause)
    }
  }
  return undefined
}

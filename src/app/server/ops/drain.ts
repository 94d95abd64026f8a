import { setTimeout as sleep } from 'node:timers/promises'
import type { Log } from '../../../kit/server/log.ts'
import { findLauncher, isAlive } from './launcher.ts'

/** Whoever stops us waits ten seconds before using force; the database needs the last of them. */
const patience = { product: 7_500, all: 9_500 }

export interface Ending {
  /** Ends requests in flight and hands jobs back. */
  product(): Promise<void>
  /** Database, control socket, lock. */
  rest(): Promise<void>
}

/** Stops in order, each with its share of the time: what is left undone is safe in the database and taken up at the next start. */
export async function drain(ending: Ending, log: Log): Promise<void> {
  const began = performance.now()
  await within(patience.product, ending.product(), 'requests or jobs', log)
  await within(patience.all - (performance.now() - began), ending.rest(), 'the database', log)
}

export async function within(milliseconds: number, work: Promise<void>, what: string, log: Log) {
  const late = new AbortController()
  const watch = sleep(milliseconds, 'late', { signal: late.signal }).catch(() => 'done')
  const outcome = await Promise.race([work.catch(error => log.warn({ err: error }, `${what} did not end cleanly`)), watch])
  late.abort()
  if (outcome === 'late') log.warn(`${what} took too long to end; going on without`)
}

/** SIGTERM, SIGINT and the end of the npm that started us stop the product; whoever insists later wants out at once. */
export function onStopSignal(stop: () => Promise<void>, log: Log): void {
  let since: number | undefined
  const begin = (why: string) => {
    since = performance.now()
    log.info(`${why}: finishing what is in hand`)
    void stop().finally(() => process.exit(0))
  }
  const onSignal = (signal: NodeJS.Signals) => {
    if (since === undefined) begin(signal)
    // A group of processes that is stopped together hears it from the terminal and from npm: that is one wish.
    else if (performance.now() - since > 2_000) process.exit(130)
  }
  process.on('SIGTERM', onSignal).on('SIGINT', onSignal)
  const launcher = findLauncher()
  if (launcher) setInterval(() => since === undefined && !isAlive(launcher) && begin('npm has ended'), 500).unref()
}

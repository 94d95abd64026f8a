import { setTimeout as sleep } from 'node:timers/promises'
import type { Log } from '../../../kit/server/log.ts'

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

/** SIGTERM and SIGINT stop once; whoever asks twice wants out now. */
export function onStopSignal(stop: () => Promise<void>, log: Log): void {
  let asked = false
  const onSignal = (signal: NodeJS.Signals) => {
    if (asked) process.exit(130)
    asked = true
    log.info(`${signal}: finishing what is in hand`)
    void stop().finally(() => process.exit(0))
  }
  process.on('SIGTERM', onSignal).on('SIGINT', onSignal)
}

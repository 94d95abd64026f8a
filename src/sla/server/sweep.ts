import { setTimeout as sleep } from 'node:timers/promises'
import { systemCaller } from '../../kit/caller.ts'
import type { Database, Tx } from '../../kit/server/db.ts'
import type { Log } from '../../kit/server/log.ts'
import { type Due, dueClocks, orgsWithDue, putOff, takeDue } from './clockStore.ts'
import { currentOf, fireDue, save } from './current.ts'
import { stepWatchers } from './fired.ts'

const batch = 200
const lanes = 3
/** Clocks in one transaction. */
const together = 10
const retryMs = 60_000

/**
 * Fires what is due, on every node. A sweep finds ids by the index of due times; each clock is then handled in a transaction of its own
 * that skips what another node has in hand. What fired is a row with a unique key, so that nothing fires twice, whatever ends a process.
 */
export class SlaSweep {
  readonly #database: Database
  readonly #log: Log
  readonly #everyMs: number
  #timer: NodeJS.Timeout | undefined
  #sweeping: Promise<void> | undefined
  #stopped = false

  constructor(options: { database: Database; log: Log; everyMs?: number }) {
    this.#database = options.database
    this.#log = options.log
    this.#everyMs = options.everyMs ?? 500
  }

  start(): void {
    this.#timer = setInterval(() => void this.run(), this.#everyMs).unref()
  }

  /** Finishes the clocks in hand. */
  async stop(): Promise<void> {
    this.#stopped = true
    clearInterval(this.#timer)
    await Promise.race([this.#sweeping, sleep(7_000, undefined, { ref: false })])
  }

  /** One look at what is due; a second one meanwhile waits for the first. */
  run(): Promise<void> {
    this.#sweeping ??= this.#sweep()
      .catch(error => this.#log.warn({ err: error }, 'promises: what is due could not be read; trying again'))
      .finally(() => (this.#sweeping = undefined))
    return this.#sweeping
  }

  async #sweep(): Promise<void> {
    for (const org of await this.#database.inSystem(orgsWithDue)) {
      const work: Work = run => this.#database.inOrg(org, systemCaller('sla.sweep'), run)
      const seen = new Set<string>()
      for (;;) {
        const due = await work(tx => dueClocks(tx, batch))
        // What is left although we went through it is in another node's hands, or failed and waits.
        if (this.#stopped || due.every(({ id }) => seen.has(id))) break
        for (const { id } of due) seen.add(id)
        await this.#handle(shuffled(due), work)
      }
    }
  }

  /** Several clocks share a transaction; when one of them fails, each is tried by itself and the bad one put off. */
  async #handle(due: Due[], work: Work): Promise<void> {
    const lane = async () => {
      for (let some = due.splice(0, together); some.length && !this.#stopped; some = due.splice(0, together)) {
        await work(tx => fireClocks(tx, some)).catch(async () => {
          for (const clock of some) await this.#alone(clock, work)
        })
      }
    }
    await Promise.all(Array.from({ length: lanes }, lane))
  }

  async #alone(clock: Due, work: Work): Promise<void> {
    await work(tx => fireClocks(tx, [clock])).catch(async error => {
      this.#log.error({ err: error, clock: clock.id }, 'a step of a promise failed and will be tried again')
      await work(tx => putOff(tx, clock.id, new Date(tx.now.getTime() + retryMs)))
    })
  }
}

type Work = <T>(run: (tx: Tx) => Promise<T>) => Promise<T>

async function fireClocks(tx: Tx, due: readonly Due[]): Promise<void> {
  for (const clock of due) await fireClock(tx, clock)
}

/** Fires what is due of one clock and plans what comes next. */
async function fireClock(tx: Tx, { id, subject }: Due): Promise<void> {
  for (const watcher of stepWatchers.all()) {
    if (watcher.subjectType === subject.type && !(await watcher.lock(tx, subject.id))) return
  }
  const row = await takeDue(tx, id)
  if (!row) return
  await save(tx, await fireDue(tx, await currentOf(tx, row, tx.now.getTime())))
}

// Two nodes that find the same clocks begin at different ones.
function shuffled<T>(list: readonly T[]): T[] {
  return list
    .map(one => [Math.random(), one] as const)
    .sort(([a], [b]) => a - b)
    .map(([, one]) => one)
}

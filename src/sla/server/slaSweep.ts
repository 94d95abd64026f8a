import { systemCaller } from '../../kit/caller.ts'
import type { Database, Tx } from '../../kit/server/db.ts'
import type { Log } from '../../kit/server/log.ts'
import { type PollingLoop, LoopRunner } from '../../kit/server/pollingLoop.ts'
import { type ClockRow, orgsWithDue, postponeClock, takeDue } from './clockStore.ts'
import { readCurrentClocks, fireDue, saveCurrentClocks } from './currentClocks.ts'
import { stepWatchers } from './stepWatchers.ts'

const everyMs = 500
const lanes = 2
/** Clocks in one transaction. */
const together = 50
const retryMs = 60_000

/**
 * Fires what is due, on every node. A sweep finds clocks by the index of due times and takes some at a time into a transaction, past those
 * that another node has in hand. What fired is a row with a unique key, so that nothing fires twice, whatever ends a process.
 */
export class SlaSweep {
  readonly #database: Database
  readonly #log: Log
  readonly #turns: LoopRunner

  constructor(options: { database: Database; log: Log; everyMs?: number }) {
    this.#database = options.database
    this.#log = options.log
    this.#turns = new LoopRunner({
      name: 'promises',
      everyMs: options.everyMs ?? everyMs,
      log: options.log,
      turn: () => this.#sweep(),
      patienceMs: 7_000,
    })
  }

  /** Finishes the clocks in hand. */
  stop(): Promise<void> {
    return this.#turns.stop()
  }

  /** Runs a sweep. A call during a sweep returns when that one ends; one more follows it. */
  run(): Promise<void> {
    return this.#turns.wake()
  }

  get #stopped(): boolean {
    return this.#turns.stopped
  }

  async #sweep(): Promise<void> {
    for (const org of await this.#database.inSystem(orgsWithDue)) {
      const work: InOrgWork = run => this.#database.inOrg(org, systemCaller('sla.sweep'), run)
      const left: string[] = []
      // Mostly one look is enough; where much is due, several go on side by side.
      if (!(await this.#some(work, left))) continue
      const lane = async () => {
        while (await this.#some(work, left));
      }
      await Promise.all(Array.from({ length: lanes }, lane))
    }
  }

  /** Some clocks share a transaction; when it fails, each is tried by itself and the bad one put off. True: there may be more. */
  async #some(work: InOrgWork, left: string[]): Promise<boolean> {
    if (this.#stopped) return false
    let taken: ClockRow[] = []
    const take = async (tx: Tx) => (taken = await takeDue(tx, { limit: together, except: left }))
    const leave = await work(async tx => fire(tx, await take(tx))).catch(async (error: unknown) => {
      if (taken.length === 0) throw error
      for (const { id } of taken) await this.#alone(id, work)
      return []
    })
    left.push(...leave)
    return taken.length === together
  }

  async #alone(id: string, work: InOrgWork): Promise<void> {
    if (this.#stopped) return
    await work(async tx => fire(tx, await takeDue(tx, { limit: 1, only: id }))).catch(async (error: unknown) => {
      this.#log.error({ err: error, clock: id }, 'a step of a promise failed and will be tried again')
      await work(tx => postponeClock(tx, id, new Date(tx.now.getTime() + retryMs)))
    })
  }
}

/** Promises that fall due fire their steps, on every node. */
export const promiseLoop: PollingLoop = {
  name: 'promises',
  everyMs,
  looksFor: 'steps of promises that are due: warnings, breaches, reminders, escalations',
  start: node => new SlaSweep(node),
}

type InOrgWork = <T>(run: (tx: Tx) => Promise<T>) => Promise<T>

/** Fires what is due of clocks and plans what comes next. Returns those that wait for the next sweep. */
async function fire(tx: Tx, rows: readonly ClockRow[]): Promise<string[]> {
  const busy = await busySubjects(tx, rows)
  const free = rows.filter(row => !busy.has(row.subject.id))
  const fired = await fireDue(tx, await readCurrentClocks(tx, free, tx.now.getTime()))
  const again = (await saveCurrentClocks(tx, fired)).filter(({ plan }) => plan.nextAt !== null && plan.nextAt <= tx.now.getTime())
  return [...rows.filter(row => busy.has(row.subject.id)), ...again.map(({ row }) => row)].map(row => row.id)
}

/** Subjects that somebody else has in hand. Nobody is waited for here, so nobody can wait in a ring. */
async function busySubjects(tx: Tx, rows: readonly ClockRow[]): Promise<Set<string>> {
  const busy = new Set<string>()
  for (const watcher of stepWatchers.all()) {
    const ids = rows.flatMap(({ subject }) => (subject.type === watcher.subjectType ? [subject.id] : []))
    if (ids.length === 0) continue
    const taken = await watcher.lock(tx, [...new Set(ids)])
    for (const id of ids) if (!taken.has(id)) busy.add(id)
  }
  return busy
}

import { setTimeout as sleep } from 'node:timers/promises'
import type { Database } from './db.ts'
import type { Log } from './log.ts'

export interface LoopContext {
  database: Database
  log: Log
}

/** Something that looks for due work again and again, on every node; `docs/clocks.md` lists them. */
export interface PollingLoop {
  name: string
  everyMs: number
  /** What it looks for, in words. */
  looksFor: string
  start(node: LoopContext): Running
}

export interface Running {
  /** Takes nothing new, finishes what is in hand as far as it ends soon. */
  stop(): Promise<void>
}

export interface LoopRunnerOptions {
  name: string
  everyMs: number
  log: Log
  /** One round over everything that is due. */
  turn(): Promise<void>
  /** What the turns began and is not done yet. */
  inHand?(): number
  /** How long a stop waits for turn and hands. */
  patienceMs: number
}

/** Turns, one at a time: by the clock, and at once when woken. Whoever wakes it during a turn gets another one after it. */
export class LoopRunner {
  readonly #options: LoopRunnerOptions
  readonly #timer: NodeJS.Timeout
  #turning: Promise<void> | undefined
  #again = false
  #stopped = false

  constructor(options: LoopRunnerOptions) {
    this.#options = options
    this.#timer = setInterval(() => void this.wake(), options.everyMs).unref()
  }

  get stopped(): boolean {
    return this.#stopped
  }

  /** Ends with the turn that goes on, or the one that begins now. */
  wake(): Promise<void> {
    if (this.#stopped) return Promise.resolve()
    if (this.#turning) this.#again = true
    this.#turning ??= this.#turn()
    return this.#turning
  }

  async stop(): Promise<void> {
    this.#stopped = true
    clearInterval(this.#timer)
    const end = Date.now() + this.#options.patienceMs
    while ((this.#turning || this.#options.inHand?.()) && Date.now() < end) await sleep(20)
  }

  async #turn(): Promise<void> {
    const { turn, log, name } = this.#options
    await turn().catch(error => log.warn({ err: error }, `${name}: what is due could not be read; trying again`))
    this.#turning = undefined
    const again = this.#again
    this.#again = false
    if (again) setImmediate(() => void this.wake())
  }
}

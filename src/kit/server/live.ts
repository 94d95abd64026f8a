import { EventEmitter } from 'node:events'
import type pg from 'pg'
import { PatientClient, type Tx } from './db.ts'
import type { Topic } from '../vocabulary.ts'
import type { Log } from './log.ts'

/** Something that people who watch should see: names and ids only; each browser asks for what it may see. */
export interface LiveEvent {
  org: string
  topic: Topic
  id?: string
  data?: Record<string, unknown>
}

const CHANNEL = 'fullcircle_live'
const BATCH_MS = 40
// NOTIFY takes less than 8000 bytes.
const LARGEST = 7_500

/** Fan-out of live events to every node: batched right after commit, one LISTEN connection a node. */
export class Live {
  readonly #emitter = new EventEmitter().setMaxListeners(0)
  readonly #connection: pg.ClientConfig
  readonly #pool: pg.Pool
  readonly #log: Log
  #waiting: LiveEvent[] = []
  #timer: NodeJS.Timeout | undefined
  #flushedAt = 0
  #client: pg.Client | undefined
  #closed = false

  constructor(options: { connection: pg.ClientConfig; pool: pg.Pool; log: Log }) {
    this.#connection = options.connection
    this.#pool = options.pool
    this.#log = options.log
  }

  /** Keeps one listening connection, for as long as the process runs. */
  async start(): Promise<void> {
    if (this.#closed) return
    const client = new PatientClient({ ...this.#connection, keepAlive: true, application_name: 'fullcircle-live' })
    client.on('end', () => this.#again())
    client.on('notification', ({ payload }) => this.#receive(payload))
    try {
      await client.connect()
      await client.query(`listen ${CHANNEL}`)
      this.#client = client
      // Events may have passed while nobody listened: whoever watches asks again.
      this.#emitter.emit('gap')
    } catch (error) {
      this.#log.warn({ err: error }, 'live events are away; trying again')
      await client.end().catch(() => {})
    }
  }

  #again(): void {
    this.#client = undefined
    if (!this.#closed) setTimeout(() => void this.start(), 500).unref()
  }

  #receive(payload: string | undefined): void {
    for (const event of JSON.parse(payload ?? '[]') as LiveEvent[]) this.#emitter.emit('event', event)
  }

  announce(event: LiveEvent): void {
    this.#waiting.push(event)
    // At once after a silence; in a stream of events, together with what comes within a moment.
    this.#timer ??= setTimeout(() => void this.#flush(), Math.max(0, this.#flushedAt + BATCH_MS - Date.now()))
  }

  async #flush(): Promise<void> {
    this.#timer = undefined
    this.#flushedAt = Date.now()
    const batches = pack(this.#waiting)
    this.#waiting = []
    for (const batch of batches) {
      // Over the connection that listens, so that no request is waited for.
      await (this.#client ?? this.#pool)
        .query('select pg_notify($1, $2)', [CHANNEL, batch])
        .catch(error => this.#log.warn({ err: error }, 'live events lost'))
    }
  }

  /** Calls `see` for each event of the organisation, `gap` when some may have been missed. Returns how to stop. */
  watch(org: string, see: (event: LiveEvent) => void, gap: () => void): () => void {
    const onEvent = (event: LiveEvent) => event.org === org && see(event)
    this.#emitter.on('event', onEvent).on('gap', gap)
    return () => void this.#emitter.off('event', onEvent).off('gap', gap)
  }

  async stop(): Promise<void> {
    this.#closed = true
    if (this.#timer) clearTimeout(this.#timer)
    await this.#client?.end().catch(() => {})
  }
}

/** Events as JSON arrays that each fit into one notification. */
export function pack(events: readonly LiveEvent[]): string[] {
  const batches: string[] = []
  let texts: string[] = []
  let size = 2
  for (const event of events) {
    const json = JSON.stringify(event)
    const length = Buffer.byteLength(json) + 1
    if (length > LARGEST) continue
    if (size + length > LARGEST) {
      batches.push(`[${texts.join(',')}]`)
      texts = []
      size = 2
    }
    texts.push(json)
    size += length
  }
  return texts.length ? [...batches, `[${texts.join(',')}]`] : batches
}

let current: Live | undefined

export const setLive = (live: Live | undefined) => void (current = live)

/** Tells who watches, once the transaction is committed. */
export function announce(tx: Tx, topic: Topic, id?: string, data?: Record<string, unknown>): void {
  tx.afterCommit(() => current?.announce({ org: tx.org, topic, ...(id && { id }), ...(data && { data }) }))
}

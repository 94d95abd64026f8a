import { randomUUID } from 'node:crypto'
import { BlockList } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { systemCaller } from '../../kit/caller.ts'
import type { Database, Tx } from '../../kit/server/db.ts'
import { announce } from '../../kit/server/live.ts'
import type { Log } from '../../kit/server/log.ts'
import { type PollingLoop, LoopRunner } from '../../kit/server/pollingLoop.ts'
import { decideAttempt, type AttemptOutcome } from '../webhookAttempt.ts'
import { bodyOf, testBody, testKind } from '../webhookPayload.ts'
import { type WebhookResponse, postWebhook } from './postWebhook.ts'
import {
  type ClaimedDelivery,
  claimDue,
  endpointsWithDue,
  type DueEndpoint,
  readHappened,
  type DeliverySettlement,
  settle,
} from './deliveryStore.ts'
import { readSecrets } from './endpointStore.ts'
import { followRecord } from './follow.ts'
import { orgsWithEndpoints } from './followStore.ts'
import { noteHealth } from './health.ts'
import { webhookSettings } from './settings.ts'
import { signedHeaders } from './sign.ts'

interface WebhookCarrierOptions {
  database: Database
  log: Log
  everyMs?: number
  timeoutMs?: number
}

interface DeliveryInFlight extends ClaimedDelivery {
  org: string
  endpoint: string
  url: string
  claim: string
  body: string
  secrets: string[]
}

/** Messages in hand at once on this node; to one endpoint; to one that does not take them. */
const LANES = 24
const PER_ENDPOINT = 4
const PER_FAILING = 1

const none = new BlockList()
const caller = systemCaller('webhooks')
const everyMs = 700

/**
 * Follows the record and delivers what endpoints asked for, on every node. A message is claimed for as long as an attempt can last and
 * no other node touches it meanwhile; a node that dies leaves it to the others when that time is over.
 */
export class WebhookCarrier {
  readonly #options: WebhookCarrierOptions
  readonly #timeoutMs: number
  readonly #rides = new Map<string, number>()
  #turns: LoopRunner | undefined

  constructor(options: WebhookCarrierOptions) {
    this.#options = options
    this.#timeoutMs = options.timeoutMs ?? 10_000
  }

  start(): void {
    this.#turns = new LoopRunner({
      name: 'webhooks',
      everyMs: this.#options.everyMs ?? everyMs,
      log: this.#options.log,
      turn: () => this.#turn(),
      inHand: () => this.#inHand(),
      patienceMs: 6_000,
    })
  }

  /** Finishes what is in hand as far as it ends soon; the rest is tried again by whoever comes. */
  async stop(): Promise<void> {
    await this.#turns?.stop()
  }

  get #stopped(): boolean {
    return this.#turns?.stopped ?? false
  }

  async #turn(): Promise<void> {
    for (const org of await this.#options.database.inSystem(orgsWithEndpoints)) {
      while (!this.#stopped && (await this.#inOrg(org, followRecord)));
      await this.#inOrg(org, tx => this.#claim(tx))
    }
  }

  async #claim(tx: Tx): Promise<void> {
    for (const endpoint of await endpointsWithDue(tx)) {
      const free = Math.min(LANES - this.#inHand(), (endpoint.failing ? PER_FAILING : PER_ENDPOINT) - this.#inHand(endpoint.id))
      if (free <= 0 || this.#stopped) continue
      for (const ride of await this.#take(tx, endpoint, free)) tx.afterCommit(() => void this.#carry(ride))
    }
  }

  async #take(tx: Tx, { id, url }: DueEndpoint, free: number): Promise<DeliveryInFlight[]> {
    const claim = randomUUID()
    const claimed = await claimDue(tx, id, claim, free, this.#timeoutMs * 2 + 5_000)
    if (claimed.length === 0) return []
    const { secret, former } = (await readSecrets(tx, id))!
    const secrets = [secret, ...(former ? [former.secret] : [])]
    const happened = await readHappened(
      tx,
      claimed.map(({ event }) => event),
    )
    return claimed.map(one => {
      const found = happened.get(one.event)
      const body = found && one.kind !== testKind ? bodyOf(found, tx.org) : testBody(one.event, one.createdAt, tx.org)
      return { ...one, org: tx.org, endpoint: id, url, claim, body, secrets }
    })
  }

  async #carry(ride: DeliveryInFlight): Promise<void> {
    this.#count(ride.endpoint, 1)
    const began = performance.now()
    try {
      const told = await this.#post(ride)
      await this.#settle(ride, told, Math.round(performance.now() - began))
    } finally {
      this.#count(ride.endpoint, -1)
      void this.#turns?.wake()
    }
  }

  async #post({ url, event, body, secrets }: DeliveryInFlight): Promise<WebhookResponse | Error> {
    const headers = signedHeaders(event, new Date(), body, secrets)
    const allowed = webhookSettings.call().networks ?? none
    try {
      return await postWebhook({ url, headers, body, timeoutMs: this.#timeoutMs, allowed })
    } catch (error) {
      return error as Error
    }
  }

  async #settle(ride: DeliveryInFlight, told: WebhookResponse | Error, tookMs: number): Promise<void> {
    const reply = told instanceof Error ? undefined : told
    const outcome = decideAttempt(
      { status: reply?.status, retryAfter: reply?.retryAfter, attempts: ride.attempts },
      Math.random(),
    )
    const settlement = settlementOf(outcome, told, tookMs)
    for (let attempt = 1; attempt <= 5; attempt++) {
      try {
        return await this.#inOrg(ride.org, async tx => {
          if (!(await settle(tx, ride.endpoint, ride.event, ride.claim, settlement))) return
          await noteHealth(tx, ride.endpoint, outcome)
          announce(tx, 'webhooks', ride.endpoint)
        })
      } catch (error) {
        this.#options.log.warn({ err: error }, 'webhooks: what became of a message could not be written; trying again')
        await sleep(200 * attempt)
      }
    }
  }

  #inHand(endpoint?: string): number {
    if (endpoint !== undefined) return this.#rides.get(endpoint) ?? 0
    return [...this.#rides.values()].reduce((sum, n) => sum + n, 0)
  }

  #count(endpoint: string, by: number): void {
    const n = this.#inHand(endpoint) + by
    if (n > 0) this.#rides.set(endpoint, n)
    else this.#rides.delete(endpoint)
  }

  #inOrg<T>(org: string, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.#options.database.inOrg(org, caller, work)
  }
}

/** What happened leaves for endpoints, on every node. */
export const webhookLoop: PollingLoop = {
  name: 'webhooks',
  everyMs,
  looksFor: 'what happened since the last look, and messages to endpoints whose time has come',
  start(node) {
    const carrier = new WebhookCarrier(node)
    carrier.start()
    return carrier
  },
}

function settlementOf(outcome: AttemptOutcome, told: WebhookResponse | Error, tookMs: number): DeliverySettlement {
  const state = outcome.kind === 'sent' ? 'sent' : outcome.kind === 'retry' ? 'waiting' : 'failed'
  const afterMs = outcome.kind === 'retry' ? outcome.afterMs : 0
  if (told instanceof Error) return { state, status: null, error: told.message || told.name, reply: null, afterMs, tookMs }
  const { status, excerpt } = told
  return { state, status, error: state === 'sent' ? null : errorOf(status), reply: excerpt || null, afterMs, tookMs }
}

function errorOf(status: number): string {
  if (status >= 300 && status < 400) return `It redirected (${status}). Webhooks do not follow: enter the new address.`
  if (status === 410) return 'It replied 410: it wants nothing more.'
  return `It replied ${status}.`
}

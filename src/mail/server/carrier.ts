import { isDemo } from '../../accounts/server/orgStore.ts'
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { systemCaller } from '../../kit/caller.ts'
import { translator } from '../../kit/translator.ts'
import type { Database, Tx } from '../../kit/server/db.ts'
import { announce } from '../../kit/server/live.ts'
import type { Log } from '../../kit/server/log.ts'
import { type PollingLoop, LoopRunner } from '../../kit/server/pollingLoop.ts'
import { onPost } from '../../kit/server/outbox.ts'
import { backoff, decideOutcome } from '../outcome.ts'
import { brandOf, picturesOf, renderMail } from '../render.ts'
import { recordBounce } from './bounce.ts'
import {
  broken,
  type Claimed,
  claimDue,
  keepDue,
  markHanding,
  orgsWithDueMail,
  readOrg,
  renewLease,
  reviveAbandoned,
  type Settlement,
  settle,
} from './carryStore.ts'
import { mailSettings } from './mailSettings.ts'
import { composeMime } from './mime.ts'
import { deliveryWatchers } from './deliveryWatchers.ts'
import { senderOf } from './sender.ts'
import { replyCode, Smtp } from './smtp.ts'
import { withheld } from './withheld.ts'

export interface CarrierOptions {
  database: Database
  log: Log
  /** Absent: mail is kept in the outbox. */
  smtpUrl?: string | undefined
  /** Sender of organisations that have not set their own. */
  mailFrom?: string | undefined
  publicUrl: string
  /** Messages in hand at once. */
  lanes?: number
  sweepMs?: number
  /** A node that has not renewed its lease for so long counts as gone. */
  leaseMs?: number
  /** Scales the pauses between attempts; tests make them short. */
  patience?: number
}

const caller = systemCaller('mail')
const everyMs = 400

interface MailInFlight {
  org: string
  claim: string
  row: Claimed
  /** True once the row says `handing`: the last bytes may leave. */
  handed: boolean
}

/**
 * Carries mail from the outbox to the mail server, on every node. A message is claimed, sent but for its last bytes,
 * marked as being handed over, and only then completed: whatever ends the process, no message goes out twice and none is
 * lost; only between the last bytes and the server's answer is it unknown, and a person decides.
 */
export class Carrier {
  readonly #options: CarrierOptions
  readonly #smtp: Smtp | undefined
  readonly #lanes: number
  readonly #leaseMs: number
  readonly #rides = new Map<string, MailInFlight>()
  #turns: LoopRunner | undefined
  #pausedUntil = 0
  #renewal: NodeJS.Timeout | undefined
  #forget: () => void = () => {}

  constructor(options: CarrierOptions) {
    this.#options = options
    this.#lanes = options.lanes ?? 6
    this.#leaseMs = options.leaseMs ?? 20_000
    this.#smtp = options.smtpUrl ? new Smtp(options.smtpUrl) : undefined
  }

  start(): void {
    this.#turns = new LoopRunner({
      name: 'mail',
      everyMs: this.#options.sweepMs ?? everyMs,
      log: this.#options.log,
      turn: () => this.#sweep(),
      inHand: () => this.#rides.size,
      patienceMs: 7_000,
    })
    this.#forget = onPost(() => this.wake())
    this.#renewal = setInterval(() => void this.#renew(), this.#leaseMs / 4).unref()
  }

  /** Finishes what is in hand; the rest stays in the outbox. */
  async stop(): Promise<void> {
    this.#forget()
    await this.#turns?.stop()
    clearInterval(this.#renewal)
    this.#smtp?.close()
  }

  /** Looks for work now. */
  wake(): void {
    void this.#turns?.wake()
  }

  async #sweep(): Promise<void> {
    const orgs = await this.#options.database.inSystem(orgsWithDueMail)
    // Turns: an organisation with a hundred thousand invitations does not keep the others waiting.
    for (const org of shuffled(orgs)) await this.#inOrg(org, tx => this.#takeTurn(tx))
  }

  async #takeTurn(tx: Tx): Promise<void> {
    const unsure = await reviveAbandoned(tx)
    if (unsure.length) announce(tx, 'outbox')
    if (!this.#smtp || (await isDemo(tx))) {
      if (await keepDue(tx)) announce(tx, 'outbox')
      return
    }
    const free = this.#lanes - this.#rides.size
    if (free <= 0 || Date.now() < this.#pausedUntil) return
    // One attempt, one claim: also a node that overtook itself must find out.
    const claim = randomUUID()
    const rows = await claimDue(tx, claim, Math.min(free, Math.ceil(this.#lanes / 2)), this.#leaseMs)
    const { org } = tx
    for (const row of rows) tx.afterCommit(() => this.#begin({ org, claim, row, handed: false }))
  }

  #begin(ride: MailInFlight): void {
    this.#rides.set(ride.row.id, ride)
    void this.#carry(ride).finally(() => {
      if (this.#rides.get(ride.row.id) === ride) this.#rides.delete(ride.row.id)
      this.wake()
    })
  }

  async #carry(ride: MailInFlight): Promise<void> {
    const { row } = ride
    let settlement: Settlement
    try {
      const { mime, from } = await this.#compose(ride)
      const release = () => this.#handOver(ride)
      const reply = await this.#smtp!.send({ from, to: row.payload.to }, () => withheld(mime, release))
      settlement = { state: 'sent', reply }
    } catch (error) {
      settlement = this.#judge(ride, error)
    }
    await this.#settle(ride, settlement)
  }

  async #compose({ org, row }: MailInFlight) {
    const { publicUrl, mailFrom, smtpUrl } = this.#options
    const settings = await this.#inOrg(org, readOrg)
    const from = senderOf(settings, { mailFrom, smtpUrl, publicUrl })
    const context = { org, baseUrl: publicUrl, brand: brandOf(settings, publicUrl), t: translator(row.payload.locale ?? 'en') }
    try {
      return {
        mime: await composeMime(
          row.id,
          row.payload,
          renderMail(row.payload, context),
          from,
          row.bulk,
          await picturesOf(row.payload),
        ),
        from: from.address,
      }
    } catch (error) {
      throw new Unwritable(error)
    }
  }

  async #handOver(ride: MailInFlight): Promise<void> {
    const still = await this.#inOrg(ride.org, tx => markHanding(tx, ride.row.id, ride.claim, this.#leaseMs))
    if (!still) throw new Error('Another node has taken this message over')
    ride.handed = true
  }

  #judge({ row, handed }: MailInFlight, error: unknown): Settlement {
    const told = error as Error & { responseCode?: number; enhancedCode?: string; response?: string; command?: string }
    if (error instanceof Unwritable) {
      this.#options.log.error({ err: error.cause, id: row.id }, 'mail: a message could not be written')
      return { state: 'failed', error: `This message could not be written: ${(error.cause as Error).message}` }
    }
    const code = replyCode(error)
    const enhanced = /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(told.response ?? '')?.[1]
    const { attempts } = row
    const outcome = decideOutcome({ code, enhanced, command: told.command, handed, attempts })
    const words = told.response ?? told.message
    if (outcome.kind === 'unsure') return { state: 'unsure', error: broken }
    if (outcome.kind === 'failed') return { state: 'failed', error: words, ...(outcome.bounced && { reply: 'bounced' }) }
    if (outcome.pause) this.#pause(words)
    return { state: 'waiting', error: words, after: outcome.after * (this.#options.patience ?? 1) }
  }

  // The server itself is away or refuses us: asking again for each of a thousand messages would not bring it back.
  #pause(words: string): void {
    if (Date.now() < this.#pausedUntil) return
    this.#pausedUntil = Date.now() + backoff(1) * (this.#options.patience ?? 1) * 0.8
    this.#options.log.warn({ words }, 'mail: the mail server does not take mail now; waiting')
  }

  async #settle(ride: MailInFlight, settlement: Settlement): Promise<void> {
    for (let attempt = 1; attempt <= 8; attempt++) {
      try {
        return await this.#inOrg(ride.org, tx => settleAndTell(tx, ride, settlement))
      } catch (error) {
        this.#options.log.warn(
          { err: error, id: ride.row.id },
          'mail: what became of a message could not be written; trying again',
        )
        await sleep(250 * attempt)
      }
    }
  }

  async #renew(): Promise<void> {
    for (const [claim, rides] of Map.groupBy([...this.#rides.values()], ride => ride.claim)) {
      const ids = rides.map(ride => ride.row.id)
      await this.#inOrg(rides[0]!.org, tx => renewLease(tx, ids, claim, this.#leaseMs)).catch(() => {})
    }
  }

  #inOrg<T>(org: string, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.#options.database.inOrg(org, caller, work)
  }
}

/** Mail leaves: on every node, at once when something is posted. */
export const mailLoop: PollingLoop = {
  name: 'mail',
  everyMs,
  looksFor: 'mail in the outbox whose time has come',
  start({ database, log }) {
    const carrier = new Carrier({ database, log, ...mailSettings.call() })
    carrier.start()
    return carrier
  },
}

async function settleAndTell(tx: Tx, { row, claim }: MailInFlight, { reply, ...settlement }: Settlement): Promise<void> {
  const bounced = settlement.state === 'failed' && reply === 'bounced'
  if (!(await settle(tx, row.id, claim, { ...settlement, ...(!bounced && { reply }) }))) return
  const { state, error } = settlement
  const { id, key, payload, bulk } = row
  if (state === 'sent' || state === 'failed')
    for (const tell of deliveryWatchers.all()) await tell(tx, { id, key, to: payload.to, state, ...(error && { error }) })
  if (bounced) await recordBounce(tx, payload.to, error ?? '')
  if (!bulk || state !== 'sent') announce(tx, 'outbox', id)
}

class Unwritable extends Error {
  constructor(cause: unknown) {
    super('This message could not be written', { cause })
  }
}

const shuffled = <T>(items: readonly T[]): T[] =>
  items
    .map(item => [Math.random(), item] as const)
    .sort((a, b) => a[0] - b[0])
    .map(([, item]) => item)

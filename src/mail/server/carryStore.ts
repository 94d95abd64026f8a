import { ownOrg } from '../../accounts/server/orgStore.ts'
import { sql } from 'kysely'
import type { SystemTx, Tx } from '../../kit/server/db.ts'
import type { MailPayload } from '../payload.ts'

// All SQL of carrying mail. The clock is the database's: nodes may disagree about the time.

export interface Claimed {
  id: string
  key: string
  payload: MailPayload
  bulk: boolean
  attempts: number
}

const inFlight = ['sending', 'handing'] as const

/** Organisations with mail that is due, or whose carrier is gone. */
export async function orgsWithDueMail(tx: SystemTx): Promise<string[]> {
  const due = sql<boolean>`exists (select 1 from outbox b where b.org_id = org.id and b.kind = 'mail'
    and b.state in ('waiting', 'sending', 'handing') and b.next_at <= now())`
  const rows = await tx.db.selectFrom('org').select('id').where('status', '=', 'active').where(due).execute()
  return rows.map(row => row.id)
}

/** Takes up to `limit` due messages for one attempt; what others hold is passed over. */
export async function claimDue(tx: Tx, claim: string, limit: number, leaseMs: number): Promise<Claimed[]> {
  const due = tx.db
    .selectFrom('outbox')
    .select('id')
    .where('org_id', '=', tx.org)
    .where('kind', '=', 'mail')
    .where('state', '=', 'waiting')
    .where('next_at', '<=', sql<Date>`now()`)
    .orderBy('bulk')
    .orderBy('next_at')
    .limit(limit)
    .forUpdate()
    .skipLocked()
  const rows = await tx.db
    .updateTable('outbox')
    .set({ state: 'sending', claim, next_at: lease(leaseMs), attempts: sql`attempts + 1` })
    .where('org_id', '=', tx.org)
    .where('id', 'in', due)
    .returning(['id', 'key', 'payload', 'bulk', 'attempts'])
    .execute()
  return rows.map(row => ({ ...row, payload: row.payload as unknown as MailPayload }))
}

/** The last step before the last bytes; false when another node has taken the row meanwhile. */
export async function markHanding(tx: Tx, id: string, claim: string, leaseMs: number): Promise<boolean> {
  const done = await mine(tx, [id], claim, ['sending'])
    .set({ state: 'handing', next_at: lease(leaseMs) })
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

/** Says that the attempt is alive. */
export async function renewLease(tx: Tx, ids: string[], claim: string, leaseMs: number): Promise<void> {
  await mine(tx, ids, claim, inFlight)
    .set({ next_at: lease(leaseMs) })
    .execute()
}

export interface Settlement {
  state: 'sent' | 'waiting' | 'failed' | 'unsure'
  error?: string
  reply?: string
  /** Milliseconds until the next attempt. */
  after?: number
}

/** Writes what became of an attempt; false when the row is no longer this attempt's. */
export async function settle(tx: Tx, id: string, claim: string, settlement: Settlement): Promise<boolean> {
  const { state, error = null, reply = null, after = 0 } = settlement
  const over = state === 'sent' || state === 'failed'
  // A slow node may learn the truth after its lease has passed: better late than unsure.
  const done = await mine(tx, [id], claim, [...inFlight, 'unsure'])
    .set({ state, error, reply, next_at: lease(after), done_at: over ? sql`now()` : null })
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

/** What a carrier that is gone left behind: back into the queue, or in front of a person when it may have arrived. */
export async function reviveAbandoned(tx: Tx): Promise<string[]> {
  const stale = tx.db
    .updateTable('outbox')
    .where('org_id', '=', tx.org)
    .where('kind', '=', 'mail')
    .where('next_at', '<=', sql<Date>`now()`)
  await stale.where('state', '=', 'sending').set({ state: 'waiting', claim: null }).execute()
  const unsure = await stale.where('state', '=', 'handing').set({ state: 'unsure', error: broken }).returning('id').execute()
  return unsure.map(row => row.id)
}

export const broken = 'The line broke while the mail server was taking this message: it may have arrived, or not.'

/** Without a mail server nothing is lost: due messages are kept until a person sends them. */
export async function keepDue(tx: Tx): Promise<number> {
  const done = await tx.db
    .updateTable('outbox')
    .set({ state: 'kept' })
    .where('org_id', '=', tx.org)
    .where('kind', '=', 'mail')
    .where('state', '=', 'waiting')
    .where('next_at', '<=', sql<Date>`now()`)
    .executeTakeFirst()
  return Number(done.numUpdatedRows)
}

export async function readOrg(tx: Tx): Promise<{ name: string; settings: unknown }> {
  const { name, settings } = await ownOrg(tx)
  return { name, settings }
}

const lease = (ms: number) => sql<Date>`now() + ${ms} * interval '1 millisecond'`

function mine(tx: Tx, ids: string[], claim: string, states: readonly string[]) {
  return tx.db
    .updateTable('outbox')
    .where('org_id', '=', tx.org)
    .where('id', 'in', ids)
    .where('claim', '=', claim)
    .where('state', 'in', states)
}

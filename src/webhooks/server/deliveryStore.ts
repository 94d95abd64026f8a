import { sql } from 'kysely'
import { idCursor, toPage } from '../../kit/paging.ts'
import type { Tx } from '../../kit/server/db.ts'
import type { DeliveryState } from '../webhookContract.ts'
import type { RecordedActivity } from '../webhookPayload.ts'

// All SQL of delivering. The clock is the database's: nodes may disagree about the time.

export interface DueEndpoint {
  id: string
  url: string
  failing: boolean
}

/** Endpoints for which something is due, also what a node that is gone had in hand. */
export async function endpointsWithDue(tx: Tx): Promise<DueEndpoint[]> {
  const { rows } = await tx.query<DueEndpoint>({
    name: 'webhook-due',
    text: `select e.id, e.url, e.failing_since is not null as failing from webhook_endpoint e
      where e.org_id = $1 and e.state = 'on' and (e.rest_until is null or e.rest_until <= now())
        and exists (select 1 from webhook_delivery d where d.org_id = $1 and d.endpoint_id = e.id and d.state in ('waiting', 'sending') and d.next_at <= now())`,
    values: [tx.org],
  })
  return rows
}

export interface ClaimedDelivery {
  event: string
  kind: string
  attempts: number
  createdAt: Date
}

/** Takes up to `limit` messages for one attempt; what others hold is passed over. */
export async function claimDue(
  tx: Tx,
  endpoint: string,
  claim: string,
  limit: number,
  leaseMs: number,
): Promise<ClaimedDelivery[]> {
  const { rows } = await tx.query<ClaimedDelivery>({
    name: 'webhook-claim',
    text: `update webhook_delivery d set state = 'sending', claim = $3, attempts = attempts + 1, tried_at = now(), next_at = now() + $5 * interval '1 millisecond'
      where d.org_id = $1 and d.endpoint_id = $2 and d.event_id in (
        select event_id from webhook_delivery w where w.org_id = $1 and w.endpoint_id = $2 and w.state in ('waiting', 'sending') and w.next_at <= now()
        order by w.next_at, w.event_id limit $4 for update skip locked)
      returning d.event_id as event, d.kind, d.attempts, d.created_at as "createdAt"`,
    values: [tx.org, endpoint, claim, limit, leaseMs],
  })
  return rows
}

export interface DeliverySettlement {
  state: 'sent' | 'waiting' | 'failed'
  status: number | null
  error: string | null
  reply: string | null
  afterMs: number
  tookMs: number
}

/** Writes what became of an attempt; false when the row is no longer this attempt's. */
export async function settle(tx: Tx, endpoint: string, event: string, claim: string, told: DeliverySettlement): Promise<boolean> {
  const { state, status, error, reply, afterMs, tookMs } = told
  const done = await one(tx, endpoint, event)
    .set({
      state,
      status,
      error,
      reply,
      took_ms: tookMs,
      claim: null,
      next_at: sql<Date>`now() + ${afterMs} * interval '1 millisecond'`,
      done_at: state === 'waiting' ? null : sql<Date>`now()`,
    })
    .where('claim', '=', claim)
    .where('state', '=', 'sending')
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

const one = (tx: Tx, endpoint: string, event: string) =>
  tx.db
    .updateTable('webhook_delivery')
    .where('org_id', '=', tx.org)
    .where('endpoint_id', '=', endpoint)
    .where('event_id', '=', event)

export async function insertTest(tx: Tx, endpoint: string, event: string, kind: string): Promise<void> {
  await tx.db
    .insertInto('webhook_delivery')
    .values({ org_id: tx.org, endpoint_id: endpoint, event_id: event, kind, next_at: tx.now, created_at: tx.now })
    .execute()
}

/** Puts a message that is over back to the beginning of its attempts; one that waits is due now. False where it is being sent. */
export async function sendAgain(tx: Tx, endpoint: string, event: string): Promise<boolean> {
  const done = await one(tx, endpoint, event)
    .set({ state: 'waiting', attempts: 0, next_at: sql<Date>`now()`, done_at: null })
    .where('state', '<>', 'sending')
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

const own = (tx: Tx, endpoint: string) =>
  tx.db.selectFrom('webhook_delivery').where('org_id', '=', tx.org).where('endpoint_id', '=', endpoint)

export async function listDeliveries(
  tx: Tx,
  endpoint: string,
  query: { limit: number; cursor?: string | undefined; state?: DeliveryState | undefined },
) {
  const before = idCursor(query.cursor)
  const rows = await own(tx, endpoint)
    .selectAll()
    .$if(!!before, q => q.where('event_id', '<', before!))
    .$if(!!query.state, q => q.where('state', '=', query.state!))
    .orderBy('event_id', 'desc')
    .limit(query.limit + 1)
    .execute()
  return toPage(rows, query.limit, row => [row.event_id])
}

export const findDelivery = (tx: Tx, endpoint: string, event: string) =>
  own(tx, endpoint).selectAll().where('event_id', '=', event).executeTakeFirst()

/** What the messages tell of, as the record has it now. */
export async function readHappened(tx: Tx, events: readonly string[]): Promise<Map<string, RecordedActivity>> {
  const { rows } = await tx.query<RecordedActivity>({
    name: 'webhook-happened',
    text: `select a.id, a.at, a.verb, a.actor_kind as "actorKind", a.actor_id as "actorId", d.actor_name as "actorName",
        a.subject_type as "subjectType", a.subject_id as "subjectId", d.detail
      from activity a left join activity_detail d on d.org_id = a.org_id and d.activity_id = a.id
      where a.org_id = $1 and a.id = any ($2::uuid[])`,
    values: [tx.org, events],
  })
  return new Map(rows.map(row => [row.id, row]))
}

/** Replies of receivers that repeat what must be forgotten. */
export async function forgetReplies(tx: Tx, patterns: readonly string[]): Promise<void> {
  await tx.query({
    text: 'update webhook_delivery set reply = null where org_id = $1 and reply ilike any($2)',
    values: [tx.org, patterns],
  })
}

/** What is older, a bounded number at a time. */
export async function deleteOldDeliveries(tx: Tx, before: Date, limit: number): Promise<number> {
  const { rowCount } = await tx.query({
    text: `delete from webhook_delivery where org_id = $1 and (endpoint_id, event_id) in (
      select endpoint_id, event_id from webhook_delivery where org_id = $1 and created_at < $2 and state <> 'sending' order by created_at limit $3)`,
    values: [tx.org, before, limit],
  })
  return rowCount ?? 0
}

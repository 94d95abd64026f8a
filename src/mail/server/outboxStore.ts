import { sql } from 'kysely'
import { timeCursor, toPage } from '../../kit/paging.ts'
import { exactTime } from '../../kit/server/exactTime.ts'
import type { Tx } from '../../kit/server/db.ts'
import { containing } from '../../kit/server/like.ts'
import type { MailState } from '../contract.ts'
import type { MailPayload } from '../payload.ts'

// All SQL of looking into the outbox and of what people decide there.

export interface OutboxFilter {
  state?: MailState | undefined
  q?: string | undefined
  limit: number
  cursor?: string | undefined
}

export async function listMail(tx: Tx, { state, q, limit, cursor }: OutboxFilter) {
  const after = timeCursor(cursor)
  const like = q && containing(q)
  const rows = await mailRows(tx)
    .$if(!!state, query => query.where('state', '=', state!))
    .$if(!!like, query =>
      query.where(eb => eb.or([eb('recipient', 'ilike', like!), eb(sql<string>`payload ->> 'subject'`, 'ilike', like!)])),
    )
    .$if(!!after, query => query.where(sql<boolean>`(created_at, id) < (${after!.at}::timestamptz, ${after!.id}::uuid)`))
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  return toPage(rows.map(told), limit, row => [row.sortKey, row.id])
}

export async function readMail(tx: Tx, id: string) {
  const row = await mailRows(tx).select(['reply', 'payload']).where('id', '=', id).executeTakeFirst()
  return row && { ...told(row), reply: row.reply, payload: row.payload as unknown as MailPayload }
}

export async function lockMail(tx: Tx, id: string): Promise<{ state: MailState; to: string } | undefined> {
  const row = await tx.db
    .selectFrom('outbox')
    .select(['state', 'recipient'])
    .where('org_id', '=', tx.org)
    .where('kind', '=', 'mail')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row && { state: row.state as MailState, to: row.recipient ?? '' }
}

export async function saveMail(tx: Tx, id: string, state: MailState): Promise<void> {
  const over = state === 'sent' || state === 'cancelled'
  await tx.db
    .updateTable('outbox')
    .set({ state, claim: null, error: null, done_at: over ? tx.now : null, ...(over ? {} : { attempts: 0, next_at: tx.now }) })
    .where('org_id', '=', tx.org)
    .where('id', '=', id)
    .execute()
}

export async function releaseKept(tx: Tx): Promise<number> {
  const done = await tx.db
    .updateTable('outbox')
    .set({ state: 'waiting', attempts: 0, next_at: tx.now })
    .where('org_id', '=', tx.org)
    .where('kind', '=', 'mail')
    .where('state', '=', 'kept')
    .where('recipient', 'is not', null)
    .executeTakeFirst()
  return Number(done.numUpdatedRows)
}

export async function countByState(tx: Tx): Promise<Record<string, number>> {
  const rows = await tx.db
    .selectFrom('outbox')
    .select(['state', eb => eb.fn.countAll<number>().as('n')])
    .where('org_id', '=', tx.org)
    .where('kind', '=', 'mail')
    .groupBy('state')
    .execute()
  return Object.fromEntries(rows.map(row => [row.state, Number(row.n)]))
}

const mailRows = (tx: Tx) =>
  tx.db
    .selectFrom('outbox')
    .select(['id', 'state', 'attempts', 'error', 'created_at', 'next_at', 'done_at'])
    .select([
      sql<string>`coalesce(payload ->> 'to', '')`.as('to'),
      sql<string | null>`payload ->> 'name'`.as('name'),
      // Emptied when the person was erased, or after the time that mails are kept.
      sql<string>`coalesce(payload ->> 'subject', '')`.as('subject'),
      exactTime('created_at').as('sortKey'),
    ])
    .where('org_id', '=', tx.org)
    .where('kind', '=', 'mail')

type Row = Awaited<ReturnType<ReturnType<typeof mailRows>['executeTakeFirstOrThrow']>>

const told = (row: Row) => ({
  id: row.id,
  to: row.to,
  name: row.name,
  subject: row.subject,
  state: row.state as MailState,
  attempts: row.attempts,
  error: row.error,
  createdAt: new Date(row.created_at).toISOString(),
  nextAt: new Date(row.next_at).toISOString(),
  doneAt: row.done_at && new Date(row.done_at).toISOString(),
  sortKey: row.sortKey,
})

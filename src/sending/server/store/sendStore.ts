import { sql } from 'kysely'
import { idCursor, toPage } from '../../../kit/paging.ts'
import type { Tx } from '../../../kit/server/db.ts'
import type { MessageInput, Schedule, SendRow } from '../../sendingContract.ts'
import type { PeopleFilter } from './audience.ts'

export interface SendRecord {
  id: string
  survey_id: string
  /** Null: a list, whose invitations were planned with the send. */
  audience: PeopleFilter | null
  message: MessageInput
  schedule: Schedule
  reminders: number[]
  state: 'scheduled' | 'running' | 'done' | 'cancelled'
  next_at: Date | null
  occurrence: number
  link_id: string | null
}

export interface NewSend {
  id: string
  surveyId: string
  audience: PeopleFilter | null
  message: MessageInput
  schedule: Schedule
  reminders: number[]
  nextAt: Date | null
  linkId: string | null
}

export async function insertSend(tx: Tx, send: NewSend): Promise<void> {
  await tx.db
    .insertInto('send')
    .values({
      org_id: tx.org,
      id: send.id,
      survey_id: send.surveyId,
      audience: JSON.stringify(send.audience),
      message: JSON.stringify(send.message),
      schedule: JSON.stringify(send.schedule),
      reminders: send.reminders,
      next_at: send.nextAt,
      link_id: send.linkId,
      created_by: tx.caller.name,
      created_at: tx.now,
    })
    .execute()
}

const columns = [
  'id',
  'survey_id',
  'audience',
  'message',
  'schedule',
  'reminders',
  'state',
  'next_at',
  'occurrence',
  'link_id',
] as const

export async function findSend(tx: Tx, id: string): Promise<SendRecord | undefined> {
  const row = await tx.db.selectFrom('send').select(columns).where('org_id', '=', tx.org).where('id', '=', id).executeTakeFirst()
  return row as unknown as SendRecord | undefined
}

export async function lockSend(tx: Tx, id: string): Promise<SendRecord | undefined> {
  const row = await tx.db
    .selectFrom('send')
    .select(columns)
    .where('org_id', '=', tx.org)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row as unknown as SendRecord | undefined
}

export async function saveSend(
  tx: Tx,
  id: string,
  change: { state?: SendRecord['state']; next_at?: Date | null; occurrence?: number; ended_at?: Date },
): Promise<void> {
  await tx.db.updateTable('send').set(change).where('org_id', '=', tx.org).where('id', '=', id).execute()
}

/** Sends whose next occurrence begins. */
export async function dueSends(tx: Tx, limit: number): Promise<string[]> {
  const rows = await tx.db
    .selectFrom('send')
    .select('id')
    .where('org_id', '=', tx.org)
    .where('state', 'in', ['scheduled', 'running'])
    .where('next_at', '<=', tx.now)
    .limit(limit)
    .execute()
  return rows.map(row => row.id)
}

/** Running sends with nothing planned, nothing held until a date, and no further occurrence are done. */
export async function endFinished(tx: Tx): Promise<string[]> {
  const { rows } = await tx.query<{ id: string }>({
    text: `update send s set state = 'done', ended_at = $2 where org_id = $1 and state = 'running' and next_at is null
      and not exists (select 1 from invitation i where i.org_id = $1 and i.send_id = s.id
        and (i.state = 'planned' or (i.state = 'held' and i.held_until is not null))) returning id`,
    values: [tx.org, tx.now],
  })
  return rows.map(row => row.id)
}

const listed = (tx: Tx) =>
  tx.db
    .selectFrom('send as s')
    .innerJoin('survey as v', join => join.onRef('v.org_id', '=', 's.org_id').onRef('v.id', '=', 's.survey_id'))
    .select(['s.id', 's.survey_id', 'v.name as survey_name', 's.schedule', 's.reminders', 's.state', 's.next_at', 's.occurrence'])
    .select(['s.created_by', 's.created_at', 's.ended_at'])
    .select(
      sql<Record<string, number>>`coalesce((select jsonb_object_agg(c.state, c.n) from (select state, count(*) n from invitation i
        where i.org_id = s.org_id and i.send_id = s.id group by state) c), '{}')`.as('counts'),
    )
    .where('s.org_id', '=', tx.org)

export async function listSends(tx: Tx, surveyId: string | undefined, limit: number, cursor: string | undefined) {
  const before = idCursor(cursor)
  const rows = await listed(tx)
    .$if(!!surveyId, query => query.where('s.survey_id', '=', surveyId!))
    .$if(!!before, query => query.where('s.id', '<', before!))
    .orderBy('s.id', 'desc')
    .limit(limit + 1)
    .execute()
  return toPage(rows.map(sendReply), limit, row => [row.id])
}

export async function readSend(tx: Tx, id: string): Promise<SendRow | undefined> {
  const row = await listed(tx).where('s.id', '=', id).executeTakeFirst()
  return row && sendReply(row)
}

type Row = Awaited<ReturnType<ReturnType<typeof listed>['executeTakeFirstOrThrow']>>

const sendReply = (row: Row): SendRow => ({
  id: row.id,
  surveyId: row.survey_id,
  surveyName: row.survey_name,
  schedule: row.schedule as unknown as Schedule,
  reminders: row.reminders,
  state: row.state as SendRow['state'],
  nextAt: row.next_at && new Date(row.next_at).toISOString(),
  occurrence: row.occurrence,
  counts: row.counts,
  createdBy: row.created_by,
  createdAt: new Date(row.created_at).toISOString(),
  endedAt: row.ended_at && new Date(row.ended_at).toISOString(),
})

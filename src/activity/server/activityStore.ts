import { sql } from 'kysely'
import type { SystemTx, Tx } from '../../kit/server/db.ts'
import { idCursor } from '../../kit/paging.ts'
import { startingWith } from '../../kit/server/like.ts'
import { organisations } from '../../kit/server/queue.ts'
import type { CommittedRow } from './proof.ts'
import { floorOf } from './recentDetails.ts'

// ---- the feed

export interface FeedQuery {
  subject?: string | undefined
  actor?: string | undefined
  verb?: string | undefined
  from?: Date | undefined
  to?: Date | undefined
  /** Units whose affairs the caller may see; null = all. */
  units: readonly string[] | null
  limit: number
  cursor?: string | undefined
}

export function readFeed(tx: Tx, feed: FeedQuery) {
  const before = idCursor(feed.cursor)
  return (
    tx.db
      .selectFrom('activity as a')
      .leftJoin('activity_detail as d', join => join.onRef('d.org_id', '=', 'a.org_id').onRef('d.activity_id', '=', 'a.id'))
      .select([
        'a.id',
        'a.at',
        'a.verb',
        'a.actor_kind',
        'a.actor_id',
        'a.subject_type',
        'a.subject_id',
        'd.actor_name',
        'd.detail',
      ])
      .where('a.org_id', '=', tx.org)
      .$if(before !== undefined, q => q.where('a.id', '<', before!))
      .$if(feed.actor !== undefined, q => q.where('a.actor_id', '=', feed.actor!))
      .$if(feed.verb !== undefined, q => q.where('a.verb', 'like', startingWith(feed.verb!)))
      // Ids carry their time, so the index on them finds where to stop.
      .$if(feed.from !== undefined, q => q.where('a.id', '>=', floorOf(feed.from!)).where('a.at', '>=', feed.from!))
      .$if(feed.to !== undefined, q => q.where('a.at', '<', feed.to!))
      .$if(feed.subject !== undefined, q => q.where(linkedTo([feed.subject!])))
      .$if(feed.units !== null, q => q.where(eb => eb.or([linkedTo(feed.units!), eb('a.actor_id', '=', tx.caller.id)])))
      .orderBy('a.id', 'desc')
      .limit(feed.limit + 1)
      .execute()
  )
}

const linkedTo = (subjects: readonly string[]) =>
  sql<boolean>`exists (select 1 from activity_link l where l.org_id = a.org_id and l.activity_id = a.id and l.subject_id = any (${subjects}::uuid[]))`

// ---- seals

/** One sweep of an organisation at a time, whichever node runs it. */
export async function lockSealing(tx: Tx): Promise<void> {
  await tx.query({ text: `select pg_advisory_xact_lock(hashtextextended('seal ' || $1, 0))`, values: [tx.org] })
}

export const lastSeal = (tx: Tx) =>
  tx.db
    .selectFrom('activity_seal')
    .select(['number', 'hash'])
    .where('org_id', '=', tx.org)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()

const told = ['org_id', 'id', 'at', 'verb', 'actor_kind', 'actor_id', 'subject_type', 'subject_id', 'commitment', 'mac'] as const

/** Rows that no seal has yet, also those with an early id whose transaction took its time. */
export const unsealedRows = (tx: Tx, limit: number): Promise<(CommittedRow & { mac: Buffer })[]> =>
  tx.db
    .selectFrom('activity')
    .select(told)
    .where('org_id', '=', tx.org)
    .where('seal', 'is', null)
    .orderBy('id')
    .limit(limit)
    .execute()

export interface Seal {
  number: number
  rows: number
  root: Buffer
  hash: Buffer
}

export async function saveSeal(tx: Tx, seal: Seal, ids: string[]): Promise<void> {
  await tx.db
    .insertInto('activity_seal')
    .values({ org_id: tx.org, number: seal.number, rows: seal.rows, root: seal.root, hash: seal.hash, sealed_at: tx.now })
    .execute()
  await tx.query({
    text: 'update activity set seal = $2 where org_id = $1 and id = any ($3::uuid[])',
    values: [tx.org, seal.number, ids],
  })
}

/** Organisations with something to seal. */
export const orgsToSeal = (tx: SystemTx): Promise<string[]> => organisations.call(tx, 'all')

// ---- proof

export const sealsAfter = (tx: Tx, number: number, limit: number) =>
  tx.db
    .selectFrom('activity_seal')
    .select(['org_id', 'number', 'rows', 'root', 'hash'])
    .where('org_id', '=', tx.org)
    .where('number', '>', number)
    .orderBy('number')
    .limit(limit)
    .execute()

export interface ProofRow extends CommittedRow {
  mac: Buffer
  /** Null once the detail was erased. */
  salt: Buffer | null
  actor_name: string | null
  detail: Record<string, unknown> | null
}

/** The rows of one seal with their details; of none (null), those that wait for one. */
export async function rowsOfSeal(tx: Tx, seal: number | null): Promise<ProofRow[]> {
  const rows = await tx.db
    .selectFrom('activity as a')
    .leftJoin('activity_detail as d', join => join.onRef('d.org_id', '=', 'a.org_id').onRef('d.activity_id', '=', 'a.id'))
    .select(told.map(column => `a.${column}` as const))
    .select(['d.salt', 'd.actor_name', 'd.detail'])
    .where('a.org_id', '=', tx.org)
    .where('a.seal', seal === null ? 'is' : '=', seal)
    .orderBy('a.id')
    .execute()
  return rows as ProofRow[]
}

/** Rows that name a seal which does not exist. */
export const rowsOfMissingSeals = (tx: Tx) =>
  tx.db
    .selectFrom('activity as a')
    .select(['a.id', 'a.seal'])
    .where('a.org_id', '=', tx.org)
    .where('a.seal', 'is not', null)
    .where(eb =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('activity_seal as s')
            .select('s.number')
            .whereRef('s.org_id', '=', 'a.org_id')
            .whereRef('s.number', '=', 'a.seal'),
        ),
      ),
    )
    .orderBy('a.id')
    .limit(100)
    .execute()

// ---- erasure and retention

/** Deletes detail and salt of everything that concerns these objects (a person): the rows stay and still verify. */
export async function eraseDetails(tx: Tx, subjects: readonly string[]): Promise<number> {
  const result = await tx.query({
    text: `delete from activity_detail d using activity_link l
      where d.org_id = $1 and l.org_id = $1 and l.activity_id = d.activity_id and l.subject_id = any ($2::uuid[])`,
    values: [tx.org, subjects],
  })
  return result.rowCount ?? 0
}

/** Deletes the details that say one of these patterns, and of what this login did. */
export async function eraseDetailsSaying(tx: Tx, patterns: readonly string[], login: string | null): Promise<void> {
  await tx.query({
    text: `delete from activity_detail d using activity a
      where d.org_id = $1 and a.org_id = $1 and a.id = d.activity_id and (d.detail::text ilike any($2) or a.actor_id = $3)`,
    values: [tx.org, patterns, login],
  })
}

/** Deletes the details of what happened before an instant, a bounded number at a time. */
export async function eraseOldDetails(tx: Tx, before: Date, limit: number): Promise<number> {
  const result = await tx.query({
    text: `delete from activity_detail d using (
        select d.activity_id from activity_detail d join activity a on a.org_id = d.org_id and a.id = d.activity_id
        where d.org_id = $1 and d.activity_id < $2 and a.at < $3 order by d.activity_id limit $4) old
      where d.org_id = $1 and d.activity_id = old.activity_id`,
    values: [tx.org, floorOf(before), before, limit],
  })
  return result.rowCount ?? 0
}

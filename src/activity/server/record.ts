import { randomBytes } from 'node:crypto'
import type { Verb } from '../../kit/vocabulary.ts'
import { newId } from '../../kit/ids.ts'
import { defineManyPort } from '../../kit/port.ts'
import type { Tx } from '../../kit/server/db.ts'
import { commitmentOf, macOf, committedDetailOf } from './proof.ts'

export interface ActivitySubject {
  type: string
  id: string
  /** Other objects whose feed shows this too. */
  also?: readonly (string | null | undefined)[]
}

const insertActivity = {
  name: 'activity-insert',
  text: `with head as (
      insert into activity (org_id, id, at, verb, actor_kind, actor_id, subject_type, subject_id, commitment, mac)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
    ), detail as (
      insert into activity_detail (org_id, activity_id, salt, actor_name, detail) values ($1, $2, $11, $12, $13)
    )
    insert into activity_link (org_id, subject_id, activity_id) select $1, s, $2 from unnest($14::uuid[]) s`,
}

/**
 * Writes what happened, in the transaction in which it happened. `detail` says from what to what; it lies apart from
 * the row, which keeps only a salted commitment, so that a person can be erased and the chain still verifies.
 */
export async function record(tx: Tx, verb: Verb, subject: ActivitySubject, detail: Record<string, unknown> = {}): Promise<void> {
  await tx.query({ ...insertActivity, values: [tx.org, ...recordValues(tx, verb, subject, detail)] })
  for (const hear of recorded.all()) await hear(tx, verb)
}

export interface Happened {
  verb: Verb
  subject: ActivitySubject
  detail: Record<string, unknown>
}

const insertActivities = {
  name: 'activity-insert-all',
  text: `with head as (
      insert into activity (org_id, id, at, verb, actor_kind, actor_id, subject_type, subject_id, commitment, mac)
      select $1, * from unnest($2::uuid[], $3::timestamptz[], $4::text[], $5::text[], $6::text[], $7::text[], $8::uuid[], $9::bytea[], $10::bytea[])
    ), detail as (
      insert into activity_detail (org_id, activity_id, salt, actor_name, detail)
      select $1, id, salt, actor, detail::jsonb from unnest($2::uuid[], $11::bytea[], $12::text[], $13::text[]) as d (id, salt, actor, detail)
    )
    insert into activity_link (org_id, subject_id, activity_id) select $1, * from unnest($14::uuid[], $15::uuid[])`,
}

/** The same of many things at once, in one statement. */
export async function recordAll(tx: Tx, happened: readonly Happened[]): Promise<void> {
  if (happened.length === 0) return
  const rows = happened.map(({ verb, subject, detail }) => recordValues(tx, verb, subject, detail))
  const columns = Array.from({ length: 12 }, (_, i) => rows.map(row => row[i]))
  const links = rows.flatMap(row => (row[12] as string[]).map(subject => [subject, row[0]]))
  await tx.query({ ...insertActivities, values: [tx.org, ...columns, links.map(link => link[0]), links.map(link => link[1])] })
  for (const hear of recorded.all()) for (const { verb } of happened) await hear(tx, verb)
}

/** What follows from something having happened, whatever it was, in its own transaction. Not told of answers: see `recordSql`. */
export const recorded = defineManyPort<(tx: Tx, verb: string) => Promise<void>>('recorded')

/**
 * The same as common table expressions of a larger statement, for the intake path, where round trips dominate: `$1` is the
 * organisation, `$from` the first of the thirteen values that `recordValues` gives. Written once per row of `when`.
 */
export function recordSql(from: number, when: string): string {
  const p = (i: number) => `$${from + i}`
  return `activity_head as (
      insert into activity (org_id, id, at, verb, actor_kind, actor_id, subject_type, subject_id, commitment, mac)
      select $1, ${[0, 1, 2, 3, 4, 5, 6, 7, 8].map(p).join(', ')} from ${when}
    ), activity_body as (
      insert into activity_detail (org_id, activity_id, salt, actor_name, detail) select $1, ${[0, 9, 10, 11].map(p).join(', ')} from ${when}
    ), activity_seen as (
      insert into activity_link (org_id, subject_id, activity_id) select $1, s, ${p(0)} from ${when}, unnest(${p(12)}::uuid[]) s
    )`
}

export function recordValues(tx: Tx, verb: Verb, subject: ActivitySubject, detail: Record<string, unknown> = {}): unknown[] {
  const salt = randomBytes(16)
  // As it will come back from the database: a Date is text there.
  const json = JSON.stringify(detail)
  const row = {
    org_id: tx.org,
    id: newId(),
    at: tx.now,
    verb,
    actor_kind: tx.caller.kind,
    actor_id: tx.caller.id,
    subject_type: subject.type,
    subject_id: subject.id.toLowerCase(),
    commitment: commitmentOf(salt, committedDetailOf(JSON.parse(json) as Record<string, unknown>, tx.caller.name)),
  }
  const subjects = [...new Set([row.subject_id, ...(subject.also ?? [])].filter(Boolean))]
  const { id, at, actor_kind, actor_id, subject_type, subject_id, commitment } = row
  return [
    id,
    at,
    verb,
    actor_kind,
    actor_id,
    subject_type,
    subject_id,
    commitment,
    macOf(row),
    salt,
    tx.caller.name,
    json,
    subjects,
  ]
}

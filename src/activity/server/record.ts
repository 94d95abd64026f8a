import { createHash, randomBytes } from 'node:crypto'
import { newId } from '../../kit/ids.ts'
import type { Tx } from '../../kit/server/db.ts'
import { canonical } from '../commitment.ts'

export interface Subject {
  type: string
  id: string
  /** Other objects whose feed shows this too. */
  also?: readonly (string | null | undefined)[]
}

const insertActivity = {
  name: 'activity-insert',
  text: `with head as (
      insert into activity (org_id, id, at, verb, actor_kind, actor_id, subject_type, subject_id, commitment)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
    ), detail as (
      insert into activity_detail (org_id, activity_id, salt, actor_name, detail) values ($1, $2, $10, $11, $12)
    )
    insert into activity_link (org_id, subject_id, activity_id) select $1, s, $2 from unnest($13::uuid[]) s`,
}

/**
 * Writes what happened, in the transaction in which it happened. `detail` says from what to what; it lies apart from
 * the row, which keeps only a salted commitment, so that a person can be erased and the chain still verifies.
 */
export async function record(tx: Tx, verb: string, subject: Subject, detail: Record<string, unknown> = {}): Promise<void> {
  const salt = randomBytes(16)
  const told = { ...detail, actor: tx.caller.name }
  const subjects = [...new Set([subject.id, ...(subject.also ?? [])].filter(Boolean))]
  await tx.query({
    ...insertActivity,
    values: [
      tx.org,
      newId(),
      tx.now,
      verb,
      tx.caller.kind,
      tx.caller.id,
      subject.type,
      subject.id,
      commitmentOf(salt, told),
      salt,
      tx.caller.name,
      JSON.stringify(detail),
      subjects,
    ],
  })
}

/**
 * The same as common table expressions of a larger statement, for the intake path, where round trips dominate: parameter `$1` is the
 * organisation, `from` the first of the eleven that `recordValues` gives; the subject's id is read from the expression `subject`.
 */
export const recordSql = (from: number, subject: string): string => {
  const p = (i: number) => `$${from + i}`
  return `activity_head as (
      insert into activity (org_id, id, at, verb, actor_kind, actor_id, subject_type, subject_id, commitment)
      select $1, ${p(0)}, ${p(1)}, ${p(2)}, ${p(3)}, ${p(4)}, ${p(5)}, id, ${p(6)} from ${subject}
    ), activity_body as (
      insert into activity_detail (org_id, activity_id, salt, actor_name, detail) select $1, ${p(0)}, ${p(7)}, ${p(8)}, ${p(9)} from ${subject}
    ), activity_seen as (
      insert into activity_link (org_id, subject_id, activity_id)
      select distinct $1::uuid, s, ${p(0)}::uuid from ${subject}, unnest(${p(10)}::uuid[] || id) s
    )`
}

export function recordValues(tx: Tx, verb: string, type: string, also: readonly (string | null)[], detail: Record<string, unknown>): unknown[] {
  const salt = randomBytes(16)
  const commitment = commitmentOf(salt, { ...detail, actor: tx.caller.name })
  const { kind, id, name } = tx.caller
  return [newId(), tx.now, verb, kind, id, type, commitment, salt, name, JSON.stringify(detail), also.filter(Boolean)]
}

export const commitmentOf = (salt: Uint8Array, detail: Record<string, unknown>): Buffer =>
  createHash('sha256').update(salt).update(canonical(detail)).digest()

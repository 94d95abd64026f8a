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

export const commitmentOf = (salt: Uint8Array, detail: Record<string, unknown>): Buffer =>
  createHash('sha256').update(salt).update(canonical(detail)).digest()

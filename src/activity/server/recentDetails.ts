import type { Verb } from '../../kit/vocabulary.ts'
import type { Tx } from '../../kit/server/db.ts'

/** What this caller's own records of one kind on one object said since then: what was told lately need not be told again. */
export async function readRecentDetails(tx: Tx, verb: Verb, subjectId: string, since: Date): Promise<Record<string, unknown>[]> {
  const { rows } = await tx.query<{ detail: Record<string, unknown> }>({
    name: 'activity-told-lately',
    text: `select d.detail from activity_link l join activity a on a.org_id = l.org_id and a.id = l.activity_id
      join activity_detail d on d.org_id = a.org_id and d.activity_id = a.id
      where l.org_id = $1 and l.subject_id = $2 and l.activity_id >= $3 and a.at >= $4 and a.verb = $5
        and a.actor_id is not distinct from $6 and a.actor_kind = $7`,
    values: [tx.org, subjectId, floorOf(since), since, verb, tx.caller.id, tx.caller.kind],
  })
  return rows.map(row => row.detail)
}

/** The least UUIDv7 of an instant: ids carry their time, so the index on them finds where to begin. */
export function floorOf(at: Date): string {
  const hex = Math.max(0, at.getTime()).toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7000-8000-000000000000`
}

import type { Tx } from '../../../kit/server/db.ts'

interface SilenceQuery {
  rule: string
  survey: string
  /** Who has not answered since then. */
  before: Date
  segment: { key: string; value: string } | undefined
  most: number
}

export interface SilentContact {
  person: string
  /** Of their last answer. */
  unit: string | null
  since: Date | null
  occasion: string
}

/**
 * Contacts whose last answer to a survey is older, and who have been known for as long; the longest silent first, without those for whom
 * this very silence was told already.
 */
export async function findSilent(tx: Tx, { rule, survey, before, segment, most }: SilenceQuery): Promise<SilentContact[]> {
  const { rows } = await tx.query<SilentContact>({
    text: `select p.id as person, l.unit_id as unit, l.responded_at as since, o.occasion
      from person p
      left join lateral (
        select r.id, r.unit_id, r.responded_at from response r
        where r.org_id = $1 and r.person_id = p.id and r.survey_id = $3 and r.state = 'complete' order by r.responded_at desc limit 1) l on true
      cross join lateral (select 'silence/' || p.id || '/' || coalesce(l.id::text, 'never') as occasion) o
      where p.org_id = $1 and p.kind = 'contact' and p.erased_at is null and coalesce(l.responded_at, p.created_at) < $4
        and case when $5::jsonb is null then p.account_id is not null else p.segments @> $5::jsonb end
        and not exists (select from alert a where a.org_id = $1 and a.rule_id = $2 and a.occasion = o.occasion)
      order by coalesce(l.responded_at, p.created_at), p.id limit $6`,
    values: [tx.org, rule, survey, before, segment ? JSON.stringify({ [segment.key]: segment.value }) : null, most],
  })
  return rows
}

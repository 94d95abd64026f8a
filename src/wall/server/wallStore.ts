import { nameIfKnownSql } from '../../people/server/personName.ts'
import type { Tx } from '../../kit/server/db.ts'
import { containing } from '../../kit/server/like.ts'

export interface PracticeRow {
  id: string
  title: string
  story: string
  theme: string | null
  words: string | null
  customer: string | null
  unit: { id: string; name: string } | null
  colleague: string | null
  by: string
  at: Date
  applause: number
  applauded: boolean
  reuses: { id: string; by: string; place: string; note: string | null; at: string }[]
  hidden: { by: string; reason: string } | null
}

export interface WallFilter {
  q?: string | undefined
  units?: string[] | undefined
  theme?: string | undefined
  after?: string | undefined
  limit: number
  /** What was taken off too. */
  hidden: boolean
}

export async function listPractices(tx: Tx, { q, units, theme, after, limit, hidden }: WallFilter): Promise<PracticeRow[]> {
  const { rows } = await tx.query<PracticeRow>({
    text: `select w.id, w.title, w.story, w.theme, w.words, w.customer, w.by_name as by, w.at,
        case when u.id is not null then jsonb_build_object('id', u.id, 'name', u.name) end as unit,
        ${nameIfKnownSql('p')} as colleague,
        (select count(*)::int from practice_applause a where a.org_id = w.org_id and a.practice_id = w.id) as applause,
        exists (select from practice_applause a where a.org_id = w.org_id and a.practice_id = w.id and a.user_id = $2) as applauded,
        (select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'by', r.by_name, 'place', r.place, 'note', r.note,
            'at', to_char(r.at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')) order by r.id desc), '[]')
          from (select * from practice_reuse r where r.org_id = w.org_id and r.practice_id = w.id order by r.id desc limit 20) r) as reuses,
        case when w.hidden_at is not null then jsonb_build_object('by', w.hidden_by, 'reason', w.hidden_reason) end as hidden
      from practice w
      left join unit u on u.org_id = w.org_id and u.id = w.unit_id
      left join person p on p.org_id = w.org_id and p.id = w.person_id
      where w.org_id = $1 and ($3 or w.hidden_at is null) and ($4::uuid is null or w.id < $4)
        and ($5::uuid[] is null or w.unit_id = any($5)) and ($6::text is null or lower(w.theme) = lower($6))
        and ($7::text is null or concat_ws(' ', w.title, w.story, w.words, w.theme, p.name, u.name) ilike $7)
      order by w.id desc limit $8`,
    values: [tx.org, tx.caller.id ?? '', hidden, after ?? null, units ?? null, theme ?? null, q ? containing(q) : null, limit],
  })
  return rows
}

export async function listThemes(tx: Tx): Promise<{ theme: string; n: number }[]> {
  const { rows } = await tx.query<{ theme: string; n: number }>({
    text: `select min(theme) as theme, count(*)::int as n from practice
      where org_id = $1 and theme is not null and hidden_at is null group by lower(theme) order by 2 desc, 1 limit 100`,
    values: [tx.org],
  })
  return rows
}

export interface NewPractice {
  id: string
  alertId: string
  unitId: string | null
  personId: string | null
  title: string
  story: string
  theme: string | null
  words: string | null
  customer: string | null
}

/** False when this alert was shared before. */
export async function insertPractice(tx: Tx, p: NewPractice): Promise<boolean> {
  const { rowCount } = await tx.query({
    text: `insert into practice (org_id, id, alert_id, unit_id, person_id, title, story, theme, words, customer, by_id, by_name, at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) on conflict do nothing`,
    values: [
      tx.org,
      p.id,
      p.alertId,
      p.unitId,
      p.personId,
      p.title,
      p.story,
      p.theme,
      p.words,
      p.customer,
      tx.caller.id,
      tx.caller.name,
      tx.now,
    ],
  })
  return rowCount === 1
}

/** Locks a practice that stands on the wall, or (for who moderates) was taken off. */
export async function lockPractice(
  tx: Tx,
  id: string,
): Promise<{ unitId: string | null; hidden: boolean; title: string } | undefined> {
  const { rows } = await tx.query<{ unitId: string | null; hidden: boolean; title: string }>({
    text: `select unit_id as "unitId", hidden_at is not null as hidden, title from practice where org_id = $1 and id = $2 for update`,
    values: [tx.org, id],
  })
  return rows[0]
}

export async function saveApplause(tx: Tx, id: string, userId: string, applaud: boolean): Promise<void> {
  await tx.query({
    text: applaud
      ? `insert into practice_applause (org_id, practice_id, user_id, at) values ($1, $2, $3, $4) on conflict do nothing`
      : `delete from practice_applause where org_id = $1 and practice_id = $2 and user_id = $3 and $4::timestamptz is not null`,
    values: [tx.org, id, userId, tx.now],
  })
}

export async function insertReuse(
  tx: Tx,
  reuse: { id: string; practiceId: string; place: string; note: string | null },
): Promise<void> {
  await tx.query({
    text: `insert into practice_reuse (org_id, id, practice_id, place, note, by_id, by_name, at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    values: [tx.org, reuse.id, reuse.practiceId, reuse.place, reuse.note, tx.caller.id, tx.caller.name, tx.now],
  })
}

export async function saveVisibility(tx: Tx, id: string, reason: string | null): Promise<void> {
  await tx.query({
    text: `update practice set hidden_at = case when $3::text is null then null else $4::timestamptz end,
        hidden_by = case when $3::text is null then null else $5 end, hidden_reason = $3 where org_id = $1 and id = $2`,
    values: [tx.org, id, reason, tx.now, tx.caller.name],
  })
}

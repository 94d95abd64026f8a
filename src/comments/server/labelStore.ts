import { sql } from 'kysely'
import { newId } from '../../kit/ids.ts'
import type { Tx } from '../../kit/server/db.ts'
import { exactTime } from '../../kit/server/exactTime.ts'

export interface NewLabel {
  key: string
  text: string
  language: string | null
  negative: boolean | null
  /** Ids. */
  themes: string[] | null
}

// Whoever teaches waits for whoever else does: two at once would each learn without the other.
export async function lockTeaching(tx: Tx): Promise<void> {
  await tx.query({ text: `select pg_advisory_xact_lock(hashtextextended('comments ' || $1, 0))`, values: [tx.org] })
}

/** A colleague who cannot decide shall not fill the table. */
const MOST_EARLIER = 20

/** Writes what was said; what was said before of the same words stays where nothing new is said, and can be gone back to. */
export async function saveLabels(tx: Tx, words: readonly NewLabel[]): Promise<string[]> {
  const rows = words.map(word => ({ ...word, id: newId() }))
  const { rows: saved } = await tx.query<{ id: string }>({
    text: `insert into comment_label as l (org_id, id, text_key, text, language, negative, themes, taught_by, taught_at)
      select $1, w.id, w.key, w.text, w.language, w.negative,
        case when jsonb_typeof(w.themes) = 'array' then array(select jsonb_array_elements_text(w.themes)::uuid) end, $3, $4
      from jsonb_to_recordset($2::jsonb) as w (id uuid, key text, text text, language text, negative boolean, themes jsonb)
      on conflict (org_id, text_key) do update set
        negative = coalesce(excluded.negative, l.negative), themes = coalesce(excluded.themes, l.themes),
        language = coalesce(excluded.language, l.language),
        earlier = case when jsonb_array_length(l.earlier) < ${MOST_EARLIER} then l.earlier else l.earlier - 0 end
          || jsonb_build_object('negative', l.negative, 'themes', to_jsonb(l.themes), 'by', l.taught_by, 'at', l.taught_at),
        taught_by = excluded.taught_by, taught_at = excluded.taught_at
      returning id`,
    values: [tx.org, JSON.stringify(rows), tx.caller.name, tx.now],
  })
  return saved.map(row => row.id)
}

/** What rules are learned from, the same order on every node. Of very many the newest. */
export async function labelsToLearn(tx: Tx, most: number) {
  const { rows } = await tx.query<{
    key: string
    text: string
    language: string | null
    negative: boolean | null
    themes: string[] | null
  }>({
    text: `select text_key as key, text, language, negative, themes from (
        select * from comment_label where org_id = $1 order by taught_at desc, id desc limit $2) newest order by text_key`,
    values: [tx.org, most],
  })
  return rows
}

/** What was said of each wording, without the wording. */
export async function picks(tx: Tx, most: number) {
  const { rows } = await tx.query<{ key: string; negative: boolean | null; themes: string[] | null }>({
    text: `select text_key as key, negative, themes from comment_label where org_id = $1 order by taught_at desc, id desc limit $2`,
    values: [tx.org, most],
  })
  return rows
}

export async function countLabels(tx: Tx): Promise<number> {
  const row = await tx.db
    .selectFrom('comment_label')
    .select(eb => eb.fn.countAll<number>().as('n'))
    .where('org_id', '=', tx.org)
    .executeTakeFirstOrThrow()
  return row.n
}

/** How many labels name each theme. */
export async function countPicks(tx: Tx): Promise<Map<string, number>> {
  const { rows } = await tx.query<{ theme: string; n: number }>({
    text: `select theme, count(*)::int as n from comment_label, unnest(themes) theme where org_id = $1 group by theme`,
    values: [tx.org],
  })
  return new Map(rows.map(row => [row.theme, row.n]))
}

/** A version of a label: what was said, by whom and when. */
export interface LabelVersion {
  negative: boolean | null
  themes: string[] | null
  by: string
  at: string
}

export async function listLabels(tx: Tx, limit: number, after: { at: string; id: string } | undefined) {
  const rows = await tx.db
    .selectFrom('comment_label')
    .select(['id', 'text', 'negative', 'themes', 'taught_by as by', 'earlier'])
    .select(exactTime('taught_at').as('at'))
    .where('org_id', '=', tx.org)
    .$if(after !== undefined, q => q.where(sql<boolean>`(taught_at, id) < (${after?.at}::timestamptz, ${after?.id}::uuid)`))
    .orderBy('taught_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  return rows.map(({ earlier, ...row }) => ({ ...row, earlier: earlier as unknown as LabelVersion[] }))
}

/** Restores the version before, or deletes the label where there is none. False when there is no such label. */
export async function undoLabel(tx: Tx, id: string): Promise<boolean> {
  const gone = await tx.query({
    text: `delete from comment_label where org_id = $1 and id = $2 and earlier = '[]'`,
    values: [tx.org, id],
  })
  if (gone.rowCount) return true
  const back = await tx.query({
    text: `update comment_label l set negative = (word ->> 'negative')::boolean,
        themes = case when jsonb_typeof(word -> 'themes') = 'array'
          then array(select distinct jsonb_array_elements_text(word -> 'themes')::uuid) end,
        taught_by = word ->> 'by', taught_at = (word ->> 'at')::timestamptz, earlier = l.earlier - (-1)
      from (select earlier -> -1 as word from comment_label where org_id = $1 and id = $2) last
      where l.org_id = $1 and l.id = $2`,
    values: [tx.org, id],
  })
  return Boolean(back.rowCount)
}

/** What was taught longer ago than comments may be kept goes with them. */
export async function forgetLabels(tx: Tx, before: Date, limit: number): Promise<number> {
  const { rowCount } = await tx.query({
    text: `delete from comment_label where org_id = $1 and id in (
      select id from comment_label where org_id = $1 and taught_at < $2 limit $3)`,
    values: [tx.org, before, limit],
  })
  return rowCount ?? 0
}

/** The labels of a merged theme count for the other. */
export async function moveLabels(tx: Tx, from: string, to: string): Promise<void> {
  await tx.query({
    text: `update comment_label set themes = (select array_agg(distinct t) from unnest(array_replace(themes, $2, $3)) t)
      where org_id = $1 and $2 = any(themes)`,
    values: [tx.org, from, to],
  })
  await tx.query({
    text: `update comment_label set earlier = replace(earlier::text, $2::text, $3::text)::jsonb
      where org_id = $1 and earlier::text like '%' || $2::text || '%'`,
    values: [tx.org, from, to],
  })
}

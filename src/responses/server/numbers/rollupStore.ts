import type { Tx } from '../../../kit/server/db.ts'
import { addUp, valueCountColumns, NO_UNIT, rollupOrder } from '../intake/intakeStore.ts'

// Whole sets of responses, added to the rollups or taken out: imports, their undoing, erasure. Counts the same as intake
// does from countedValuesOf (answerRows.ts); a test recounts. Always slot 0: a set has one writer, and rows that add up to nothing go away.

const grains = `(values ('d'::"char", m.responded_on, coalesce(m.unit_id, '${NO_UNIT}')),
  ('m', date_trunc('month', m.responded_on)::date, coalesce(m.unit_id, '${NO_UNIT}')), ('t', m.responded_on, '${NO_UNIT}')) as b (grain, bucket, unit_id)`

const segments = `(select '' as segment_key, '' as segment_value union all select key, value from jsonb_each_text(m.segments)) as s`

/**
 * What the responses of a set should add to the rollups, from what is stored. `set` says which (of `r`), with $2 … The set is read first,
 * then each response's answers by key: also before the tables were ever analysed.
 */
export const recount = (set: string, times: 1 | -1 = 1): string => `
  with r as materialized (
    select id, survey_id, unit_id, responded_on, segments from response r where r.org_id = $1 and r.state = 'complete' and ${set}
  ), a as materialized (
    select r.*, a.question_id, a.item, a.number, a.choices from r cross join lateral (
      select question_id, item, number, choices from answer where org_id = $1 and response_id = r.id offset 0) as a
  ), m as (
    select survey_id, unit_id, responded_on, segments, '' as question_id, '' as item, null::smallint as value from r
    union all select survey_id, unit_id, responded_on, segments, question_id, item, number from a
    union all select survey_id, unit_id, responded_on, segments, question_id, case when item = '' then chosen else item || '.' || chosen end, null
      from a, unnest(a.choices) as chosen where a.choices is not null
  )
  select $1::uuid as org_id, m.survey_id, m.question_id, m.item, s.segment_key, s.segment_value, b.grain, b.bucket, b.unit_id, 0 as slot,
    ${times} * count(*) as n, ${valueCountColumns.map((c, i) => `${times} * count(*) filter (where m.value = ${i}) as ${c}`).join(', ')}
  from m cross join lateral ${segments} cross join lateral ${grains}
  group by 2, 3, 4, 5, 6, 7, 8, 9`

const into = `insert into rollup (org_id, survey_id, question_id, item, segment_key, segment_value, grain, bucket, unit_id, slot, n, ${valueCountColumns.join(', ')})`

const change = (set: string, times: 1 | -1): string => `
  ${into}
  select * from (${recount(set, times)}) as x ${rollupOrder} ${addUp}`

const ofImport = 'r.import_id = $2'

/**
 * Rolls up all responses of an organisation that has no rollups yet, in one statement: without looking for each row whether it is there.
 * Where one is, the primary key refuses.
 */
export const rollUpFirst = (tx: Tx) =>
  tx.query({
    text: `${into} select * from (${recount('true')}) as x ${rollupOrder.replace('order by', 'order by survey_id,')}`,
    values: [tx.org],
  })

export const rollUpImport = (tx: Tx, importId: string) => tx.query({ text: change(ofImport, 1), values: [tx.org, importId] })

export const takeOutImport = (tx: Tx, importId: string) => tx.query({ text: change(ofImport, -1), values: [tx.org, importId] })

/**
 * Adds the slots of days that are over into one row each, so that reading costs what there is to read; rows that add up to nothing go.
 * In the order every writer takes, so that none dies of it.
 */
export async function mergeSlots(tx: Tx, before: string): Promise<number> {
  const { rows } = await tx.query<{ merged: number }>({
    text: `with many as (
        select org_id, survey_id, question_id, item, segment_key, segment_value, grain, bucket, unit_id from rollup
        where org_id = $1 and bucket < $2
        group by 1, 2, 3, 4, 5, 6, 7, 8, 9 having count(*) > 1 or sum(n) = 0 limit ${MERGED_AT_ONCE}
      ), locked as (
        select u.ctid from rollup u join many using (org_id, survey_id, question_id, item, segment_key, segment_value, grain, bucket, unit_id)
        where u.org_id = $1 order by question_id, item, segment_key, segment_value, grain, bucket, unit_id, slot for update of u
      ), gone as (
        delete from rollup u using locked where u.org_id = $1 and u.ctid = locked.ctid returning u.*
      ), put as (
      insert into rollup (org_id, survey_id, question_id, item, segment_key, segment_value, grain, bucket, unit_id, slot, n, ${valueCountColumns.join(', ')})
      select org_id, survey_id, question_id, item, segment_key, segment_value, grain, bucket, unit_id, 16, sum(n), ${valueCountColumns.map(c => `sum(${c})`).join(', ')}
      from gone group by 1, 2, 3, 4, 5, 6, 7, 8, 9 having sum(n) <> 0 ${rollupOrder} ${addUp})
      select count(*)::int as merged from many`,
    values: [tx.org, before],
  })
  return rows[0]!.merged
}

export const MERGED_AT_ONCE = 20_000

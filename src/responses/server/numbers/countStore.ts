import { plusDays } from '../../../people/period.ts'
import type { Tx } from '../../../kit/server/db.ts'
import { valueCountColumns, NO_UNIT } from '../intake/intakeStore.ts'

/** What is counted: a survey, narrowed to days, units and segments. */
export interface ResponseFilter {
  survey: string
  from: string | null
  to: string | null
  /** Leaf units that count; null = all, and those without a unit. */
  units: readonly string[] | null
  segments: Readonly<Record<string, string>>
  source?: string | undefined
  locale?: string | undefined
}
/** True where the filter names a source or a language: neither invitations nor rollups are counted by those, so the answers themselves are read. */
export const filtersBySourceOrLanguage = ({ source, locale }: ResponseFilter): boolean =>
  source !== undefined || locale !== undefined

export interface CountRow {
  question: string
  item: string
  /** First day of the day, week or month, where counts are over time; else null. */
  at: string | null
  n: number
  /** How often each value from 0 to 10 was given. */
  values: number[]
}

export type ReadFrom = 'rollups' | 'answers' | 'newest-answers'
export type Granularity = 'day' | 'week' | 'month'

const MOST_SCANNED = 1_000_000

/** Counts of the responses that a filter selects, by question and item ('' counts the responses themselves); `by` = per day, week or month as well. */
export async function countAnswers(
  tx: Tx,
  cut: ResponseFilter,
  questions: readonly string[],
  by: Granularity | null,
): Promise<{ rows: CountRow[]; readFrom: ReadFrom }> {
  return Object.keys(cut.segments).length <= 1 && !filtersBySourceOrLanguage(cut)
    ? { rows: await fromRollups(tx, cut, questions, by), readFrom: 'rollups' }
    : fromAnswers(tx, cut, questions, by)
}

type CountDbRow = Omit<CountRow, 'values'> & Record<string, number>

const rowsOf = (rows: CountDbRow[]): CountRow[] =>
  rows.map(row => ({ question: row.question, item: row.item, at: row.at, n: row.n, values: valueCountColumns.map(c => row[c]!) }))

/** As a date, and first in the grouping: the thousands of rows that a year of many units has are sorted by it, and text sorts slowly. */
const firstDay: Record<Granularity, string> = {
  day: 'u.bucket',
  week: `date_trunc('week', u.bucket::timestamp)::date`,
  month: `date_trunc('month', u.bucket::timestamp)::date`,
}

// All units together have a row a day. Some units are read by month, and by day where the period begins or ends within one.
async function fromRollups(
  tx: Tx,
  { survey, from, to, units, segments }: ResponseFilter,
  questions: readonly string[],
  by: Granularity | null,
): Promise<CountRow[]> {
  const [key, value] = Object.entries(segments)[0] ?? ['', '']
  const spans = spansOf(units === null ? 't' : by === 'day' || by === 'week' ? 'd' : 'm', from, to)
  const { rows } = await tx.query<CountDbRow>({
    name: `rollup-count-${by ?? 'total'}`,
    text: `select question_id as question, item, at::text, n, ${valueCountColumns.join(', ')} from (
        select ${by ? firstDay[by] : 'null::date'} as at, u.question_id, u.item, sum(u.n)::int as n,
          ${valueCountColumns.map(c => `sum(u.${c})::int as ${c}`).join(', ')}
        from ${rollupCells} group by 1, 2, 3) x where n <> 0`,
    values: [tx.org, survey, key, value, ...columnsOf(spans), questions, units ?? [NO_UNIT]],
  })
  return rowsOf(rows)
}

/**
 * Rollup rows `u` of $1 organisation, $2 survey, $3 segment = $4, $5–$7 spans, $8 questions, $9 units. One probe of the index for each
 * span, question and unit: what is read grows with the days asked for, never with what else is counted.
 */
export const rollupCells = `unnest($5::"char"[], $6::date[], $7::date[]) as s (grain, since, until)
  cross join unnest($8::text[]) as q (id) cross join unnest($9::uuid[]) as x (unit)
  cross join lateral (select * from rollup r where r.org_id = $1 and r.survey_id = $2 and r.question_id = q.id and r.segment_key = $3
    and r.segment_value = $4 and r.grain = s.grain and r.unit_id = x.unit and r.bucket between s.since and s.until offset 0) as u`

/** Spans as the three arrays that a statement unnests. */
export const columnsOf = (spans: readonly Span[]) => [spans.map(s => s.grain), spans.map(s => s.from), spans.map(s => s.to)]

interface Span {
  grain: 't' | 'm' | 'd'
  from: string
  to: string
}

const FIRST = '0001-01-01'
const LAST = '9999-12-31'

/** The rows to read for a period. For `m`: whole months by month, what is left at both ends by day. */
export function spansOf(grain: Span['grain'], from: string | null, to: string | null): Span[] {
  const [first, last] = [from ?? FIRST, to ?? LAST]
  if (grain !== 'm') return [{ grain, from: first, to: last }]
  const firstMonth = first.endsWith('-01') ? first : monthAfter(first)
  const lastMonth = last === LAST || dayAfter(last).endsWith('-01') ? last : dayBefore(`${last.slice(0, 7)}-01`)
  if (firstMonth > lastMonth) return first > last ? [] : [{ grain: 'd', from: first, to: last }]
  return [
    ...(first < firstMonth ? [{ grain: 'd' as const, from: first, to: dayBefore(firstMonth) }] : []),
    { grain: 'm' as const, from: firstMonth, to: lastMonth },
    ...(last > lastMonth ? [{ grain: 'd' as const, from: dayAfter(lastMonth), to: last }] : []),
  ]
}

const dayAfter = (day: string) => plusDays(day, 1)
const dayBefore = (day: string) => plusDays(day, -1)

function monthAfter(day: string): string {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))]
  return month === 12
    ? `${String(year + 1).padStart(4, '0')}-01-01`
    : `${day.slice(0, 5)}${String(month + 1).padStart(2, '0')}-01`
}

// Several segments at once, a source or a language have no rollup: the newest responses are read themselves, so many at most, and the reply says so.
async function fromAnswers(
  tx: Tx,
  { survey, from, to, units, segments, source, locale }: ResponseFilter,
  questions: readonly string[],
  by: Granularity | null,
) {
  const at = by ? `date_trunc('${by}', r.responded_on)::date::text` : 'null::text'
  const { rows } = await tx.query<CountDbRow & { scanned: number }>({
    text: `with r as materialized (
        select id, responded_on from response r where org_id = $1 and survey_id = $2 and state = 'complete' and segments @> $3::jsonb
          and responded_on between $4 and $5 and ($6::uuid[] is null or unit_id = any($6))
          and ($8::text is null or source = $8) and ($9::text is null or locale = $9)
        order by responded_at desc limit ${MOST_SCANNED}
      ), a as (
        select '' as question, '' as item, ${at} as at, null::smallint as value from r
        union all select a.question_id, a.item, ${at}, a.number from r join answer a on a.org_id = $1 and a.response_id = r.id
        union all select a.question_id, case when a.item = '' then chosen else a.item || '.' || chosen end, ${at}, null
          from r join answer a on a.org_id = $1 and a.response_id = r.id, unnest(a.choices) as chosen
      )
      select question, item, at, count(*)::int as n, ${valueCountColumns.map((c, i) => `count(*) filter (where value = ${i})::int as ${c}`).join(', ')},
        (select count(*)::int from r) as scanned
      from a where question = any($7::text[]) group by 1, 2, 3`,
    values: [
      tx.org,
      survey,
      JSON.stringify(segments),
      from ?? FIRST,
      to ?? LAST,
      units,
      questions,
      source ?? null,
      locale ?? null,
    ],
  })
  const readFrom: ReadFrom = (rows[0]?.scanned ?? 0) >= MOST_SCANNED ? 'newest-answers' : 'answers'
  return { rows: rowsOf(rows), readFrom }
}

/** Values of each segment of a survey, the most frequent first. */
export async function segmentValues(tx: Tx, survey: string): Promise<Record<string, string[]>> {
  const { rows } = await tx.query<{ key: string; values: string[] }>({
    name: 'segment-values',
    text: `select segment_key as key, (array_agg(segment_value order by n desc))[1:100] as values from (
        select segment_key, segment_value, sum(n) as n from rollup
        where org_id = $1 and survey_id = $2 and question_id = '' and item = '' and segment_key <> '' and grain = 't'
        group by 1, 2 having sum(n) > 0) x group by 1 order by 1`,
    values: [tx.org, survey],
  })
  return Object.fromEntries(rows.map(row => [row.key, row.values]))
}

export interface InvitationCount {
  sent: number
  bounced: number
  complete: number
  partial: number
  held: number
}

/** What became of the invitations of a survey that left in a period. */
export async function countInvitations(
  tx: Tx,
  { survey, from, to, units }: ResponseFilter,
  zone: string,
): Promise<InvitationCount> {
  const { rows } = await tx.query<InvitationCount>({
    name: 'invitation-count',
    text: `select count(*) filter (where sent_at is not null)::int as sent, count(*) filter (where sent_at is not null and state = 'bounced')::int as bounced,
        count(*) filter (where sent_at is not null and state = 'answered')::int as complete,
        count(*) filter (where sent_at is not null and state = 'started')::int as partial, count(*) filter (where state = 'held')::int as held
      from invitation where org_id = $1 and survey_id = $2 and ($5::uuid[] is null or unit_id = any($5))
        and (coalesce(sent_at, due_at) at time zone $6)::date between $3 and $4`,
    values: [tx.org, survey, from ?? FIRST, to ?? LAST, units, zone],
  })
  return rows[0]!
}

import type { Tx } from '../../kit/server/db.ts'
import { type Histogram, histogramFrom, sumOf } from '../../metrics/histogram.ts'
import { columnsOf, countAnswers, rollupCells, spansOf } from '../../responses/server/numbers/countStore.ts'
import { NO_UNIT } from '../../responses/server/intake/intakeStore.ts'
import type { Bucket } from '../trendBuckets.ts'
import type { Period } from '../../people/period.ts'

const values = Array.from({ length: 11 }, (_, i) => i)
const sums = ['n', ...values.map(i => `c${i}`)].map(count => `sum(u.${count})::int as ${count}`).join(', ')

type Row = { key: string; n: number } & Record<`c${number}`, number>

const plain = `r.org_id = $1 and r.survey_id = $2 and r.question_id = $3 and r.item = ''`

export interface SegmentValue {
  key: string
  value: string
}

/** What is counted: one question of a survey ('' = the responses themselves), of everybody or of one segment. */
export interface CountedAnswers {
  survey: string
  question: string
  segment: SegmentValue | null
}

export interface AnswerCounts {
  n: number
  histogram: Histogram
}

export const sumCounts = (counts: Iterable<AnswerCounts>): AnswerCounts => {
  const all = [...counts]
  return { n: all.reduce((sum, { n }) => sum + n, 0), histogram: sumOf(all.map(({ histogram }) => histogram)) }
}

/** Answers of a period by leaf unit; the nil unit stands for “no unit”. Whole months are read by their month rows. */
export async function countByUnit(
  tx: Tx,
  { survey, question, segment }: CountedAnswers,
  { from, to }: Period,
  units: readonly string[] | null,
): Promise<Map<string, AnswerCounts>> {
  const spans = columnsOf(spansOf('m', from, to))
  const narrowed = [segment?.key ?? '', segment?.value ?? '']
  const { rows } = await tx.query<Row>(
    units
      ? {
          name: 'insights-by-unit',
          text: `select u.unit_id::text as key, ${sums} from ${rollupCells} where u.item = '' group by 1 having sum(u.n) <> 0`,
          values: [tx.org, survey, ...narrowed, ...spans, [question], units],
        }
      : {
          name: 'insights-by-any-unit',
          text: `select u.unit_id::text as key, ${sums} from unnest($4::"char"[], $5::date[], $6::date[]) as s (grain, since, until)
            cross join lateral (select * from rollup r where ${plain} and r.segment_key = $7 and r.segment_value = $8 and r.grain = s.grain and r.bucket between s.since and s.until offset 0) as u
            group by 1 having sum(u.n) <> 0`,
          values: [tx.org, survey, question, ...spans, ...narrowed],
        },
  )
  return new Map(rows.map(row => [row.key, countsOf(row)]))
}

const countsOf = (row: Row): AnswerCounts => ({
  n: row.n,
  histogram: histogramFrom(values.map(i => [i, row[`c${i}`] ?? 0] as const)),
})

/** Answers of a period by day, week or month. */
export async function countByBucket(
  tx: Tx,
  { survey, question, segment }: CountedAnswers,
  { from, to }: Period,
  bucket: Bucket,
  units: readonly string[] | null,
): Promise<Map<string, Histogram>> {
  const { rows } = await countAnswers(
    tx,
    { survey, from, to, units, segments: segment ? { [segment.key]: segment.value } : {} },
    [question],
    bucket,
  )
  const scores = rows.filter(({ item }) => item === '')
  return new Map(scores.map(({ at, values }) => [at ?? from, histogramFrom(values.map((n, i) => [i, n] as const))]))
}

/** The first and the last day on which anybody answered. */
export async function answeredDays(tx: Tx, survey: string): Promise<Period | null> {
  const { rows } = await tx.query<{ from: string | null; to: string | null }>({
    name: 'insights-days',
    text: `select min(r.bucket)::text as from, max(r.bucket)::text as to from rollup r
      where ${plain} and r.segment_key = '' and r.segment_value = '' and r.grain = 't' and r.n > 0`,
    values: [tx.org, survey, ''],
  })
  const { from, to } = rows[0] ?? {}
  return from && to ? { from, to } : null
}

/** Answers of a period by the values of every segment: its key, its value, and how they answered. `known` says which occur. */
export async function countBySegment(
  tx: Tx,
  { survey, question }: Omit<CountedAnswers, 'segment'>,
  known: readonly SegmentValue[],
  { from, to }: Period,
  units: readonly string[] | null,
): Promise<AnswerCounts[]> {
  const spans = columnsOf(spansOf(units ? 'm' : 't', from, to))
  const { rows } = await tx.query<Row>({
    name: 'insights-by-segment',
    text: `select g.at::text as key, ${sums} from unnest($3::text[], $4::text[]) with ordinality as g (key, value, at)
      cross join unnest($5::"char"[], $6::date[], $7::date[]) as s (grain, since, until) cross join unnest($9::uuid[]) as x (unit)
      cross join lateral (select * from rollup r where r.org_id = $1 and r.survey_id = $2 and r.question_id = $8 and r.segment_key = g.key
        and r.segment_value = g.value and r.grain = s.grain and r.unit_id = x.unit and r.item = '' and r.bucket between s.since and s.until offset 0) as u
      group by 1 having sum(u.n) <> 0`,
    values: [
      tx.org,
      survey,
      known.map(({ key }) => key),
      known.map(({ value }) => value),
      ...spans,
      question,
      units ?? [NO_UNIT],
    ],
  })
  const counted = new Map(rows.map(row => [Number(row.key) - 1, countsOf(row)]))
  return known.map((_, i) => counted.get(i) ?? { n: 0, histogram: new Map() })
}

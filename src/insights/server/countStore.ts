import type { Tx } from '../../kit/server/db.ts'
import { type Histogram, histogramFrom, sumOf } from '../../responses/histogram.ts'
import { columnsOf, countAnswers, rollupCells, spansOf } from '../../responses/server/countStore.ts'
import type { Bucket, Period } from '../period.ts'

const values = Array.from({ length: 11 }, (_, i) => i)
const sums = ['n', ...values.map(i => `c${i}`)].map(count => `sum(u.${count})::int as ${count}`).join(', ')

type Row = { key: string; n: number } & Record<`c${number}`, number>

const plain = `r.org_id = $1 and r.survey_id = $2 and r.question_id = $3 and r.item = '' and r.segment_key = '' and r.segment_value = ''`

/** What is counted: one question of a survey ('' = the responses themselves). */
export interface Counted {
  survey: string
  question: string
}

export interface Counts {
  n: number
  histogram: Histogram
}

export const together = (counts: Iterable<Counts>): Counts => {
  const all = [...counts]
  return { n: all.reduce((sum, { n }) => sum + n, 0), histogram: sumOf(all.map(({ histogram }) => histogram)) }
}

/** Answers of a period by leaf unit; the nil unit stands for “no unit”. Whole months are read by their month rows. */
export async function countByUnit(
  tx: Tx,
  { survey, question }: Counted,
  { from, to }: Period,
  units: readonly string[] | null,
): Promise<Map<string, Counts>> {
  const spans = columnsOf(spansOf('m', from, to))
  const { rows } = await tx.query<Row>(
    units
      ? {
          name: 'insights-by-unit',
          text: `select u.unit_id::text as key, ${sums} from ${rollupCells} where u.item = '' group by 1 having sum(u.n) <> 0`,
          values: [tx.org, survey, '', '', ...spans, [question], units],
        }
      : {
          name: 'insights-by-any-unit',
          text: `select u.unit_id::text as key, ${sums} from unnest($4::"char"[], $5::date[], $6::date[]) as s (grain, since, until)
            cross join lateral (select * from rollup r where ${plain} and r.grain = s.grain and r.bucket between s.since and s.until offset 0) as u
            group by 1 having sum(u.n) <> 0`,
          values: [tx.org, survey, question, ...spans],
        },
  )
  return new Map(rows.map(row => [row.key, countsOf(row)]))
}

const countsOf = (row: Row): Counts => ({ n: row.n, histogram: histogramFrom(values.map(i => [i, row[`c${i}`] ?? 0] as const)) })

/** Answers of a period by day, week or month. */
export async function countByBucket(
  tx: Tx,
  { survey, question }: Counted,
  { from, to }: Period,
  bucket: Bucket,
  units: readonly string[] | null,
): Promise<Map<string, Histogram>> {
  const { rows } = await countAnswers(tx, { survey, from, to, units, segments: {} }, [question], bucket)
  const scores = rows.filter(({ item }) => item === '')
  return new Map(scores.map(({ at, values }) => [at ?? from, histogramFrom(values.map((n, i) => [i, n] as const))]))
}

/** The first and the last day on which anybody answered. */
export async function answeredDays(tx: Tx, survey: string): Promise<Period | null> {
  const { rows } = await tx.query<{ from: string | null; to: string | null }>({
    name: 'insights-days',
    text: `select min(r.bucket)::text as from, max(r.bucket)::text as to from rollup r where ${plain} and r.grain = 't' and r.n > 0`,
    values: [tx.org, survey, ''],
  })
  const { from, to } = rows[0] ?? {}
  return from && to ? { from, to } : null
}

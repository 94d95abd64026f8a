import type { Tx } from '../../../kit/server/db.ts'
import { NO_UNIT } from '../intake/intakeStore.ts'

export interface DailyCount {
  day: string
  n: number
}

/** Answers to a question ('' = the responses themselves) by day and unit; the nil unit stands for “no unit”. */
export async function daysByUnit(
  tx: Tx,
  survey: string,
  question: string,
  day: string | null = null,
): Promise<(DailyCount & { unit: string })[]> {
  const { rows } = await tx.query<DailyCount & { unit: string }>({
    name: `anonymity-units-${day ? 'day' : 'ever'}`,
    text: `select bucket as day, unit_id as unit, sum(n)::int as n from rollup
      where org_id = $1 and survey_id = $2 and question_id = $3 and item = '' and segment_key = '' and segment_value = '' and grain = 'd'
        ${day ? 'and bucket = $4' : ''}
      group by 1, 2 having sum(n) > 0`,
    values: [tx.org, survey, question, ...(day ? [day] : [])],
  })
  return rows
}

/** The same by the values of every segment. */
export async function daysBySegment(
  tx: Tx,
  survey: string,
  question: string,
): Promise<(DailyCount & { key: string; value: string })[]> {
  const { rows } = await tx.query<DailyCount & { key: string; value: string }>({
    name: 'anonymity-segments',
    text: `select bucket as day, segment_key as key, segment_value as value, sum(n)::int as n from rollup
      where org_id = $1 and survey_id = $2 and question_id = $3 and item = '' and segment_key <> '' and grain = 't' and unit_id = $4
      group by 1, 2, 3 having sum(n) > 0`,
    values: [tx.org, survey, question, NO_UNIT],
  })
  return rows
}

import type { Tx } from '../../kit/server/db.ts'
import { type AlertScope, scopeValues } from './causeStore.ts'

export interface Measured {
  question: string
  item: string
}

/** So many of the newest answers are looked at: enough to tell drivers apart, few enough to be quick. */
export const MOST_SAMPLED = 2_000

/** The newest responses of the scope that answered the first measure: one list each, in the order of the measures, null = not answered. */
export async function sampleAnswers(tx: Tx, scope: AlertScope, measures: readonly Measured[]): Promise<(number | null)[][]> {
  const { rows } = await tx.query<{ numbers: (number | null)[] }>({
    name: 'insights-driver-sample',
    text: `with r as materialized (
        select r.id from response r
        join answer w on w.org_id = r.org_id and w.response_id = r.id and w.question_id = $7 and w.item = $8 and w.number is not null
        where r.org_id = $1 and r.survey_id = $2 and r.state = 'complete' and r.responded_on between $3 and $4
          and ($5::jsonb is null or exists (select from jsonb_to_recordset($5::jsonb) as s (since date, until date, units uuid[])
            where r.responded_on between s.since and s.until and r.unit_id = any(s.units)))
          and ($6::jsonb is null or r.segments @> $6::jsonb)
        order by r.responded_at desc, r.id desc limit ${MOST_SAMPLED}
      )
      select (select array_agg(a.number order by m.at) from unnest($9::text[], $10::text[]) with ordinality as m (question, item, at)
        left join answer a on a.org_id = $1 and a.response_id = r.id and a.question_id = m.question and a.item = m.item) as numbers
      from r order by r.id`,
    values: [
      ...scopeValues(tx, scope),
      measures[0]!.question,
      measures[0]!.item,
      measures.map(({ question }) => question),
      measures.map(({ item }) => item),
    ],
  })
  return rows.map(row => row.numbers)
}

import { numbersOf } from '../numbers/answerSql.ts'
import { sql } from 'kysely'
import type { Tx } from '../../../kit/server/db.ts'
import type { ResponseFilter } from '../numbers/countStore.ts'

export interface ValueCount {
  value: string
  n: number
}

/** Sources or languages of a survey's complete responses, the most frequent first; of the newest hundred thousand. */
export async function countBy(
  tx: Tx,
  column: 'source' | 'locale',
  { survey, units }: Pick<ResponseFilter, 'survey' | 'units'>,
): Promise<ValueCount[]> {
  const { rows } = await tx.query<ValueCount>({
    name: `responses-by-${column}`,
    text: `select ${column} as value, count(*)::int as n from (
        select source, locale from response where org_id = $1 and survey_id = $2 and state = 'complete'
          and ($3::uuid[] is null or unit_id = any($3)) order by responded_at desc limit 100000) x
      where ${column} is not null group by 1 order by 2 desc limit 50`,
    values: [tx.org, survey, units],
  })
  return rows
}

export interface EarlierResponseRow {
  id: string
  surveyId: string
  surveyName: string
  version: number
  unitId: string | null
  respondedAt: Date
  numbers: Record<string, number>
  comment: string | null
}

/** What one person answered, the newest first; without one of them, if told. */
export async function readEarlierResponses(tx: Tx, personId: string, except: string | null): Promise<EarlierResponseRow[]> {
  const { rows } = await tx.query<EarlierResponseRow>({
    name: 'responses-of-person',
    text: `select r.id, r.survey_id as "surveyId", s.name as "surveyName", r.version, r.unit_id as "unitId", r.responded_at as "respondedAt",
        coalesce(${numbersOf('r')}, '{}') as numbers,
        (select left(a.text, 400) from answer a where a.org_id = r.org_id and a.response_id = r.id and a.text is not null
          order by a.question_id limit 1) as comment
      from response r join survey s on s.org_id = r.org_id and s.id = r.survey_id
      where r.org_id = $1 and r.person_id = $2 and ($3::uuid is null or r.id <> $3) and r.state = 'complete' and not s.anonymous
      order by r.responded_at desc limit 50`,
    values: [tx.org, personId, except],
  })
  return rows
}

export const findInvitation = (tx: Tx, id: string) =>
  tx.db
    .selectFrom('invitation')
    .select(['id', 'asked_at', 'sent_at', 'answered_at', sql<Date[]>`reminded_at`.as('reminded_at')])
    .where('org_id', '=', tx.org)
    .where('id', '=', id)
    .executeTakeFirst()

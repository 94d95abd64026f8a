import type { Tx } from '../../../kit/server/db.ts'
import type { ResponseCountSql } from '../../../surveys/server/responseCounts.ts'

const ofSurvey = (survey: string) => `from rollup u where u.org_id = ${survey}.org_id and u.survey_id = ${survey}.id
  and u.question_id = '' and u.item = '' and u.segment_key = '' and u.segment_value = ''`

/** Counted from the rollups: a survey with five million answers costs as much as one with five. */
export const responseCountSql: ResponseCountSql = {
  responses: survey => `coalesce((select sum(u.n) ${ofSurvey(survey)} and u.grain = 't'), 0)::int`,
  // By the primary key: the last row of one range.
  lastOn: survey => `(select max(u.bucket)::text ${ofSurvey(survey)} and u.grain = 'd')`,
  byLink: link => `(select count(*)::int from response r where r.org_id = ${link}.org_id and r.survey_id = ${link}.survey_id
    and r.link_id = ${link}.id and r.state = 'complete')`,
}

export async function findResponseIdsOfPerson(tx: Tx, person: string): Promise<string[]> {
  const rows = await tx.db
    .selectFrom('response')
    .select('id')
    .where('org_id', '=', tx.org)
    .where('person_id', '=', person)
    .execute()
  return rows.map(({ id }) => id)
}

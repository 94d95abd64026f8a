import type { Tx } from '../../../kit/server/db.ts'
import { record } from '../../../activity/server/record.ts'
import { saveSurvey } from '../../../surveys/server/surveyStore.ts'

/** Lets those who answer a survey with a quota through one by one, and says how many are in. */
export async function lockQuota(tx: Tx, surveyId: string): Promise<number> {
  await tx.query({
    name: 'quota-lock',
    text: 'select pg_advisory_xact_lock(hashtextextended($1 || $2, 7))',
    values: [tx.org, surveyId],
  })
  return countResponses(tx, surveyId)
}

/** Complete responses of a survey, from the rollups. */
export async function countResponses(tx: Tx, surveyId: string): Promise<number> {
  const { rows } = await tx.query<{ n: number }>({
    name: 'response-count',
    text: `select coalesce(sum(n), 0)::int as n from rollup where org_id = $1 and survey_id = $2 and question_id = '' and item = ''
      and segment_key = '' and segment_value = '' and grain = 't'`,
    values: [tx.org, surveyId],
  })
  return rows[0]!.n
}

/** Closes the survey once its quota is reached. True when it was this response that did. */
export async function closeFull(tx: Tx, surveyId: string, quota: number): Promise<boolean> {
  if ((await countResponses(tx, surveyId)) < quota) return false
  await saveSurvey(tx, surveyId, { state: 'closed' })
  await record(tx, 'survey.closed', { type: 'survey', id: surveyId }, { why: 'quota' })
  return true
}

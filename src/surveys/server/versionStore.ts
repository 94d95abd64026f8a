import { sql } from 'kysely'
import type { Tx } from '../../kit/server/db.ts'
import { decodeCursor } from '../../kit/paging.ts'
import type { Questionnaire } from '../questionnaire.ts'

export async function insertVersion(tx: Tx, surveyId: string, version: number, content: Questionnaire): Promise<void> {
  await tx.db
    .insertInto('survey_version')
    .values({
      org_id: tx.org,
      survey_id: surveyId,
      version,
      content: JSON.stringify(content),
      published_at: tx.now,
      published_by: tx.caller.name,
    })
    .execute()
}

export function listVersions(tx: Tx, surveyId: string, limit: number, cursor: string | undefined) {
  const before = decodeCursor(cursor, 1)
  return tx.db
    .selectFrom('survey_version')
    .select(['version', 'published_at', 'published_by', sql<Questionnaire>`content`.as('content')])
    .where('org_id', '=', tx.org)
    .where('survey_id', '=', surveyId)
    .$if(before !== undefined, q => q.where('version', '<', Math.min(2_000_000_000, Number(before![0]) || 0)))
    .orderBy('version', 'desc')
    .limit(limit + 1)
    .execute()
}

export async function readVersion(tx: Tx, surveyId: string, version: number): Promise<Questionnaire | undefined> {
  const row = await tx.db
    .selectFrom('survey_version')
    .select(sql<Questionnaire>`content`.as('content'))
    .where('org_id', '=', tx.org)
    .where('survey_id', '=', surveyId)
    .where('version', '=', version)
    .executeTakeFirst()
  return row?.content
}

export interface SurveyHead {
  id: string
  name: string
  state: 'draft' | 'live' | 'closed'
  version: number
  anonymous: boolean
  closes_at: Date | null
  quota: number | null
  owner_id: string | null
}

export async function readHead(tx: Tx, surveyId: string): Promise<SurveyHead | undefined> {
  const { rows } = await tx.query<SurveyHead>({
    name: 'survey-head',
    text: `select id, name, case when archived_at is null then state else 'closed' end as state, version, anonymous, closes_at, quota, owner_id
      from survey where org_id = $1 and id = $2`,
    values: [tx.org, surveyId],
  })
  return rows[0]
}

import { sql } from 'kysely'
import type { Tx } from '../../kit/server/db.ts'
import { idCursor } from '../../kit/paging.ts'
import { responseCounts } from './responseCounts.ts'
import { containing } from '../../kit/server/like.ts'
import type { Questionnaire } from '../questionnaire.ts'

const columns = [
  'id',
  'name',
  'state',
  'version',
  'anonymous',
  'closes_at',
  'quota',
  'archived_at',
  'created_at',
  'updated_at',
  'revision',
  'owner_id',
] as const

const counted = () =>
  [
    sql<number>`${sql.raw(responseCounts.filled!.responses('survey'))}`.as('responses'),
    sql<string | null>`${sql.raw(responseCounts.filled!.lastOn('survey'))}`.as('last_answer_on'),
  ] as const

export interface SurveyFilter {
  limit: number
  cursor?: string | undefined
  state?: 'draft' | 'live' | 'closed' | undefined
  archived: boolean
  search?: string | undefined
}

export function listSurveys(tx: Tx, { limit, cursor, state, archived, search }: SurveyFilter) {
  const before = idCursor(cursor)
  return tx.db
    .selectFrom('survey')
    .select([...columns, ...counted()])
    .select([
      sql<string[]>`draft -> 'locales'`.as('locales'),
      sql<number>`jsonb_array_length(draft -> 'questions')`.as('questions'),
    ])
    .where('org_id', '=', tx.org)
    .where('archived_at', archived ? 'is not' : 'is', null)
    .$if(state !== undefined, q => q.where('state', '=', state!))
    .$if(!!search, q => q.where('name', 'ilike', containing(search!)))
    .$if(before !== undefined, q => q.where('id', '<', before!))
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
}

export const findSurvey = (tx: Tx, id: string) => surveyById(tx, id).select(counted()).executeTakeFirst()

/** Locks the survey, so that two who publish at once publish two versions. */
export const lockSurvey = (tx: Tx, id: string) => surveyById(tx, id).forUpdate().executeTakeFirst()

const surveyById = (tx: Tx, id: string) =>
  tx.db
    .selectFrom('survey')
    .select([...columns, sql<Questionnaire>`draft`.as('draft')])
    .where('org_id', '=', tx.org)
    .where('id', '=', id)

export interface NewSurvey {
  id: string
  name: string
  ownerId: string | null
  draft: Questionnaire
  closesAt: Date | null
}

export async function insertSurvey(tx: Tx, { id, name, ownerId, draft, closesAt }: NewSurvey): Promise<void> {
  await tx.db
    .insertInto('survey')
    .values({
      org_id: tx.org,
      id,
      name,
      anonymous: draft.anonymous,
      default_locale: draft.locale,
      draft: JSON.stringify(draft),
      owner_id: ownerId,
      closes_at: closesAt,
      quota: draft.quota,
      created_at: tx.now,
      updated_at: tx.now,
    })
    .execute()
}

export interface SurveyChange {
  name?: string
  owner_id?: string
  draft?: Questionnaire
  closes_at?: Date | null
  quota?: number | null
  anonymous?: boolean
  default_locale?: string
  state?: 'draft' | 'live' | 'closed'
  version?: number
  archived_at?: Date | null
}

export async function saveSurvey(tx: Tx, id: string, { draft, ...change }: SurveyChange): Promise<void> {
  await tx.db
    .updateTable('survey')
    .set({
      ...change,
      ...(draft && { draft: JSON.stringify(draft), revision: sql`revision + 1` }),
      updated_at: tx.now,
    })
    .where('org_id', '=', tx.org)
    .where('id', '=', id)
    .execute()
}

/** With its links; only where nothing was published, so that nobody's answer can go with it. */
export async function deleteSurvey(tx: Tx, id: string): Promise<void> {
  await tx.db.deleteFrom('survey').where('org_id', '=', tx.org).where('id', '=', id).where('version', '=', 0).execute()
}

export const findMemberLogin = (tx: Tx, userId: string) =>
  tx.db
    .selectFrom('membership')
    .innerJoin('login', 'login.id', 'membership.user_id')
    .select(['login.id', 'login.name', 'login.email'])
    .where('membership.org_id', '=', tx.org)
    .where('membership.user_id', '=', userId)
    .executeTakeFirst()

/** Who answers for the organisation when a survey has nobody. */
export const findOrganisationOwnerLogin = (tx: Tx) =>
  tx.db
    .selectFrom('membership')
    .innerJoin('login', 'login.id', 'membership.user_id')
    .select(['login.id', 'login.name', 'login.email'])
    .where('membership.org_id', '=', tx.org)
    .where('membership.role', '=', 'owner')
    .orderBy('membership.created_at')
    .executeTakeFirst()

/** Surveys whose closing time has passed, locked; others who close at the same moment skip them. */
export async function dueToClose(tx: Tx): Promise<string[]> {
  const rows = await tx.db
    .selectFrom('survey')
    .select('id')
    .where('org_id', '=', tx.org)
    .where('state', '=', 'live')
    .where('closes_at', '<=', tx.now)
    .orderBy('id')
    .limit(100)
    .forUpdate()
    .skipLocked()
    .execute()
  return rows.map(row => row.id)
}

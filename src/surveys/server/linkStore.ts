import { sql } from 'kysely'
import type { Tx } from '../../kit/server/db.ts'
import { responseCounts } from './responseCounts.ts'
import { idCursor } from '../../kit/paging.ts'

export interface NewLink {
  id: string
  surveyId: string
  kind: 'open' | 'site'
  name: string
  token: string
  unitId: string | null
  segments: Record<string, string>
}

export async function insertLink(tx: Tx, link: NewLink): Promise<void> {
  await tx.db
    .insertInto('survey_link')
    .values({
      org_id: tx.org,
      id: link.id,
      survey_id: link.surveyId,
      kind: link.kind,
      name: link.name,
      token: link.token,
      unit_id: link.unitId,
      segments: JSON.stringify(link.segments),
      created_at: tx.now,
    })
    .execute()
}

const links = (tx: Tx, surveyId: string) =>
  tx.db
    .selectFrom('survey_link as l')
    .select(['l.id', 'l.name', 'l.kind', 'l.token', 'l.unit_id', 'l.closed_at', 'l.created_at'])
    .select(sql<Record<string, string>>`l.segments`.as('segments'))
    .where('l.org_id', '=', tx.org)
    .where('l.survey_id', '=', surveyId)

export function listLinks(tx: Tx, surveyId: string, limit: number, cursor: string | undefined) {
  const before = idCursor(cursor)
  return links(tx, surveyId)
    .select(sql<number>`${sql.raw(responseCounts.filled!.byLink('l'))}`.as('responses'))
    .$if(before !== undefined, q => q.where('l.id', '<', before!))
    .orderBy('l.id', 'desc')
    .limit(limit + 1)
    .execute()
}

export const findLink = (tx: Tx, surveyId: string, linkId: string) =>
  links(tx, surveyId).where('l.id', '=', linkId).executeTakeFirst()

export async function saveClosed(tx: Tx, linkId: string): Promise<void> {
  await tx.db
    .updateTable('survey_link')
    .set({ closed_at: tx.now })
    .where('org_id', '=', tx.org)
    .where('id', '=', linkId)
    .execute()
}

export interface OpenLink {
  kind: 'open' | 'site'
  id: string
  survey_id: string
  unit_id: string | null
  segments: Record<string, string>
  closed_at: Date | null
}

export async function findByToken(tx: Tx, token: string): Promise<OpenLink | undefined> {
  const { rows } = await tx.query<OpenLink>({
    name: 'link-by-token',
    text: `select id, kind, survey_id, unit_id, segments, closed_at from survey_link where org_id = $1 and token = $2`,
    values: [tx.org, token],
  })
  return rows[0]
}

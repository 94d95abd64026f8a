import { beforeImportUndone } from './beforeImportUndone.ts'
import type { Tx } from '../../../kit/server/db.ts'
import { isId } from '../../../kit/ids.ts'
import { decodeCursor } from '../../../kit/paging.ts'
import type { AnswerRow } from '../../answerRows.ts'
import { arrayLiteral } from '../intake/intakeStore.ts'

export interface HistoryRow {
  id: string
  personId: string | null
  unitId: string | null
  segments: Readonly<Record<string, string>>
  respondedAt: Date
  respondedOn: string
  answers: readonly AnswerRow[]
}

export async function insertImport(tx: Tx, id: string, surveyId: string, imported: number, skipped: number): Promise<void> {
  await tx.db
    .insertInto('response_import')
    .values({ org_id: tx.org, id, survey_id: surveyId, imported, skipped, created_by: tx.caller.name, created_at: tx.now })
    .execute()
}

/** Many past responses in two statements. Their rollups follow once for the whole import. */
export async function insertHistory(
  tx: Tx,
  survey: { id: string; version: number },
  importId: string,
  rows: readonly HistoryRow[],
): Promise<void> {
  const column = <K extends keyof HistoryRow>(key: K) => rows.map(row => row[key])
  await tx.query({
    name: 'history-responses',
    text: `insert into response (org_id, id, survey_id, version, state, source, person_id, unit_id, import_id, segments, started_at, responded_at, responded_on)
      select $1, x.id, $2, $3, 'complete', 'import', x.person_id, x.unit_id, $4, x.segments, x.at, x.at, x.day
      from unnest($5::uuid[], $6::uuid[], $7::uuid[], $8::jsonb[], $9::timestamptz[], $10::date[]) as x (id, person_id, unit_id, segments, at, day)`,
    values: [
      tx.org,
      survey.id,
      survey.version,
      importId,
      column('id'),
      column('personId'),
      column('unitId'),
      rows.map(row => JSON.stringify(row.segments)),
      column('respondedAt'),
      column('respondedOn'),
    ],
  })
  const answers = rows.flatMap(row => row.answers.map(answer => ({ ...answer, id: row.id })))
  await tx.query({
    name: 'history-answers',
    text: `insert into answer (org_id, response_id, question_id, item, kind, number, text, choices)
      select $1, x.id, x.question_id, x.item, x.kind, x.number, x.text, x.choices::text[]
      from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::smallint[], $7::text[], $8::text[])
        as x (id, question_id, item, kind, number, text, choices)`,
    values: [
      tx.org,
      answers.map(one => one.id),
      answers.map(one => one.question),
      answers.map(one => one.item),
      answers.map(one => one.kind),
      answers.map(one => one.number),
      answers.map(one => one.text),
      answers.map(({ choices }) => choices && arrayLiteral(choices)),
    ],
  })
}

export function listImports(tx: Tx, surveyId: string, limit: number, cursor: string | undefined) {
  const before = decodeCursor(cursor, 1)
  return tx.db
    .selectFrom('response_import')
    .select(['id', 'imported', 'skipped', 'created_by', 'created_at', 'undone_at', 'undone_by'])
    .where('org_id', '=', tx.org)
    .where('survey_id', '=', surveyId)
    .$if(before !== undefined && isId(String(before[0])), q => q.where('id', '<', String(before![0])))
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
}

export const lockImport = (tx: Tx, id: string) =>
  tx.db
    .selectFrom('response_import')
    .select(['id', 'survey_id', 'imported', 'undone_at'])
    .where('org_id', '=', tx.org)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

export async function deleteHistory(tx: Tx, importId: string): Promise<number> {
  for (const tell of beforeImportUndone.all()) await tell(tx, importId)
  const { rowCount } = await tx.query({
    text: 'delete from response where org_id = $1 and import_id = $2',
    values: [tx.org, importId],
  })
  await tx.query({
    text: 'update response_import set undone_at = $3, undone_by = $4 where org_id = $1 and id = $2',
    values: [tx.org, importId, tx.now, tx.caller.name],
  })
  return rowCount ?? 0
}

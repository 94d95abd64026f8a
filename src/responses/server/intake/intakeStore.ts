import type pg from 'pg'
import { recordSql, recordValues } from '../../../activity/server/record.ts'
import type { Tx } from '../../../kit/server/db.ts'
import type { AnswerRow, CountedValue } from '../../answerRows.ts'

/** To what a response belongs, and where it came from. */
export interface IncomingResponse {
  id: string
  surveyId: string
  version: number
  source: string
  locale: string | null
  personId: string | null
  unitId: string | null
  invitationId: string | null
  linkId: string | null
  segments: Readonly<Record<string, string>>
}

/** A complete response, ready to be written. */
export interface CompleteResponse extends IncomingResponse {
  tokenHash: Buffer | null
  startedAt: Date
  respondedAt: Date
  /** The organisation's own day of respondedAt. */
  respondedOn: string
  answers: readonly AnswerRow[]
  marks: readonly CountedValue[]
}

export const NO_UNIT = '00000000-0000-0000-0000-000000000000'

export const valueCountColumns = Array.from({ length: 11 }, (_, i) => `c${i}`)

/** How a rollup row takes in another one. */
export const addUp = `on conflict (org_id, survey_id, question_id, item, segment_key, segment_value, grain, bucket, unit_id, slot)
  do update set n = rollup.n + excluded.n, ${valueCountColumns.map(c => `${c} = rollup.${c} + excluded.${c}`).join(', ')}`

// Always in this order, so that two writers who meet at several rows wait for each other instead of dying.
export const rollupOrder = 'order by question_id, item, segment_key, segment_value, grain, bucket, unit_id'

/**
 * Everything that one response leaves behind, in one statement: round trips dominate intake. A survey that is not open (any more)
 * takes nothing; a partial response of the same token and id becomes this complete one; one that is complete already stays as it is.
 * Writers on different connections take different slots of a hot rollup row.
 */
export const submitSql = (recorded: boolean) => `with open as (
    select id from survey where org_id = $1 and id = $3 and state = 'live' and archived_at is null and (closes_at is null or closes_at > now())
      and not exists (select 1 from survey_link l where l.org_id = $1 and l.id = $10 and l.closed_at is not null)
  ), r as (
    insert into response (org_id, id, survey_id, version, state, source, locale, person_id, unit_id, invitation_id, link_id, segments,
      token_hash, started_at, responded_at, responded_on)
    select $1, $2, $3, $4, 'complete', $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15::date from open
    on conflict (org_id, token_hash) where token_hash is not null do update
      set version = excluded.version, state = 'complete', source = excluded.source, locale = excluded.locale, person_id = excluded.person_id,
        unit_id = excluded.unit_id, segments = excluded.segments, draft = null, responded_at = excluded.responded_at,
        responded_on = excluded.responded_on
      where response.state = 'partial' and response.id = excluded.id
    returning id
  ), a as (
    insert into answer (org_id, response_id, question_id, item, kind, number, text, choices)
    select $1, r.id, x.question_id, x.item, x.kind, x.number, x.text, x.choices::text[]
    from r, unnest($16::text[], $17::text[], $18::text[], $19::smallint[], $20::text[], $21::text[])
      as x (question_id, item, kind, number, text, choices)
  )${recorded ? `, ${recordSql(27, 'r')}` : ''}, u as (
    insert into rollup (org_id, survey_id, question_id, item, segment_key, segment_value, grain, bucket, unit_id, slot, n, ${valueCountColumns.join(', ')})
    select $1, $3, m.question_id, m.item, s.segment_key, s.segment_value, b.grain, b.bucket, b.unit_id, pg_backend_pid() % 16, 1,
      ${valueCountColumns.map((_, i) => `coalesce(m.value = ${i}, false)::int`).join(', ')}
    from r, unnest($22::text[], $23::text[], $24::smallint[]) as m (question_id, item, value),
      unnest($25::text[], $26::text[]) as s (segment_key, segment_value),
      (values ('d'::"char", $15::date, coalesce($8::uuid, '${NO_UNIT}'::uuid)), ('m', date_trunc('month', $15::date)::date, coalesce($8::uuid, '${NO_UNIT}'::uuid)),
        ('t', $15::date, '${NO_UNIT}'::uuid)) as b (grain, bucket, unit_id)
    ${rollupOrder}
    ${addUp}
  )
  select id from r`

const submitRecorded = { name: 'response-submit', text: submitSql(true) }
const submitUnrecorded = { name: 'response-submit-anonymous', text: submitSql(false) }

/** The id of what was written; undefined when the survey took nothing or this token's response is complete already. */
export async function insertResponse(tx: Tx, response: CompleteResponse, recorded: boolean): Promise<string | undefined> {
  const { rows } = await tx.query<{ id: string }>(submitStatement(tx, response, recorded))
  return rows[0]?.id
}

export function submitStatement(tx: Tx, r: CompleteResponse, recorded: boolean): pg.QueryConfig {
  const segments = [['', ''], ...Object.entries(r.segments)]
  const column = <K extends keyof AnswerRow>(key: K) => r.answers.map(answer => answer[key])
  return {
    ...(recorded ? submitRecorded : submitUnrecorded),
    values: [
      tx.org,
      r.id,
      r.surveyId,
      r.version,
      r.source,
      r.locale,
      r.personId,
      r.unitId,
      r.invitationId,
      r.linkId,
      JSON.stringify(r.segments),
      r.tokenHash,
      r.startedAt,
      r.respondedAt,
      r.respondedOn,
      column('question'),
      column('item'),
      column('kind'),
      column('number'),
      column('text'),
      r.answers.map(({ choices }) => choices && arrayLiteral(choices)),
      r.marks.map(mark => mark.question),
      r.marks.map(mark => mark.item),
      r.marks.map(mark => mark.value),
      segments.map(([key]) => key),
      segments.map(([, value]) => value),
      ...(recorded
        ? recordValues(
            tx,
            'response.submitted',
            { type: 'response', id: r.id, also: [r.surveyId, r.personId, r.unitId] },
            { source: r.source, version: r.version },
          )
        : []),
    ],
  }
}

// Ids of options are letters, digits, - and _ (see surveys/condition.ts), so that they need no quoting; null-like words do.
export const arrayLiteral = (ids: readonly string[]): string => `{${ids.map(id => `"${id}"`).join(',')}}`

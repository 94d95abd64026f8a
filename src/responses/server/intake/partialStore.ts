import type { Tx } from '../../../kit/server/db.ts'
import type { Answers } from '../../../surveys/answerCondition.ts'
import type { IncomingResponse } from './intakeStore.ts'
import type { AnswerRow } from '../../answerRows.ts'

export interface StoredPartial {
  id: string
  state: 'partial' | 'complete'
  locale: string | null
  draft: { answers: Answers } | null
  startedAt: Date
}

/** The response of this token, finished or not. */
export async function findResponseByToken(tx: Tx, tokenHash: Buffer): Promise<StoredPartial | undefined> {
  const { rows } = await tx.query<StoredPartial>({
    name: 'response-by-token',
    text: `select id, state, locale, draft, started_at as "startedAt" from response where org_id = $1 and token_hash = $2`,
    values: [tx.org, tokenHash],
  })
  return rows[0]
}

export interface PartialResponse extends IncomingResponse {
  answers: Answers
  tokenHash: Buffer
  at: Date
  on: string
}

/** Keeps what was typed so far. True when this was the first time; a finished response stays as it is. */
export async function savePartial(tx: Tx, p: PartialResponse): Promise<boolean> {
  const { rows } = await tx.query<{ fresh: boolean }>({
    name: 'partial-save',
    text: `insert into response (org_id, id, survey_id, version, state, source, locale, person_id, unit_id, invitation_id, link_id, segments,
        draft, token_hash, started_at, responded_at, responded_on)
      values ($1, $2, $3, $4, 'partial', $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $14, $15)
      on conflict (org_id, token_hash) where token_hash is not null do update
        set draft = excluded.draft, locale = excluded.locale, version = excluded.version, responded_at = excluded.responded_at,
          responded_on = excluded.responded_on
        where response.state = 'partial'
      returning xmax = 0 as fresh`,
    values: [
      tx.org,
      p.id,
      p.surveyId,
      p.version,
      p.source,
      p.locale,
      p.personId,
      p.unitId,
      p.invitationId,
      p.linkId,
      JSON.stringify(p.segments),
      JSON.stringify({ answers: p.answers }),
      p.tokenHash,
      p.at,
      p.on,
    ],
  })
  return rows[0]?.fresh ?? false
}

export async function readAnswers(tx: Tx, responseId: string): Promise<AnswerRow[]> {
  const { rows } = await tx.query<AnswerRow>({
    name: 'answers-of-response',
    text: `select question_id as question, item, kind, number, text, choices from answer where org_id = $1 and response_id = $2`,
    values: [tx.org, responseId],
  })
  return rows
}

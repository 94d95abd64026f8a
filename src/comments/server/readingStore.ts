import { hasCommentOf, joinCommentOf, joinComments } from '../../responses/server/numbers/answerSql.ts'
import type { Tx } from '../../kit/server/db.ts'
import type { Reading } from '../reading.ts'
import { RULES_VERSION } from '../rulesVersion.ts'

/** A comment that waits to be read. */
export interface Unread {
  response: string
  question: string
  survey: string
  unit: string | null
  on: string
  text: string
  locale: string | null
}

const columns = `r.id as response, a.question_id as question, r.survey_id as survey, r.unit_id as unit, r.responded_on as on, a.text, r.locale`

export interface Progress {
  upTo: string
  at: Date
}

export async function progress(tx: Tx): Promise<Progress | undefined> {
  const { rows } = await tx.query<Progress>({
    text: 'select read_up_to as "upTo", swept_at as at from comment_progress where org_id = $1',
    values: [tx.org],
  })
  return rows[0]
}

export async function saveProgress(tx: Tx, { upTo, at }: Progress): Promise<void> {
  await tx.query({
    text: `insert into comment_progress (org_id, read_up_to, swept_at) values ($1, $2, $3)
      on conflict (org_id) do update set read_up_to = excluded.read_up_to, swept_at = excluded.swept_at`,
    values: [tx.org, upTo, at],
  })
}

/** Complete responses after an id, oldest first: where they end, and their comments. */
export async function nextResponses(tx: Tx, after: string, limit: number): Promise<{ last: string | undefined; n: number }> {
  const { rows } = await tx.query<{ last: string | null; n: number }>({
    text: `select max(id::text) as last, count(*)::int as n from (
      select id from response where org_id = $1 and id > $2 order by id limit $3) next`,
    values: [tx.org, after, limit],
  })
  return { last: rows[0]?.last ?? undefined, n: rows[0]?.n ?? 0 }
}

/** Comments of the responses in (after, upTo] that nobody has read yet. */
export async function unreadBetween(tx: Tx, after: string, upTo: string): Promise<Unread[]> {
  const { rows } = await tx.query<Unread>({
    text: `select ${columns} from response r ${joinComments('r')}
      where r.org_id = $1 and r.id > $2 and r.id <= $3 and r.state = 'complete'
        and not exists (select 1 from comment_reading c where c.org_id = $1 and c.response_id = r.id and c.question_id = a.question_id)`,
    values: [tx.org, after, upTo],
  })
  return rows
}

/** Comments of responses that were begun long ago and completed since. */
export async function unreadSince(tx: Tx, at: Date, limit: number): Promise<Unread[]> {
  const { rows } = await tx.query<Unread>({
    text: `select ${columns} from survey s join response r on r.org_id = s.org_id and r.survey_id = s.id and r.responded_at >= $2
      ${joinComments('r')}
      where s.org_id = $1 and r.state = 'complete'
        and not exists (select 1 from comment_reading c where c.org_id = $1 and c.response_id = r.id and c.question_id = a.question_id)
      limit $3`,
    values: [tx.org, at, limit],
  })
  return rows
}

/** The turn to read comments of this organisation again; false where another node has it. */
export async function turnToReadAgain(tx: Tx): Promise<boolean> {
  const { rows } = await tx.query<{ mine: boolean }>({
    text: `select pg_try_advisory_xact_lock(hashtextextended('comments again ' || $1, 0)) as mine`,
    values: [tx.org],
  })
  return rows[0]!.mine
}

// What was read before something was taught, or by an earlier release.
const older = `(select response_id, question_id from comment_reading where org_id = $1 and version < $2 order by version, response_id limit $4)
  union (select response_id, question_id from comment_reading where org_id = $1 and rules < $3 order by rules, response_id limit $4)
  limit $4`

/** Comments that were read by older rules. */
export async function readBefore(tx: Tx, version: number, limit: number): Promise<Unread[]> {
  const { rows } = await tx.query<Unread>({
    text: `select ${columns} from (${older}) c
      join response r on r.org_id = $1 and r.id = c.response_id
      ${joinCommentOf('c')}`,
    values: [tx.org, version, RULES_VERSION, limit],
  })
  return rows
}

/** Readings whose words were forgotten go with them. */
export async function dropWordless(tx: Tx, version: number, limit: number): Promise<number> {
  const { rowCount } = await tx.query({
    text: `delete from comment_reading c using (${older}) old
      where c.org_id = $1 and c.response_id = old.response_id and c.question_id = old.question_id
        and not ${hasCommentOf('c')}`,
    values: [tx.org, version, RULES_VERSION, limit],
  })
  return rowCount ?? 0
}

export async function saveReadings(tx: Tx, version: number, read: readonly { of: Unread; reading: Reading }[]): Promise<void> {
  if (read.length === 0) return
  const rows = read.map(({ of, reading: { themes, language, lexicon, sentiment, negative, doubt, leaving, call } }) => ({
    language,
    lexicon,
    sentiment,
    negative,
    doubt,
    leaving,
    call,
    response: of.response,
    question: of.question,
    survey: of.survey,
    unit: of.unit,
    on: of.on,
    themes: themes.map(theme => theme.id),
  }))
  await tx.query({
    text: `insert into comment_reading (org_id, response_id, question_id, survey_id, unit_id, responded_on, version, rules, language, lexicon,
        sentiment, negative, doubt, themes, leaving, call)
      select $1, w.response, w.question, w.survey, w.unit, w."on", $3, $4, w.language, w.lexicon, w.sentiment, w.negative, w.doubt,
        array(select jsonb_array_elements_text(w.themes)::uuid), w.leaving, w.call
      from jsonb_to_recordset($2::jsonb) as w (response uuid, question text, survey uuid, unit uuid, "on" date, language text,
        lexicon boolean, sentiment real, negative boolean, doubt real, themes jsonb, leaving boolean, call boolean)
      on conflict (org_id, response_id, question_id) do update set version = excluded.version, rules = excluded.rules, language = excluded.language,
        lexicon = excluded.lexicon, sentiment = excluded.sentiment, negative = excluded.negative, doubt = excluded.doubt,
        themes = excluded.themes, leaving = excluded.leaving, call = excluded.call`,
    values: [tx.org, JSON.stringify(rows), version, RULES_VERSION],
  })
}

import { joinCommentOf } from '../../responses/server/numbers/answerSql.ts'
import type { Tx } from '../../kit/server/db.ts'
import { RULES_VERSION } from '../rulesVersion.ts'
import { SMALLEST_GROUP } from '../../metrics/disclosurePlan.ts'

export interface CommentScope {
  from: string | null
  to: string | null
  survey: string | null
  /** Ids the caller may see; null = all. */
  units: string[] | null
}

// Who may see a unit sees its comments; those of an anonymous survey are seen once so many came that nobody stands out.
const seen = `c.org_id = $1 and ($2::date is null or c.responded_on >= $2) and ($3::date is null or c.responded_on <= $3)
  and ($4::uuid is null or c.survey_id = $4) and ($5::uuid[] is null or c.unit_id = any($5))
  and c.survey_id in (select s.id from survey s where s.org_id = $1 and (not s.anonymous or ${SMALLEST_GROUP} <= (
    select count(*) from (select 1 from response r where r.org_id = $1 and r.survey_id = s.id and r.state = 'complete'
      and ($5::uuid[] is null or r.unit_id = any($5)) limit ${SMALLEST_GROUP}) few)))`

const valuesOf = (tx: Tx, { from, to, survey, units }: CommentScope) => [tx.org, from, to, survey, units]

interface MonthRow {
  theme: string | null
  month: string
  n: number
  negative: number
  sentiment: number
}

/** Comments by month: all (`theme` null), and those of each theme. */
export async function byMonth(tx: Tx, sight: CommentScope): Promise<MonthRow[]> {
  const { rows } = await tx.query<MonthRow>({
    text: `with c as (select to_char(c.responded_on, 'YYYY-MM') as month, c.themes, c.negative, c.sentiment from comment_reading c where ${seen})
      select null as theme, month, count(*)::int as n, (count(*) filter (where negative))::int as negative, avg(sentiment)::float8 as sentiment
        from c group by month
      union all
      select t, month, count(*)::int, (count(*) filter (where negative))::int, avg(sentiment)::float8
        from c, unnest(themes) t group by t, month
      order by month`,
    values: valuesOf(tx, sight),
  })
  return rows
}

export async function totals(tx: Tx, sight: CommentScope, version: number) {
  const { rows } = await tx.query<{ leaving: number; call: number; waiting: number }>({
    text: `select (count(*) filter (where leaving))::int as leaving, (count(*) filter (where call))::int as call,
        (count(*) filter (where version < $6 or rules < $7))::int as waiting from comment_reading c where ${seen}`,
    values: [...valuesOf(tx, sight), version, RULES_VERSION],
  })
  return rows[0]!
}

export async function byLanguage(tx: Tx, sight: CommentScope) {
  const { rows } = await tx.query<{ language: string; lexicon: boolean; n: number }>({
    text: `select language, bool_and(lexicon) as lexicon, count(*)::int as n from comment_reading c where ${seen} group by language order by n desc limit 12`,
    values: valuesOf(tx, sight),
  })
  return rows
}

export interface CommentKindFilter {
  theme: string | null
  only: 'negative' | 'leaving' | 'call' | null
  language: string | null
}

export interface CommentRow {
  response: string
  question: string
  text: string
  locale: string | null
  respondedOn: string
  survey: string
  unit: string | null
}

/** The last comment of the page before. */
export interface CommentPosition {
  on: string
  response: string
  question: string
}

// Of an anonymous answer nobody reads to whom it might belong.
const rowsOf = (only: CommentKindFilter['only']) => `select c.response_id as response, c.question_id as question, a.text,
    case when not s.anonymous then r.locale end as locale, c.responded_on as "respondedOn", s.name as survey,
    case when not s.anonymous then u.name end as unit
  from comment_reading c
  ${joinCommentOf('c')}
  join response r on r.org_id = $1 and r.id = c.response_id
  join survey s on s.org_id = $1 and s.id = c.survey_id
  left join unit u on u.org_id = $1 and u.id = c.unit_id
  where ${seen} and ($6::uuid is null or $6 = any(c.themes)) and ($7::text is null or c.language = $7) ${only ? `and c.${only}` : ''}`

/** Comments with their words, newest first; one more than a page holds. */
export async function newestComments(
  tx: Tx,
  sight: CommentScope,
  kind: CommentKindFilter,
  limit: number,
  after: CommentPosition | undefined,
): Promise<CommentRow[]> {
  const { rows } = await tx.query<CommentRow>({
    text: `${rowsOf(kind.only)} and ($8::date is null or (c.responded_on, c.response_id, c.question_id) < ($8, $9::uuid, $10))
      order by c.responded_on desc, c.response_id desc, c.question_id desc limit $11`,
    values: [...valuesOf(tx, sight), kind.theme, kind.language, after?.on, after?.response, after?.question, limit + 1],
  })
  return rows
}

/** The comments that could be read either way, the most doubtful first. What was taught is not in doubt. */
export async function doubtfulComments(
  tx: Tx,
  sight: CommentScope,
  kind: CommentKindFilter,
  limit: number,
): Promise<CommentRow[]> {
  const { rows } = await tx.query<CommentRow>({
    text: `${rowsOf(kind.only)} and c.doubt > 0 order by c.doubt desc, c.response_id desc limit $8`,
    values: [...valuesOf(tx, sight), kind.theme, kind.language, limit],
  })
  return rows
}

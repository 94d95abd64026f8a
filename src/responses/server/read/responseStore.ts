import { displayNameSql } from '../../../people/server/personName.ts'
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../kit/server/db.ts'
import { timeCursor } from '../../../kit/paging.ts'
import { exactTime } from '../../../kit/server/exactTime.ts'
import { containing } from '../../../kit/server/like.ts'
import { inPeriodScopesSql, periodScopesParam } from '../../../people/server/units/periodScopeSql.ts'
import type { PeriodScope } from '../../../people/hierarchyPeriod.ts'
import type { Answers } from '../../../surveys/answerCondition.ts'
import type { AnswerRow } from '../../answerRows.ts'
import type { ResponseFilter } from '../numbers/countStore.ts'

export interface ResponseListFilter extends ResponseFilter {
  search?: string | undefined
  /** Whose number stands beside each response. */
  shown: string | null
  /** Whose number or option is filtered. */
  question: string | null
  row?: string | undefined
  option?: string | undefined
  said?: string | undefined
  atLeast?: number | undefined
  atMost?: number | undefined
  state?: 'partial' | 'complete' | undefined
  person?: string | undefined
  import?: string | undefined
  /** Days with whose answers count in them. */
  stretches?: readonly PeriodScope[] | undefined
  /** A segment that they have no value of. */
  without?: string | undefined
  ids?: readonly string[] | undefined
}

export interface StoredResponse {
  id: string
  survey_id: string
  state: 'partial' | 'complete'
  version: number
  source: string
  locale: string | null
  person_id: string | null
  unit_id: string | null
  import_id: string | null
  invitation_id: string | null
  segments: Record<string, string>
  draft: { answers: Answers } | null
  started_at: Date
  responded_at: Date
  /** The same to the microsecond: what pages go on by. */
  exactly: string
  unit: string | null
  person: string | null
  email: string | null
  number: number | null
  comment: string | null
}

const EXCERPT = 400

const stored = (tx: Tx) =>
  tx.db
    .selectFrom('response as r')
    .leftJoin('unit as u', join => join.onRef('u.org_id', '=', 'r.org_id').onRef('u.id', '=', 'r.unit_id'))
    .leftJoin('person as p', join => join.onRef('p.org_id', '=', 'r.org_id').onRef('p.id', '=', 'r.person_id'))
    .select([
      'r.id',
      'r.survey_id',
      'r.version',
      'r.source',
      'r.locale',
      'r.person_id',
      'r.unit_id',
      'r.import_id',
      'r.invitation_id',
      'r.started_at',
      'r.responded_at',
    ])
    .select([
      sql<'partial' | 'complete'>`r.state`.as('state'),
      sql<Record<string, string>>`r.segments`.as('segments'),
      sql<{ answers: Answers } | null>`r.draft`.as('draft'),
      'u.name as unit',
      exactTime('r.responded_at').as('exactly'),
      'p.email as email',
      sql<string | null>`nullif(${sql.raw(displayNameSql('p'))}, '')`.as('person'),
    ])
    .where('r.org_id', '=', tx.org)

// The beginning of what was written: to one question, or to the first that has words.
const commentOf = (said: string | null) =>
  sql<
    string | null
  >`(select left(a.text, ${sql.lit(EXCERPT)}) from answer a where a.org_id = r.org_id and a.response_id = r.id and a.text is not null
    and (${said}::text is null or a.question_id = ${said}) order by a.question_id limit 1)`.as('comment')

const numberOf = (question: string | null) =>
  sql<
    number | null
  >`(select a.number from answer a where a.org_id = r.org_id and a.response_id = r.id and a.question_id = ${question} and a.item = '')`.as(
    'number',
  )

const answered = (which: RawBuilder<unknown>, by: ReadingPlan['by']) => {
  const one = sql`select true from answer a where a.org_id = r.org_id and a.response_id = r.id and ${which}`
  return by === 'set' ? sql<boolean>`exists (${one})` : sql<boolean>`(${one} limit 1)`
}

/** What must have been answered: a number within bounds, an option, words, words that hold other words. */
function answersIn(filter: ResponseListFilter, by: ReadingPlan['by']): RawBuilder<boolean>[] {
  const { question, row = '', option, atLeast, atMost, said, search } = filter
  const at = sql`a.question_id = ${question} and a.item = ${row}`
  const words = search?.trim()
  const to = said === undefined ? sql`true` : sql`a.question_id = ${said}`
  const conditions = [
    (atLeast !== undefined || atMost !== undefined) && sql`${at} and a.number between ${atLeast ?? 0} and ${atMost ?? 10}`,
    option !== undefined && sql`${at} and ${option} = any(a.choices)`,
    words ? sql`${to} and a.text ilike ${containing(words)}` : said !== undefined && sql`${to} and a.text is not null`,
  ]
  return conditions.filter(condition => condition !== false).map(condition => answered(condition, by))
}

/**
 * How many responses are looked through for words. An index on words would not be used: row-level security lets only leakproof
 * conditions go before its own, and none that finds words in a text is (`ilike`, `@@`; seen on 15 and 18).
 */
export const MOST_SEARCHED = 100_000

/** Where the words stand in many answers, so many of the newest fill the page: they are walked through one by one first. */
const WALKED_FIRST = 2_000

type TimeCursorPosition = ReturnType<typeof timeCursor>

/** Not older than the last of so many: from the newest, or from where the page begins. */
const amongNewest = (tx: Tx, survey: string, most: number, after?: TimeCursorPosition) =>
  sql<boolean>`r.responded_at >= coalesce((select n.responded_at from response n where n.org_id = ${tx.org} and n.survey_id = ${survey}
    and (${after?.at ?? null}::timestamptz is null or n.responded_at <= ${after?.at ?? null}::timestamptz)
    order by n.responded_at desc, n.id desc offset ${sql.lit(most - 1)} limit 1), '-infinity')`

/** Newest first. The cursor is the last row's time and id. */
export async function listResponses(
  tx: Tx,
  filter: ResponseListFilter,
  limit: number,
  cursor: string | undefined,
): Promise<StoredResponse[]> {
  const after = timeCursor(cursor)
  if (!filter.search?.trim()) return select(tx, filter, limit, after, { by: 'set' })
  const { survey } = filter
  const near = await select(tx, filter, limit, after, { by: 'walk', among: amongNewest(tx, survey, WALKED_FIRST, after) })
  if (near.length > limit) return near
  return select(tx, filter, limit, after, { by: 'set', among: amongNewest(tx, survey, MOST_SEARCHED) })
}

/** Which responses come into question, and whether their answers are looked up one by one or all at once. */
interface ReadingPlan {
  by: 'walk' | 'set'
  among?: RawBuilder<boolean>
}

function select(
  tx: Tx,
  filter: ResponseListFilter,
  limit: number,
  after: TimeCursorPosition,
  { by, among }: ReadingPlan,
): Promise<StoredResponse[]> {
  const { survey, from, to, units, segments, source, locale, state, person } = filter
  const stretched = filter.stretches ? periodScopesParam(filter.stretches) : null
  return stored(tx)
    .select([numberOf(filter.shown), commentOf(filter.said ?? null)])
    .where('r.survey_id', '=', survey)
    .$if(from !== null, q => q.where('r.responded_on', '>=', from!))
    .$if(to !== null, q => q.where('r.responded_on', '<=', to!))
    .$if(units !== null, q => q.where(sql<boolean>`r.unit_id = any(${units}::uuid[])`))
    .$if(Object.keys(segments).length > 0, q => q.where(sql<boolean>`r.segments @> ${JSON.stringify(segments)}::jsonb`))
    .$if(source !== undefined, q => q.where('r.source', '=', source!))
    .$if(locale !== undefined, q => q.where('r.locale', '=', locale!))
    .$if(state !== undefined, q => q.where('r.state', '=', state!))
    .$if(person !== undefined, q => q.where('r.person_id', '=', person!))
    .$if(stretched !== null, q => q.where(counts(stretched)))
    .$if(filter.without !== undefined, q => q.where(sql<boolean>`not r.segments ? ${filter.without}`))
    .$if(filter.ids !== undefined, q => q.where(sql<boolean>`r.id = any(${filter.ids}::uuid[])`))
    .$if(filter.import !== undefined, q => q.where('r.import_id', '=', filter.import!))
    .$if(among !== undefined, q => q.where(among!))
    .$call(q => answersIn(filter, by).reduce((narrowed, condition) => narrowed.where(condition), q))
    .$if(after !== undefined, q =>
      q.where(sql<boolean>`(r.responded_at, r.id) < (${after?.at}::timestamptz, ${after?.id}::uuid)`),
    )
    .orderBy('r.responded_at', 'desc')
    .orderBy('r.id', 'desc')
    .limit(limit + 1)
    .execute()
}

const counts = (stretches: string | null) =>
  sql<boolean>`exists (select from (select ${stretches}::jsonb as value) v where ${sql.raw(inPeriodScopesSql('r.responded_on', 'r.unit_id', 'v.value'))})`

export const findResponse = (tx: Tx, id: string) =>
  stored(tx)
    .select([sql<number | null>`null`.as('number'), commentOf(null)])
    .where('r.id', '=', id)
    .executeTakeFirst()

/** The answers of many responses, by response. */
export async function answersOfMany(tx: Tx, ids: readonly string[]): Promise<Map<string, AnswerRow[]>> {
  const { rows } = await tx.query<AnswerRow & { id: string }>({
    name: 'answers-of-many',
    text: `select response_id as id, question_id as question, item, kind, number, text, choices from answer where org_id = $1 and response_id = any($2)`,
    values: [tx.org, ids],
  })
  const byResponse = new Map<string, AnswerRow[]>()
  for (const { id, ...row } of rows) {
    const list = byResponse.get(id)
    if (list) list.push(row)
    else byResponse.set(id, [row])
  }
  return byResponse
}

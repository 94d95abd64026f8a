import { answersTo, numberOf } from '../../responses/server/numbers/answerSql.ts'
import type { Tx } from '../../kit/server/db.ts'
import type { RouteStep } from '../../routing/route.ts'
import type { When } from '../condition.ts'
import type { MissedPromiseCount } from '../promiseReplay.ts'

export const replayStates = ['waiting', 'running', 'done', 'cancelled', 'failed'] as const
export type ReplayState = (typeof replayStates)[number]

export interface StoredReplay {
  id: string
  rule: string
  survey: string
  state: ReplayState
  when: When
  route: RouteStep[]
  policy: string | null
  from: string
  to: string
  seen: number
  total: number
  result: StoredReplayResult | null
  createdAt: Date
  finishedAt: Date | null
}

export interface StoredReplayResult {
  alerts: number
  weeks: { from: string; n: number }[]
  owners: { id: string; name: string; n: number }[]
  /** Those that came to the organisation's owner only because nobody else was there. */
  unowned: number
  examples: string[]
  /** Absent in replays of before there were promises. */
  promises?: MissedPromiseCount[]
}

export async function insertReplay(
  tx: Tx,
  replay: Pick<StoredReplay, 'id' | 'rule' | 'when' | 'route' | 'from' | 'to' | 'total'>,
): Promise<void> {
  await tx.query({
    text: `insert into alert_replay (org_id, id, rule_id, conditions, route, from_day, to_day, total, created_by, created_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    values: [
      tx.org,
      replay.id,
      replay.rule,
      JSON.stringify(replay.when),
      JSON.stringify(replay.route),
      replay.from,
      replay.to,
      replay.total,
      tx.caller.name,
      tx.now,
    ],
  })
}

const columns = `p.id, p.rule_id as rule, r.survey_id as survey, p.state, p.conditions as "when", p.route, r.policy_id as policy, p.from_day as "from", p.to_day as "to",
  p.seen, p.total, p.result, p.created_at as "createdAt", p.finished_at as "finishedAt"`

export async function findReplay(tx: Tx, id: string): Promise<StoredReplay | undefined> {
  const { rows } = await tx.query<StoredReplay>({
    text: `select ${columns} from alert_replay p join alert_rule r on r.org_id = p.org_id and r.id = p.rule_id where p.org_id = $1 and p.id = $2`,
    values: [tx.org, id],
  })
  return rows[0]
}

export async function listReplays(tx: Tx, rule: string, before: string | undefined, limit: number): Promise<StoredReplay[]> {
  const { rows } = await tx.query<StoredReplay>({
    text: `select ${columns} from alert_replay p join alert_rule r on r.org_id = p.org_id and r.id = p.rule_id
      where p.org_id = $1 and p.rule_id = $2 and ($3::uuid is null or p.id < $3) order by p.id desc limit $4`,
    values: [tx.org, rule, before ?? null, limit],
  })
  return rows
}

/** False when it was cancelled, or is over: then there is nothing to go on with. */
export async function saveProgress(tx: Tx, id: string, seen: number): Promise<boolean> {
  const { rowCount } = await tx.query({
    text: `update alert_replay set state = 'running', seen = $3 where org_id = $1 and id = $2 and state in ('waiting', 'running')`,
    values: [tx.org, id, seen],
  })
  return rowCount === 1
}

export async function endReplay(tx: Tx, id: string, state: ReplayState, result: StoredReplayResult | null): Promise<boolean> {
  const { rowCount } = await tx.query({
    text: `update alert_replay set state = $3, result = $4, finished_at = $5
      where org_id = $1 and id = $2 and state in ('waiting', 'running')`,
    values: [tx.org, id, state, result && JSON.stringify(result), tx.now],
  })
  return rowCount === 1
}

const inPeriod = `r.org_id = $1 and r.survey_id = $2 and r.state = 'complete' and r.responded_on between $3 and $4`

export async function countPastResponses(tx: Tx, survey: string, from: string, to: string): Promise<number> {
  const { rows } = await tx.query<{ n: number }>({
    text: `select count(*)::int as n from response r where ${inPeriod}`,
    values: [tx.org, survey, from, to],
  })
  return rows[0]!.n
}

/** What is read of each response: nothing that the rule and its route do not look at. */
export interface ReplayColumns {
  /** Questions answered by a number. */
  numbers: readonly string[]
  /** All others. */
  questions: readonly string[]
  comments: boolean
  account: boolean
  segments: boolean
}

export interface PastResponseRow {
  id: string
  at: string
  day: string
  unit: string | null
  person: string | null
  account: string | null
  locale: string | null
  segments: Record<string, string> | null
  /** [question, item, kind, number, text, choices] */
  answers: [string, string, string, number | null, string | null, string[] | null][] | null
  /** [question, negative, themes, leaving, call, language] of the texts that were read. */
  readings: [string, boolean, string[], boolean, boolean, string][] | null
  /** The answers to `numbers`, in order. */
  [n: `n${number}`]: number | null
}

interface ReplayQuery {
  survey: string
  from: string
  to: string
  looks: ReplayColumns
  after: { at: string; id: string } | null
  limit: number
}

const others = answersTo('r.id', '$5')
const read = `(select jsonb_agg(jsonb_build_array(c.question_id, c.negative, c.themes, c.leaving, c.call, c.language)) from comment_reading c
    where c.org_id = $1 and c.response_id = r.id)`
const numbered = (i: number) => `${numberOf('r.id', `($6::text[])[${i + 1}]`)} as n${i}`

/** The next responses of a period in the order in which they came. A number costs one look into an index, the rest a little more. */
export async function readNextPastResponses(
  tx: Tx,
  { survey, from, to, looks, after, limit }: ReplayQuery,
): Promise<PastResponseRow[]> {
  const { numbers, questions, comments, account, segments } = looks
  const { rows } = await tx.query<PastResponseRow>({
    text: `select r.id, r.responded_at::text as at, r.responded_on as day, r.unit_id as unit, r.person_id as person, r.locale,
        ${account ? '(select p.account_id from person p where p.org_id = $1 and p.id = r.person_id)' : 'null'} as account,
        ${segments ? 'r.segments' : 'null'} as segments, ${questions.length > 0 ? others : 'null'} as answers, ${comments ? read : 'null'} as readings
        ${numbers.map((_, i) => `, ${numbered(i)}`).join('')}
      from (
        select r.* from response r where ${inPeriod} and ($7::timestamptz is null or (r.responded_at, r.id) > ($7::timestamptz, $8::uuid))
        order by r.responded_at, r.id limit $9
      ) r where $5::text[] is not null and $6::text[] is not null order by r.responded_at, r.id`,
    values: [tx.org, survey, from, to, questions, numbers, after?.at ?? null, after?.id ?? null, limit],
  })
  return rows
}

/** When contacts would have been found silent, by day: their last answer before, plus so many days. */
export async function pastSilences(
  tx: Tx,
  {
    survey,
    from,
    to,
    days,
    segment,
  }: { survey: string; from: string; to: string; days: number; segment: { key: string; value: string } | undefined },
): Promise<{ id: string; day: string; unit: string | null; account: string | null }[]> {
  const { rows } = await tx.query<{ id: string; day: string; unit: string | null; account: string | null }>({
    text: `with known as (
        select p.id, p.account_id from person p where p.org_id = $1 and p.kind = 'contact' and p.erased_at is null
          and case when $6::jsonb is null then p.account_id is not null else p.segments @> $6::jsonb end
      ), answered as (
        select k.id, k.account_id, r.unit_id, r.responded_on, lead(r.responded_on) over (partition by k.id order by r.responded_at) as next
        from known k join response r on r.org_id = $1 and r.person_id = k.id and r.survey_id = $2 and r.state = 'complete'
      )
      select id, (responded_on + $5::int)::date as day, unit_id as unit, account_id as account from answered
      where responded_on + $5::int between $3::date and $4::date and (next is null or next - responded_on > $5::int)
      order by 2 limit 100000`,
    values: [tx.org, survey, from, to, days, segment ? JSON.stringify({ [segment.key]: segment.value }) : null],
  })
  return rows
}

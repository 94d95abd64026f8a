import { joinNextScore } from '../../../responses/server/numbers/answerSql.ts'
import { longestTextSql, textMatchesSql } from '../../../responses/server/read/answerTextSql.ts'
import { nameOrEmailSql } from '../../../people/server/personName.ts'
import type { Tx } from '../../../kit/server/db.ts'
import { idFromKey } from '../../../kit/server/keys.ts'
import { containing } from '../../../kit/server/like.ts'
import { inPeriodScopesSql, periodScopesParam } from '../../../people/server/units/periodScopeSql.ts'
import type { PeriodScope } from '../../../people/hierarchyPeriod.ts'
import type { AlertState } from '../../alert.ts'
import type { AlertKind } from '../../../rules/alertKind.ts'
import type { HeadlineScore } from '../../contract.ts'
import type { PromiseState } from '../../alertPromises.ts'
import type { Reason } from '../../../rules/evaluate.ts'
import type { PathStep } from '../../../routing/routing.ts'
import { afterLoop, isMainAlert, isSuppressedSql, joinPromises, namesCause, ofSegments, promiseIs } from './alertSql.ts'

export interface AlertRow {
  id: string
  state: AlertState
  kind: AlertKind
  ruleId: string
  ruleName: string
  surveyId: string
  surveyName: string
  responseId: string | null
  unit: { id: string; key: string; name: string } | null
  person: { id: string; name: string | null; email: string | null; erased: boolean } | null
  owner: { id: string; name: string | null; email: string | null }
  overseers: { id: string; name: string; email: string | null }[]
  path: PathStep[]
  reasons: Reason[]
  /** Too few answered an anonymous survey for anybody to read what they said. */
  veiled: boolean
  headline: HeadlineScore | null
  said: string | null
  causes: string[]
  attempts: number
  dueAt: Date | null
  openedAt: Date
  anonymous: boolean
  acknowledgedAt: Date | null
  contactedAt: Date | null
  resolvedAt: Date | null
  reopenedAt: Date | null
  confirmedAt: Date | null
  mergedInto: string | null
  outcome: string | null
  outcomeNote: string | null
}

export interface AlertFilter {
  ids?: string[]
  /** Of these only, as far as they are in the list. */
  among?: string[] | undefined
  states?: readonly AlertState[] | undefined
  owner?: string | undefined
  /** Named beside the owner, because a promise was broken. */
  senior?: string | undefined
  /** Units of a subtree. */
  units?: string[] | undefined
  rule?: string | undefined
  survey?: string | undefined
  response?: string | undefined
  cause?: string | undefined
  person?: string | undefined
  kind?: AlertKind | undefined
  /** Business days, both included. */
  from?: string | undefined
  to?: string | undefined
  /** Days with whose alerts count in them. */
  stretches?: readonly PeriodScope[] | undefined
  segments?: Readonly<Record<string, string>> | undefined
  merged?: 'no' | undefined
  explained?: boolean
  promise?: PromiseState | undefined
  outcome?: string | undefined
  next?: 'answered' | undefined
  q?: string | undefined
  after?: string | undefined
  oldestFirst?: boolean
  /** What is due first, first; `afterDue` is where the last page ended. */
  byDue?: boolean
  afterDue?: { due: string | null; id: string } | undefined
  limit: number
}

/** What the caller may see: the alerts of these units, and those they own themselves. Null units: all. */
export interface Viewer {
  units: string[] | null
  me: string | null
}

// The next promise; one that is broken and not kept yet is the most urgent.
const running = `d.org_id = a.org_id and d.subject_type = 'alert' and d.phase = 'running'`
// What is part of an alert was promised something too; of the two, least() takes the one there is.
const due = `least((select min(d.due_at) from sla_clock d where ${running} and d.subject_id = a.id),
    (select min(d.due_at) from alert m join sla_clock d on ${running} and d.subject_id = m.id
      where m.org_id = a.org_id and m.merged_into = a.id))`
const dueOrder = `coalesce(${due}, 'infinity')`

const columns = `a.id, a.state, a.kind, a.rule_id as "ruleId", r.name as "ruleName", a.survey_id as "surveyId", s.name as "surveyName", s.anonymous,
  a.response_id as "responseId", a.path, a.reasons, e.veiled, case when not e.veiled then a.headline end as headline, a.opened_at as "openedAt", a.acknowledged_at as "acknowledgedAt",
  a.contacted_at as "contactedAt", a.resolved_at as "resolvedAt", a.reopened_at as "reopenedAt",
  a.confirmed_at as "confirmedAt", a.merged_into as "mergedInto", a.outcome, a.outcome_note as "outcomeNote",
  case when u.id is not null then jsonb_build_object('id', u.id, 'key', u.key, 'name', u.name) end as unit,
  case when p.id is not null then
    jsonb_build_object('id', p.id, 'name', p.name, 'email', p.email, 'erased', p.erased_at is not null) end as person,
  jsonb_build_object('id', a.owner_id, 'name', o.name, 'email', o.email) as owner,
  coalesce((select jsonb_agg(jsonb_build_object('id', v.id, 'name', ${nameOrEmailSql('v')}, 'email', v.email) order by n.place)
    from unnest(a.senior_ids) with ordinality as n (id, place)
    join person v on v.org_id = a.org_id and v.id = n.id and v.erased_at is null where a.senior_ids <> '{}'), '[]') as overseers,
  case when not e.veiled then ${longestTextSql('a.org_id', 'a.response_id', 400)} end as said,
  array(select c.cause_id::text from alert_cause c where c.org_id = a.org_id and c.alert_id = a.id order by c.rank) as causes, ${due} as "dueAt",
  (select count(*)::int from alert_contact k where k.org_id = a.org_id and k.alert_id = a.id and k.how <> 'note'
    and k.at >= coalesce(a.reopened_at, a.opened_at)) as attempts`

const named = `left join unit u on u.org_id = a.org_id and u.id = a.unit_id
  left join person p on p.org_id = a.org_id and p.id = a.person_id
  left join person o on o.org_id = a.org_id and o.id = a.owner_id`

// The words a person types are looked for in what the customer wrote, and in names.
const found = `(p.name ilike $n or u.name ilike $n or o.name ilike $n
  or (${textMatchesSql('a.org_id', 'a.response_id', '$n')} and not ${isSuppressedSql('a')}))`

export async function listAlerts(tx: Tx, filter: AlertFilter, sight: Viewer): Promise<AlertRow[]> {
  const { clauses, values } = conditions(tx.org, filter, sight)
  const [order, past] = filter.oldestFirst ? ['asc', '>'] : ['desc', '<']
  if (filter.after) {
    values.push(filter.after)
    clauses.push(`a.id ${past} $${values.length}`)
  }
  if (filter.afterDue) {
    values.push(filter.afterDue.due ?? 'infinity', filter.afterDue.id)
    clauses.push(`(${dueOrder}, a.id) > ($${values.length - 1}::timestamptz, $${values.length}::uuid)`)
  }
  values.push(filter.limit)
  const inOrder = filter.byDue ? `${dueOrder}, a.id` : `a.id ${order}`
  // The page first, then what is shown of it: what is told of an alert is looked up for those of the page only.
  const text = `select ${columns} from (
      select a.* from alert a ${filter.q ? named : ''} where ${clauses.join(' and ')} order by ${inOrder} limit $${values.length}) a
    join alert_rule r on r.org_id = a.org_id and r.id = a.rule_id
    join survey s on s.org_id = a.org_id and s.id = a.survey_id
    cross join lateral (select ${isSuppressedSql('a')} as veiled) e
    ${named} order by ${inOrder}`
  // What an open page asks for again and again is planned once; what somebody looks for now and then is not kept.
  const name = isEveryday(filter) ? { name: `alerts ${idFromKey(text)}` } : {}
  return (await tx.query<AlertRow>({ ...name, text, values })).rows
}

function isEveryday(filter: AlertFilter): boolean {
  const { ids, rule, survey, response, cause, person, kind, from, to, q, stretches, merged, explained, promise, outcome, next } =
    filter
  const rare = [
    ids,
    rule,
    survey,
    response,
    cause,
    person,
    kind,
    from,
    to,
    q,
    stretches,
    merged,
    explained,
    promise,
    outcome,
    next,
  ]
  return [...rare, segmentsIn(filter)].every(one => !one)
}

const answeredAgain = `exists (
  select from (select ${afterLoop('a')} as since) s ${joinNextScore('a.person_id', 's.since')} where n.at is not null)`

function conditions(org: string, filter: AlertFilter, sight: Viewer): { clauses: string[]; values: unknown[] } {
  const clauses = ['a.org_id = $1']
  const values: unknown[] = [org]
  const add = (clause: string, value: unknown) => {
    if (value === undefined) return
    values.push(value)
    clauses.push(clause.replaceAll('$n', `$${values.length}`))
  }
  add('a.id = any($n)', filter.ids ?? filter.among)
  // What is part of another is worked on there.
  add('a.state = any($n) and a.merged_into is null', filter.states)
  add('a.owner_id = $n', filter.owner)
  add('a.senior_ids @> array[$n::uuid]', filter.senior)
  add('a.unit_id = any($n)', filter.units)
  add('a.rule_id = $n', filter.rule)
  add('a.survey_id = $n', filter.survey)
  add('a.response_id = $n', filter.response)
  add('a.person_id = $n', filter.person)
  add('a.kind = $n', filter.kind)
  add('a.answered_on >= $n::date', filter.from)
  add('a.answered_on <= $n::date', filter.to)
  add(namesCause('a', 'c.cause_id = $n'), filter.cause)
  add('a.outcome = $n', filter.outcome)
  add(inPeriodScopesSql('a.answered_on', 'a.unit_id', '$n'), filter.stretches && periodScopesParam(filter.stretches))
  add(ofSegments('a', '$n'), segmentsIn(filter))
  if (filter.merged) clauses.push(isMainAlert('a'))
  if (filter.explained) clauses.push(namesCause('a'))
  if (filter.promise) clauses.push(promised(filter.promise))
  if (filter.next) clauses.push(answeredAgain)
  add(found, filter.q && containing(filter.q))
  addSight(clauses, values, sight, filter.ids !== undefined)
  return { clauses, values }
}

const segmentsIn = ({ segments = {} }: AlertFilter) => (Object.keys(segments).length > 0 ? JSON.stringify(segments) : undefined)

const promised = (state: PromiseState): string =>
  `exists (select from (select a.org_id, a.id, a.state) s ${joinPromises('s')} where ${promiseIs[state]('s')})`

/** Whoever is mentioned or asked for help may open that alert, though their lists do not hold it. */
function addSight(clauses: string[], values: unknown[], { units, me }: Viewer, named = false): void {
  if (units === null) return
  values.push(units, me)
  const mentioned = isInvolvedSql(`$${values.length}`)
  const senior = `a.senior_ids @> array[$${values.length}::uuid]`
  clauses.push(`(a.unit_id = any($${values.length - 1}) or a.owner_id = $${values.length} or ${named ? mentioned : senior})`)
}

export const isInvolvedSql = (person: string): string =>
  `a.senior_ids @> array[${person}::uuid] or exists (select from alert_contact b where b.org_id = a.org_id and b.alert_id = a.id and (b.mentions @> array[${person}::uuid] or b.asks = ${person}))`

export interface AlertCounts {
  mine: number
  open: number
  waiting: number
  closed: number
}

export async function countAlerts(tx: Tx, sight: Viewer): Promise<AlertCounts> {
  const clauses = ['a.org_id = $1', 'a.merged_into is null']
  const values: unknown[] = [tx.org, sight.me]
  addSight(clauses, values, sight)
  const { rows } = await tx.query<AlertCounts>({
    text: `select count(*) filter (where waiting and a.owner_id = $2)::int as mine, count(*) filter (where a.state = 'open')::int as open,
        count(*) filter (where waiting)::int as waiting, count(*) filter (where not waiting)::int as closed
      from alert a cross join lateral (select a.state in ('open', 'acknowledged', 'contacted') as waiting) w
      where ${clauses.join(' and ')}`,
    values,
  })
  return rows[0]!
}

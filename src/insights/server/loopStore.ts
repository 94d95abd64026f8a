import type { Tx } from '../../kit/server/db.ts'
import { type AlertScope, newestAnswers, scopedAlerts, scopeValues } from './causeStore.ts'

export interface Promises {
  opened: number
  waiting: number
  closed: number
  /** Alerts with any promise. */
  promised: number
  /** Still waiting, and a promise is broken. */
  overdue: number
  contactDue: number
  contactInTime: number
  resolveDue: number
  resolveInTime: number
}

const due = (clock: string) => `(${clock}.phase = 'done' or ${clock}.breached_at is not null)`
const inTime = (clock: string) => `(${clock}.phase = 'done' and ${clock}.breached_at is null)`
const late = (clock: string) => `(${clock}.breached_at is not null and ${clock}.phase in ('running', 'paused'))`

const clockOf = (
  target: string,
) => `left join sla_clock ${target} on ${target}.org_id = s.org_id and ${target}.subject_type = 'alert'
  and ${target}.subject_id = s.id and ${target}.target = '${target}' and ${target}.target_ms is not null`

const waits = `s.state in ('open', 'acknowledged', 'contacted')`

/** What became of the alerts, and of what was promised for them. */
export async function countPromises(tx: Tx, scope: AlertScope): Promise<Promises> {
  const { rows } = await tx.query<Promises & Record<string, number>>({
    name: 'insights-promises',
    text: `select count(*)::int as opened, count(*) filter (where ${waits})::int as waiting, count(*) filter (where not ${waits})::int as closed,
        count(*) filter (where acknowledge.id is not null or contact.id is not null or resolve.id is not null)::int as promised,
        count(*) filter (where ${waits} and (${late('acknowledge')} or ${late('contact')} or ${late('resolve')}))::int as overdue,
        count(*) filter (where ${due('contact')})::int as "contactDue", count(*) filter (where ${inTime('contact')})::int as "contactInTime",
        count(*) filter (where ${due('resolve')})::int as "resolveDue", count(*) filter (where ${inTime('resolve')})::int as "resolveInTime"
      from (select a.org_id, a.id, a.state ${scopedAlerts}) s ${clockOf('acknowledge')} ${clockOf('contact')} ${clockOf('resolve')}`,
    values: scopeValues(tx, scope),
  })
  return rows[0]!
}

/** How long alerts took to close, or wait so far, in minutes. */
export async function closingTimes(tx: Tx, scope: AlertScope): Promise<{ minutes: number; closed: boolean; n: number }[]> {
  const { rows } = await tx.query<{ minutes: number; closed: boolean; n: number }>({
    name: 'insights-closing-times',
    text: `select greatest(0, round(extract(epoch from coalesce(a.resolved_at, $7) - a.opened_at) / 60))::int as minutes,
        a.resolved_at is not null as closed, count(*)::int as n ${scopedAlerts} group by 1, 2`,
    values: [...scopeValues(tx, scope), tx.now],
  })
  return rows
}

/** Of the newest so many answers those of detractors are looked at for what they answered next. */
const MOST_DETRACTORS = 20_000

/** The next answer of the same person to any question of recommendation. */
const next = (person: string, after: string) => `left join lateral (
    select w.number as score, r.responded_at as at from response r
    join answer w on w.org_id = r.org_id and w.response_id = r.id and w.kind = 'nps' and w.item = '' and w.number is not null
    where r.org_id = $1 and r.person_id = ${person} and r.state = 'complete' and r.responded_at > ${after}
    order by r.responded_at limit 1) n on true`

export interface NextScore {
  contacted: boolean
  next: number | null
  n: number
}

/** Detractors of the scope: was somebody in touch before their next answer, and what was it? */
export async function detractorsAfter(tx: Tx, scope: AlertScope, question: string): Promise<NextScore[]> {
  const { rows } = await tx.query<NextScore & Record<string, unknown>>({
    name: 'insights-detractors',
    text: `with ${newestAnswers(MOST_DETRACTORS, 'r.person_id is not null')}, d as materialized (
        select r.* from newest r cross join lateral (select w.number from answer w where w.org_id = $1 and w.response_id = r.id
          and w.question_id = $7 and w.item = '' offset 0) w where w.number <= 6
      )
      select coalesce(c.contacted, false) as contacted, n.score as next, count(*)::int as n from d ${next('d.person_id', 'd.responded_at')}
      left join lateral (select true as contacted from alert a where a.org_id = $1 and a.response_id = d.id
        and a.contacted_at is not null and (n.at is null or a.contacted_at < n.at) limit 1) c on true
      group by 1, 2`,
    values: [...scopeValues(tx, scope), question],
  })
  return rows
}

export interface OutcomeScore {
  outcome: string
  next: number | null
  alerts: number
  due: number
  inTime: number
}

/** Closed alerts of customers who were unhappy, by how the loop ended and by what the customer answered next. */
export async function outcomesAfter(tx: Tx, scope: AlertScope): Promise<OutcomeScore[]> {
  const { rows } = await tx.query<OutcomeScore & Record<string, unknown>>({
    name: 'insights-outcomes',
    text: `select s.outcome, n.score as next, count(*)::int as alerts, count(*) filter (where ${due('resolve')})::int as due,
        count(*) filter (where ${inTime('resolve')})::int as "inTime"
      from (select a.org_id, a.id, a.outcome, a.person_id, greatest(r.responded_at, a.contacted_at) as since ${scopedAlerts}
        and a.kind = 'recovery' and a.outcome is not null and a.resolved_at is not null
        order by a.opened_at desc limit ${MOST_DETRACTORS}) s
      ${clockOf('resolve')} ${next('s.person_id', 's.since')}
      group by 1, 2`,
    values: scopeValues(tx, scope),
  })
  return rows
}

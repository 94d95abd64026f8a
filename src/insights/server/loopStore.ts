import { joinNextScore, numberOf } from '../../responses/server/numbers/answerSql.ts'
import { afterLoop, joinAllPromises, promiseIs, waits } from '../../alerts/server/store/alertSql.ts'
import type { Tx } from '../../kit/server/db.ts'
import { NO_UNIT } from '../../responses/server/intake/intakeStore.ts'
import { type AlertScope, MOST_DRILL_DOWN, newestAnswers, scopedMainAlerts, scopeValues } from './causeStore.ts'

const counted = {
  opened: 'true',
  waiting: waits('found'),
  closed: `not ${waits('found')}`,
  promised: promiseIs.made(),
  overdue: promiseIs.overdue('found'),
  contactDue: promiseIs['contact-due']('found'),
  contactInTime: promiseIs['contact-kept'](),
  resolveDue: promiseIs['resolve-due']('found'),
  resolveInTime: promiseIs['resolve-kept'](),
}

/**
 * Of matters: an alert with what was merged into it. `promised`: any promise was made; without one nothing can be in time or late.
 * `overdue`: still waiting, and a promise is broken. `…Due`: kept, ever broken, or closed without it.
 */
export type PromiseCounts = Record<keyof typeof counted, number>

export const promiseNames = Object.keys(counted) as (keyof PromiseCounts)[]

const counts = Object.entries(counted).map(([name, which]) => `count(*) filter (where ${which})::int as "${name}"`)

/** What became of the alerts, and of what was promised for them, by the unit they belong to; the nil unit stands for “no unit”. */
export async function countPromises(tx: Tx, scope: AlertScope): Promise<Map<string, PromiseCounts>> {
  const { rows } = await tx.query<PromiseCounts & { unit: string } & Record<string, unknown>>({
    name: 'insights-promises',
    text: `with found as materialized (select a.org_id, a.id, a.state, coalesce(a.unit_id, '${NO_UNIT}')::text as unit ${scopedMainAlerts})
      select found.unit, ${counts.join(', ')} from found ${joinAllPromises('found')} group by 1`,
    values: scopeValues(tx, scope),
  })
  return new Map(rows.map(({ unit, ...promises }) => [unit, promises]))
}

/** How long alerts took to close, or wait so far, in minutes. */
export async function closingTimes(tx: Tx, scope: AlertScope): Promise<{ minutes: number; closed: boolean; n: number }[]> {
  const { rows } = await tx.query<{ minutes: number; closed: boolean; n: number }>({
    name: 'insights-closing-times',
    text: `select greatest(0, round(extract(epoch from coalesce(a.resolved_at, $7) - a.opened_at) / 60))::int as minutes,
        a.resolved_at is not null as closed, count(*)::int as n ${scopedMainAlerts} group by 1, 2`,
    values: [...scopeValues(tx, scope), tx.now],
  })
  return rows
}

/** Of the newest so many answers those of detractors are looked at for what they answered next. */
const MOST_DETRACTORS = 20_000

// Detractors `d`, what they answered next `n`, and whether anybody spoke with them in between `c`. A contact that is in the log is never
// undone, though the alert is reopened; who speaks with a customer about a matter speaks about every alert that is part of it.
const detractors = `with ${newestAnswers(MOST_DETRACTORS, 'r.person_id is not null')}, d as materialized (
    select r.* from newest r cross join lateral (select ${numberOf('r.id', '$7')} as number offset 0) w where w.number <= 6
  ), found as (
    select d.id, n.score as next, exists (select from alert a
        join alert_contact k on k.org_id = a.org_id and k.alert_id in (a.id, a.merged_into) and k.reached and k.how <> 'note'
        where a.org_id = $1 and a.response_id = d.id and k.at >= d.responded_at and (n.at is null or k.at < n.at)) as contacted
    from d ${joinNextScore('d.person_id', 'd.responded_at')}
  )`

export interface NextScore {
  contacted: boolean
  next: number | null
  n: number
}

/** Detractors of the scope: was somebody in touch before their next answer, and what was it? */
export async function detractorsAfter(tx: Tx, scope: AlertScope, question: string): Promise<NextScore[]> {
  const { rows } = await tx.query<NextScore & Record<string, unknown>>({
    name: 'insights-detractors',
    text: `${detractors} select contacted, next, count(*)::int as n from found group by 1, 2`,
    values: [...scopeValues(tx, scope), question],
  })
  return rows
}

const groups = {
  'contacted-again': 'contacted and next is not null',
  'left-again': 'not contacted and next is not null',
  left: 'not contacted',
}
/** Detractors who were spoken with and answered again; with whom nobody spoke, and those of them who answered again. */
export type DetractorGroup = keyof typeof groups
export const isDetractorGroup = (name: string): name is DetractorGroup => Object.hasOwn(groups, name)

/** Their answers, one by one. */
export async function detractorsIn(tx: Tx, scope: AlertScope, question: string, group: DetractorGroup): Promise<string[]> {
  const { rows } = await tx.query<{ id: string }>({
    name: `insights-detractors-${group}`,
    text: `${detractors} select id from found where ${groups[group]} limit ${MOST_DRILL_DOWN}`,
    values: [...scopeValues(tx, scope), question],
  })
  return rows.map(({ id }) => id)
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
    text: `with found as materialized (
        select a.org_id, a.id, a.state, a.outcome, a.person_id, ${afterLoop('a')} as since ${scopedMainAlerts}
        and a.kind = 'recovery' and a.outcome is not null order by a.opened_at desc, a.id desc limit ${MOST_DETRACTORS})
      select found.outcome, n.score as next, count(*)::int as alerts, count(*) filter (where ${promiseIs['resolve-due']('found')})::int as due,
        count(*) filter (where ${promiseIs['resolve-kept']()})::int as "inTime"
      from found ${joinAllPromises('found')} ${joinNextScore('found.person_id', 'found.since')}
      group by 1, 2`,
    values: scopeValues(tx, scope),
  })
  return rows
}

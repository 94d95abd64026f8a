import type { PromiseState } from '../promise.ts'

/**
 * What the list of alerts looks for and Insights count, said once in SQL, so that a number opens exactly the alerts that it counted.
 *
 * A matter is an alert with whatever was merged into it: one customer who waits for one thing, however many rules fired.
 */

/** Alerts that are not part of another one. */
export const isMatter = (a: string): string => `${a}.merged_into is null`

export const waits = (a: string): string => `${a}.state in ('open', 'acknowledged', 'contacted')`

/** The day on which an alert counts: that of the answer that raised it, so that causes and scores of a period speak of the same answers. */
export const alertDay = (a: string, r: string): string => `coalesce(${r}.responded_on, ${a}.opened_at::date)`

/** The ids of an alert and of what is part of it. */
const members = (a: string): string =>
  `(array(select m.id from alert m where m.org_id = ${a}.org_id and m.merged_into = ${a}.id) || ${a}.id)`

const targets = ['acknowledge', 'contact', 'resolve'] as const
type Target = (typeof targets)[number]

/**
 * Joins to an alert `a` (its org_id, id, state) as `p` what became of its promises. Broken is what ever was, also of an alert that was merged
 * into it: a step that fired is never undone, though the clock begins anew when the alert is reopened.
 */
export const joinPromises = (a: string): string => `cross join lateral (
    select ${targets.map(columns).join(', ')} from (
      select c.target, c.subject_id = ${a}.id and c.phase <> 'idle' and c.target_ms is not null as made,
        c.subject_id = ${a}.id and c.phase = 'done' as done,
        c.subject_id = ${a}.id and c.phase in ('running', 'paused') and c.breached_at is not null as late,
        c.breached_at is not null or exists (select from sla_step t
          where t.org_id = c.org_id and t.clock_id = c.id and t.step = 'breach') as broken
      from sla_clock c where c.org_id = ${a}.org_id and c.subject_type = 'alert' and c.subject_id = any(${members(a)})) k) p`

const columns = (target: Target): string =>
  ['made', 'done', 'late', 'broken']
    .map(what => `coalesce(bool_or(k.${what}) filter (where k.target = '${target}'), false) as ${target}_${what}`)
    .join(', ')

const any = (what: string): string => `(${targets.map(target => `p.${target}_${what}`).join(' or ')})`

/** Decided: kept, or broken at some time, or the alert was closed without it. */
const due = (target: Target) => (a: string) =>
  `(p.${target}_broken or (p.${target}_made and (p.${target}_done or not ${waits(a)})))`
const kept = (target: Target) => () => `(p.${target}_made and p.${target}_done and not p.${target}_broken)`

/** What can be asked of the promises `p` of an alert `a`. */
export const promiseIs = {
  made: () => `(${any('made')} or ${any('broken')})`,
  overdue: (a: string) => `(${waits(a)} and ${any('late')})`,
  'contact-due': due('contact'),
  'contact-kept': kept('contact'),
  'resolve-due': due('resolve'),
  'resolve-kept': kept('resolve'),
} as const satisfies Record<PromiseState, (a: string) => string>

/** Is a cause named for the matter of an alert `a`, there or at one that is part of it? `which` looks at the name `c`. */
export const namesCause = (a: string, which = 'true'): string =>
  `exists (select from alert_cause c where c.org_id = ${a}.org_id and c.alert_id = any(${members(a)}) and ${which})`

/** Joins as `n` the next answer of a person to any question of recommendation. */
export const joinNext = (person: string, after: string): string => `left join lateral (
    select w.number as score, r.responded_at as at from response r
    join answer w on w.org_id = r.org_id and w.response_id = r.id and w.kind = 'nps' and w.item = '' and w.number is not null
    where r.org_id = $1 and r.person_id = ${person} and r.state = 'complete' and r.responded_at > ${after}
    order by r.responded_at limit 1) n on true`

/** After the customer was spoken with: what they answer then is what the loop achieved. `r` is the response that raised the alert `a`. */
export const afterLoop = (a: string, r: string): string => `greatest(${r}.responded_at, ${a}.contacted_at)`

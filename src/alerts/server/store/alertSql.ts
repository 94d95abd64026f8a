import { SMALLEST_GROUP } from '../../../metrics/disclosurePlan.ts'
import type { PromiseState } from '../../alertPromises.ts'

/**
 * What the list of alerts looks for and Insights count, said once in SQL, so that a number opens exactly the alerts that it counted.
 *
 * A matter is an alert with whatever was merged into it: one customer who waits for one thing, however many rules fired.
 */

/** Alerts that are not part of another one. */
export const isMainAlert = (a: string): string => `${a}.merged_into is null`

export const waits = (a: string): string => `${a}.state in ('open', 'acknowledged', 'contacted')`

/** Did whoever raised an alert `a` answer with these segments? Of an anonymous answer nobody learns them. `value` is the parameter, of jsonb. */
export const ofSegments = (a: string, value: string): string =>
  `exists (select from response r join survey v on v.org_id = r.org_id and v.id = r.survey_id and not v.anonymous
    where r.org_id = ${a}.org_id and r.id = ${a}.response_id and r.segments @> ${value}::jsonb)`

/** Is the answer that raised alert `a` suppressed: an anonymous survey with fewer responses than the smallest group? */
export const isSuppressedSql = (a: string): string =>
  `(select v.anonymous and ${SMALLEST_GROUP} > (select count(*) from (select from response f
      where f.org_id = v.org_id and f.survey_id = v.id and f.state = 'complete' limit ${SMALLEST_GROUP}) few)
    from survey v where v.org_id = ${a}.org_id and v.id = ${a}.survey_id)`

/** The ids of an alert and of what is part of it. */
const members = (a: string): string =>
  `(array(select m.id from alert m where m.org_id = ${a}.org_id and m.merged_into = ${a}.id) || ${a}.id)`

/**
 * The same for all matters of a list `s` (a `with` that has org_id and id) at once, as (org_id, id, matter); $1 is the organisation. Asked
 * one by one, fifty thousand alerts take their time.
 */
export const mergedAlertsSql = (s: string): string => `(select s.org_id, s.id, s.id as matter from ${s} s
    union all select m.org_id, m.id, m.merged_into from ${s} s join alert m on m.org_id = $1 and m.merged_into = s.id)`

const targets = ['acknowledge', 'contact', 'resolve'] as const
type Target = (typeof targets)[number]

// Broken is what ever was, also of an alert that was merged into it: a step that fired is never undone, though the clock begins anew when
// the alert is reopened. Made, kept and late is what the alert's own clock says.
const facts = (matter: string) => `c.target, c.subject_id = ${matter} and c.phase <> 'idle' and c.target_ms is not null as made,
        c.subject_id = ${matter} and c.phase = 'done' as done,
        c.subject_id = ${matter} and c.phase in ('running', 'paused') and c.breached_at is not null as late, c.breached_at is not null`

const whats = ['made', 'done', 'late', 'broken'] as const

/** All that is told of the clocks `k` of one matter as the bits of one number: to gather each of the twelve by itself takes longer than to read them. */
const told = `bit_or((${whats.map((what, i) => `(k.${what}::int << ${i})`).join(' | ')}) << case k.target ${targets
  .map((target, i) => `when '${target}' then ${whats.length * i}`)
  .join(' ')} end)`

const columns = (bits: string): string =>
  targets
    .flatMap((target, t) =>
      whats.map((what, w) => `coalesce(${bits} & ${1 << (whats.length * t + w)}, 0) <> 0 as ${target}_${what}`),
    )
    .join(', ')

/** Joins to an alert `a` (its org_id, id, state) as `p` what became of its promises. */
export const joinPromises = (a: string): string => `cross join lateral (
    select ${columns('b.told')} from (select ${told} as told from (
      select ${facts(`${a}.id`)} or exists (select from sla_step t
          where t.org_id = c.org_id and t.clock_id = c.id and t.step = 'breach') as broken
      from sla_clock c where c.org_id = ${a}.org_id and c.subject_type = 'alert' and c.subject_id = any(${members(a)})) k) b) p`

/** The same for all matters of a list `s` at once. */
export const joinAllPromises = (s: string): string => `left join (
    select k.matter, ${told} as told from (
      select x.matter, ${facts('x.matter')} or t.clock_id is not null as broken
      from ${mergedAlertsSql(s)} x join sla_clock c on c.org_id = $1 and c.subject_type = 'alert' and c.subject_id = x.id
      left join (select distinct clock_id from sla_step where org_id = $1 and step = 'breach') t on t.clock_id = c.id) k
    group by k.matter) q on q.matter = ${s}.id
  cross join lateral (select ${columns('q.told')}) p`

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
export const namesCause = (a: string, which = 'true'): string => `(
    exists (select from alert_cause c where c.org_id = ${a}.org_id and c.alert_id = ${a}.id and ${which})
    or exists (select from alert m join alert_cause c on c.org_id = m.org_id and c.alert_id = m.id
      where m.org_id = ${a}.org_id and m.merged_into = ${a}.id and ${which}))`

/** After the customer was spoken with: what they answer then is what the loop of the alert `a` achieved. */
export const afterLoop = (a: string): string =>
  `(select greatest(r.responded_at, ${a}.contacted_at) from response r where r.org_id = ${a}.org_id and r.id = ${a}.response_id)`

import { joinNumber } from '../../responses/server/numbers/answerSql.ts'
import type { Tx } from '../../kit/server/db.ts'
import { isMainAlert, mergedAlertsSql, namesCause, ofSegments, waits } from '../../alerts/server/store/alertSql.ts'
import { inPeriodScopesSql, periodScopesParam } from '../../people/server/units/periodScopeSql.ts'
import { type Histogram, histogramFrom } from '../../metrics/histogram.ts'
import type { SegmentValue } from './scoreCountStore.ts'
import type { HierarchyPeriod } from '../../people/hierarchyPeriod.ts'

export interface AlertScope {
  survey: string | null
  /** Days, and whose alerts count in them. */
  stretches: readonly Pick<HierarchyPeriod, 'period' | 'units'>[]
  segment: SegmentValue | null
}

/** Alerts `a`: $1 organisation, $2 survey, $3 and $4 days, $5 units with their days, $6 segment. */
const scopedAlerts = `from alert a
  where a.org_id = $1 and ($2::uuid is null or a.survey_id = $2) and a.answered_on between $3 and $4
    and ${inPeriodScopesSql('a.answered_on', 'a.unit_id', '$5')} and ($6::jsonb is null or ${ofSegments('a', '$6')})`

/** The quarter in which an alert counts. */
const quarterOf = (byQuarter: boolean): string => (byQuarter ? `date_trunc('quarter', a.answered_on)::date::text` : `''`)

/** Of them those that are not part of another one: what is counted. */
export const scopedMainAlerts = `${scopedAlerts} and ${isMainAlert('a')}`

export const scopeValues = (tx: Tx, { survey, stretches, segment }: AlertScope): unknown[] => [
  tx.org,
  survey,
  stretches[0]!.period.from,
  stretches.at(-1)!.period.to,
  periodScopesParam(stretches),
  segment && JSON.stringify({ [segment.key]: segment.value }),
]

/**
 * The newest complete responses of the same scope, so many at most: read along the index before anything is looked up in them, so that
 * the cost stays the same however many there are.
 */
export const newestAnswers = (most: number, which = 'true'): string => `newest as materialized (
    select r.id, r.person_id, r.responded_at from response r
    where r.org_id = $1 and r.survey_id = $2 and r.state = 'complete' and r.responded_on between $3 and $4 and ${which}
      and ${inPeriodScopesSql('r.responded_on', 'r.unit_id', '$5')}
      and ($6::jsonb is null or r.segments @> $6::jsonb)
    order by r.responded_at desc, r.id desc limit ${most})`

export interface AlertNumbers {
  opened: number
  waiting: number
  closed: number
  /** With any cause. */
  explained: number
}

export async function countScopedAlerts(tx: Tx, scope: AlertScope): Promise<AlertNumbers> {
  const { rows } = await tx.query<AlertNumbers & Record<string, number>>({
    name: 'insights-alerts',
    text: `select count(*)::int as opened, count(*) filter (where ${waits('a')})::int as waiting,
        count(*) filter (where not ${waits('a')})::int as closed,
        count(*) filter (where ${namesCause('a')})::int as explained ${scopedMainAlerts}`,
    values: scopeValues(tx, scope),
  })
  return rows[0]!
}

// A cause belongs to the whole matter, wherever in it somebody named it.
const causesOfMatter = `join (select distinct x.matter, c.cause_id from ${mergedAlertsSql('found')} x
        join alert_cause c on c.org_id = $1 and c.alert_id = x.id) c on c.matter = s.id`

/** Alerts by cause, and all with any (''), by the first day of the quarter; `byQuarter: false` puts all into one. */
export async function countByCause(
  tx: Tx,
  scope: AlertScope,
  byQuarter = false,
): Promise<{ quarter: string; cause: string; n: number }[]> {
  const { rows } = await tx.query<{ quarter: string; cause: string; n: number }>({
    name: byQuarter ? 'insights-causes-quarters' : 'insights-causes',
    text: `with found as materialized (select a.org_id, a.id, ${quarterOf(byQuarter)} as quarter ${scopedMainAlerts})
      select s.quarter, coalesce(c.cause_id::text, '') as cause, count(distinct s.id)::int as n
      from found s ${causesOfMatter} group by grouping sets ((s.quarter, c.cause_id), (s.quarter))`,
    values: scopeValues(tx, scope),
  })
  return rows
}

/** Answers `w` to a question ($7), each `s` with the causes `c` of the matter that it belongs to; then what is told of them. */
const carrying = (byQuarter: boolean, told: string): string => `with found as materialized (
      select a.org_id, coalesce(a.merged_into, a.id) as id, a.response_id, ${quarterOf(byQuarter)} as quarter
      ${scopedAlerts})
    ${told} from found s ${causesOfMatter}
    ${joinNumber('w', 's.response_id', '$7')}`

/** Answers to a question that carry each cause, once per response, however many rules it set off; by quarter, if wanted. */
export async function answersByCause(
  tx: Tx,
  scope: AlertScope,
  question: string,
  byQuarter = false,
): Promise<Map<string, Histogram>> {
  const { rows } = await tx.query<{ cause: string; value: number; n: number }>({
    name: byQuarter ? 'insights-cause-answers-quarters' : 'insights-cause-answers',
    text: `${carrying(
      byQuarter,
      `select ${byQuarter ? `s.quarter || ` : ''}c.cause_id::text as cause, w.number as value, count(distinct s.response_id)::int as n`,
    )} group by 1, 2`,
    values: [...scopeValues(tx, scope), question],
  })
  const pairs = Map.groupBy(rows, row => row.cause)
  return new Map([...pairs].map(([cause, group]) => [cause, histogramFrom(group.map(({ value, n }) => [value, n] as const))]))
}

/** The responses behind the impact of a cause. */
export async function responsesWithCause(tx: Tx, scope: AlertScope, question: string, cause: string): Promise<string[]> {
  const { rows } = await tx.query<{ id: string }>({
    name: 'insights-cause-responses',
    text: `${carrying(false, 'select distinct s.response_id as id')} where c.cause_id = $8 limit ${MOST_DRILL_DOWN}`,
    values: [...scopeValues(tx, scope), question, cause],
  })
  return rows.map(({ id }) => id)
}

/** So many responses behind one number can be opened. */
export const MOST_DRILL_DOWN = 20_000

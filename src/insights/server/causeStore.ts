import type { Tx } from '../../kit/server/db.ts'
import { type Histogram, histogramFrom } from '../../responses/histogram.ts'
import type { Segment } from './countStore.ts'
import type { Stretch } from './place.ts'

export interface AlertScope {
  survey: string | null
  /** Days, and whose alerts count in them. */
  stretches: readonly Pick<Stretch, 'period' | 'units'>[]
  segment: Segment | null
}

/** The day on which an alert counts: that of the answer that raised it, so that causes and scores of a period speak of the same answers. */
export const alertDay = `coalesce(r.responded_on, a.opened_at::date)`

/** Alerts `a` with their responses `r`: $1 organisation, $2 survey, $3 and $4 days, $5 units with their days, $6 segment. */
export const scopedAlerts = `from alert a left join response r on r.org_id = a.org_id and r.id = a.response_id
  where a.org_id = $1 and ($2::uuid is null or a.survey_id = $2) and ${alertDay} between $3 and $4
    and ($5::jsonb is null or exists (select from jsonb_to_recordset($5::jsonb) as s (since date, until date, units uuid[])
      where ${alertDay} between s.since and s.until and a.unit_id = any(s.units)))
    and ($6::jsonb is null or r.segments @> $6::jsonb)`

export const scopeValues = (tx: Tx, { survey, stretches, segment }: AlertScope): unknown[] => [
  tx.org,
  survey,
  stretches[0]!.period.from,
  stretches.at(-1)!.period.to,
  stretches.every(({ units }) => units === null)
    ? null
    : JSON.stringify(stretches.map(({ period, units }) => ({ since: period.from, until: period.to, units }))),
  segment && JSON.stringify({ [segment.key]: segment.value }),
]

/**
 * The newest complete responses of the same scope, so many at most: read along the index before anything is looked up in them, so that
 * the cost stays the same however many there are.
 */
export const newestAnswers = (most: number, which = 'true'): string => `newest as materialized (
    select r.id, r.person_id, r.responded_at from response r
    where r.org_id = $1 and r.survey_id = $2 and r.state = 'complete' and r.responded_on between $3 and $4 and ${which}
      and ($5::jsonb is null or exists (select from jsonb_to_recordset($5::jsonb) as s (since date, until date, units uuid[])
        where r.responded_on between s.since and s.until and r.unit_id = any(s.units)))
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
    text: `select count(*)::int as opened, count(*) filter (where a.state in ('open', 'acknowledged', 'contacted'))::int as waiting,
        count(*) filter (where a.state in ('resolved', 'confirmed'))::int as closed,
        count(*) filter (where exists (select from alert_cause c where c.org_id = a.org_id and c.alert_id = a.id))::int as explained ${scopedAlerts}`,
    values: scopeValues(tx, scope),
  })
  return rows[0]!
}

/** Alerts by cause, and all with any (''), by the first day of the quarter; `byQuarter: false` puts all into one. */
export async function countByCause(
  tx: Tx,
  scope: AlertScope,
  byQuarter = false,
): Promise<{ quarter: string; cause: string; n: number }[]> {
  const { rows } = await tx.query<{ quarter: string; cause: string; n: number }>({
    name: byQuarter ? 'insights-causes-quarters' : 'insights-causes',
    text: `select s.quarter, coalesce(c.cause_id::text, '') as cause, count(distinct s.id)::int as n
      from (select a.org_id, a.id, ${byQuarter ? `date_trunc('quarter', ${alertDay})::date::text` : `''`} as quarter ${scopedAlerts}) s
      join alert_cause c on c.org_id = s.org_id and c.alert_id = s.id group by grouping sets ((s.quarter, c.cause_id), (s.quarter))`,
    values: scopeValues(tx, scope),
  })
  return rows
}

/** Answers to a question that carry each cause, once per response, however many rules it set off; by quarter, if wanted. */
export async function answersByCause(
  tx: Tx,
  scope: AlertScope,
  question: string,
  byQuarter = false,
): Promise<Map<string, Histogram>> {
  const { rows } = await tx.query<{ cause: string; value: number; n: number }>({
    name: byQuarter ? 'insights-cause-answers-quarters' : 'insights-cause-answers',
    text: `select ${byQuarter ? `s.quarter || ` : ''}c.cause_id::text as cause, w.number as value, count(distinct s.response_id)::int as n
      from (select a.org_id, a.id, a.response_id, ${byQuarter ? `date_trunc('quarter', ${alertDay})::date::text` : `''`} as quarter
        ${scopedAlerts} and r.state = 'complete') s
      join alert_cause c on c.org_id = s.org_id and c.alert_id = s.id
      join answer w on w.org_id = s.org_id and w.response_id = s.response_id and w.question_id = $7 and w.item = '' and w.number is not null
      group by 1, 2`,
    values: [...scopeValues(tx, scope), question],
  })
  const pairs = Map.groupBy(rows, row => row.cause)
  return new Map([...pairs].map(([cause, group]) => [cause, histogramFrom(group.map(({ value, n }) => [value, n] as const))]))
}

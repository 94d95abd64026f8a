import type { Tx } from '../../kit/server/db.ts'
import { type Histogram, histogramFrom } from '../../responses/histogram.ts'
import type { Period } from '../period.ts'

export interface AlertScope {
  survey: string | null
  period: Period | null
  /** Units of a subtree, or those the caller may see; null = all. */
  units: readonly string[] | null
}

// An alert counts on the day of the answer that raised it, so that causes and scores of a period speak of the same answers.
const scoped = `from alert a left join response r on r.org_id = a.org_id and r.id = a.response_id
  where a.org_id = $1 and ($2::uuid is null or a.survey_id = $2)
    and ($3::date is null or coalesce(r.responded_on, a.opened_at::date) between $3 and $4) and ($5::uuid[] is null or a.unit_id = any($5))`

const valuesOf = (tx: Tx, { survey, period, units }: AlertScope) => [
  tx.org,
  survey,
  period?.from ?? null,
  period?.to ?? null,
  units,
]

export interface AlertNumbers {
  opened: number
  waiting: number
  closed: number
  /** With any cause. */
  explained: number
}

export async function countScopedAlerts(tx: Tx, scope: AlertScope): Promise<AlertNumbers> {
  const { rows } = await tx.query<AlertNumbers>({
    name: 'insights-alerts',
    text: `select count(*)::int as opened, count(*) filter (where a.state in ('open', 'acknowledged', 'contacted'))::int as waiting,
        count(*) filter (where a.state in ('resolved', 'confirmed'))::int as closed,
        count(*) filter (where exists (select from alert_cause c where c.org_id = a.org_id and c.alert_id = a.id))::int as explained ${scoped}`,
    values: valuesOf(tx, scope),
  })
  return rows[0]!
}

export async function countByCause(tx: Tx, scope: AlertScope): Promise<Map<string, number>> {
  const { rows } = await tx.query<{ cause: string; n: number }>({
    name: 'insights-causes',
    text: `select c.cause_id as cause, count(*)::int as n
      from (select a.org_id, a.id ${scoped}) s join alert_cause c on c.org_id = s.org_id and c.alert_id = s.id group by c.cause_id`,
    values: valuesOf(tx, scope),
  })
  return new Map(rows.map(row => [row.cause, row.n]))
}

/** Answers to a question that carry each cause, once per response, however many rules it set off. */
export async function answersByCause(tx: Tx, scope: AlertScope, question: string): Promise<Map<string, Histogram>> {
  const { rows } = await tx.query<{ cause: string; value: number; n: number }>({
    name: 'insights-cause-answers',
    text: `select c.cause_id as cause, w.number as value, count(distinct s.response_id)::int as n
      from (select a.org_id, a.id, a.response_id ${scoped} and r.state = 'complete') s
      join alert_cause c on c.org_id = s.org_id and c.alert_id = s.id
      join answer w on w.org_id = s.org_id and w.response_id = s.response_id and w.question_id = $6 and w.item = '' and w.number is not null
      group by c.cause_id, w.number`,
    values: [...valuesOf(tx, scope), question],
  })
  const pairs = Map.groupBy(rows, row => row.cause)
  return new Map([...pairs].map(([cause, group]) => [cause, histogramFrom(group.map(({ value, n }) => [value, n] as const))]))
}

import { longestTextSql } from '../../../responses/server/read/answerTextSql.ts'
import { nameIfKnownOfSql, nameOrEmailOfSql } from '../../../people/server/personName.ts'
import type { Tx } from '../../../kit/server/db.ts'
import type { Viewer } from './alertStore.ts'

// Columns with the progress of an alert: saved when it is merged, kept equal to the main alert meanwhile, restored when it is taken out.
const course = [
  'state',
  'owner_id',
  'reopened_at',
  'acknowledged_at',
  'contacted_at',
  'resolved_at',
  'confirmed_at',
  'outcome',
  'outcome_note',
]

const pairs = course.map(column => `'${column}', ${column}`).join(', ')

export async function saveMerger(tx: Tx, ids: readonly string[], main: string): Promise<void> {
  await tx.query({
    text: `update alert set merged_into = $3, before_merge = jsonb_build_object(${pairs}) where org_id = $1 and id = any($2)`,
    values: [tx.org, ids, main],
  })
}

/** What is part of an alert, locked: its promises are kept or broken with those of the alert. */
export async function lockMergedAlerts(tx: Tx, main: string): Promise<string[]> {
  const { rows } = await tx.query<{ id: string }>({
    name: 'alert-parts-lock',
    text: 'select id from alert where org_id = $1 and merged_into = $2 order by id for update',
    values: [tx.org, main],
  })
  return rows.map(({ id }) => id)
}

/** What is part of some alerts, by the alert it is part of. */
export async function listMergedAlerts(tx: Tx, mains: readonly string[]): Promise<Map<string, string[]>> {
  const { rows } = await tx.query<{ id: string; main: string }>({
    name: 'alert-parts',
    text: 'select id, merged_into as main from alert where org_id = $1 and merged_into = any($2) order by id',
    values: [tx.org, mains],
  })
  const parts = Map.groupBy(rows, row => row.main)
  return new Map([...parts].map(([main, rows]) => [main, rows.map(({ id }) => id)]))
}

/** Whatever is part of an alert goes the same way: one matter, one end. */
export async function followMain(tx: Tx, main: string): Promise<void> {
  await tx.query({
    name: 'alert-follow-main',
    text: `update alert set (${course.join(', ')}) = (select ${course.map(column => `a.${column}`).join(', ')} from alert a
        where a.org_id = $1 and a.id = $2) where org_id = $1 and merged_into = $2`,
    values: [tx.org, main],
  })
}

export async function saveParting(tx: Tx, id: string): Promise<void> {
  await tx.query({
    text: `update alert a set merged_into = null, before_merge = null, (${course.join(', ')}) =
        (select ${course.map(column => `b.${column}`).join(', ')} from jsonb_populate_record(null::alert, a.before_merge) b)
      where a.org_id = $1 and a.id = $2`,
    values: [tx.org, id],
  })
}

export interface RelatedAlertRow {
  id: string
  relation: 'part-of' | 'merged' | 'other'
  survey: string
  unit: string | null
  owner: string
  person: string | null
  said: string | null
  openedAt: Date
}

/** What an alert is part of, what is part of it, and what else of the same customer waits; as far as the reader may see it. */
export async function listRelatedAlerts(tx: Tx, id: string, { units, me }: Viewer): Promise<RelatedAlertRow[]> {
  const { rows } = await tx.query<RelatedAlertRow>({
    text: `select s.id, v.name as survey, u.name as unit, ${nameOrEmailOfSql('s.owner_id')} as owner, s.opened_at as "openedAt",
        case when s.id = a.merged_into then 'part-of' when s.merged_into = a.id then 'merged' else 'other' end as relation,
        ${nameIfKnownOfSql('s.person_id')} as person,
        ${longestTextSql('s.org_id', 's.response_id', 300)} as said
      from alert a
      left join person c on c.org_id = a.org_id and c.id = a.person_id
      join alert s on s.org_id = a.org_id and s.id <> a.id and (s.id = a.merged_into or s.merged_into = a.id
        or (s.merged_into is null and a.merged_into is null and s.kind = a.kind and s.state in ('open', 'acknowledged', 'contacted')
          and (s.person_id = a.person_id or s.person_id in (select q.id from person q where q.org_id = a.org_id and q.account_id = c.account_id))))
      join survey v on v.org_id = s.org_id and v.id = s.survey_id
      left join unit u on u.org_id = s.org_id and u.id = s.unit_id
      where a.org_id = $1 and a.id = $2 and ($3::uuid[] is null or s.unit_id = any($3) or s.owner_id = $4)
      order by s.id desc limit 50`,
    values: [tx.org, id, units, me],
  })
  return rows
}

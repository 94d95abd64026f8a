import { displayNameSql } from '../../people/server/personName.ts'
import type { Tx } from '../../kit/server/db.ts'
import { today } from '../../people/server/today.ts'
import type { RoutingGap, PlacedUnit } from '../routingGaps.ts'
import type { PathStep } from '../../routing/routing.ts'

/** Every open unit, where it stands today, and who manages it: who has been there longest comes first. */
export async function readPlacedUnits(tx: Tx): Promise<PlacedUnit[]> {
  const { rows } = await tx.query<PlacedUnit>({
    text: `select u.id, u.name, p.parent_id as parent, coalesce(m.managers, '[]') as managers
      from unit u
      left join unit_placement p on p.org_id = $1 and p.unit_id = u.id and p.valid_from <= $2 and (p.valid_to is null or p.valid_to > $2)
      left join lateral (
        select jsonb_agg(jsonb_build_object('id', w.id, 'name', ${displayNameSql('w')}) order by m.valid_from, w.id) as managers
        from unit_member m join person w on w.org_id = $1 and w.id = m.person_id and w.erased_at is null
        where m.org_id = $1 and m.unit_id = u.id and m.role = 'manager' and m.valid_from <= $2 and (m.valid_to is null or m.valid_to > $2)
      ) m on true
      where u.org_id = $1 and (u.closed_on is null or u.closed_on > $2) order by u.id`,
    values: [tx.org, await today(tx)],
  })
  return rows
}

/** Keeps what was found and forgets what is mended; how many units are new among them. */
export async function replaceGaps(tx: Tx, gaps: readonly RoutingGap[]): Promise<number> {
  const columns = [gaps.map(gap => gap.rule), gaps.map(gap => gap.unit), gaps.map(gap => JSON.stringify(gap.path))]
  await tx.query({
    text: `delete from alert_gap g where g.org_id = $1
      and not exists (select from unnest($2::uuid[], $3::uuid[]) as n (rule, unit) where n.rule = g.rule_id and n.unit = g.unit_id)`,
    values: [tx.org, columns[0], columns[1]],
  })
  const { rows } = await tx.query<{ unit: string; fresh: boolean }>({
    text: `insert into alert_gap (org_id, rule_id, unit_id, path, since)
      select $1, n.rule, n.unit, n.path::jsonb, $5 from unnest($2::uuid[], $3::uuid[], $4::text[]) as n (rule, unit, path)
      on conflict (org_id, rule_id, unit_id) do update set path = excluded.path returning unit_id as unit, since = $5 as fresh`,
    values: [tx.org, ...columns, tx.now],
  })
  return new Set(rows.filter(({ fresh }) => fresh).map(({ unit }) => unit)).size
}

export interface RoutingGapRow {
  rule: { id: string; name: string }
  unit: { id: string; key: string; name: string }
  path: PathStep[]
  since: Date
}

export async function listGaps(
  tx: Tx,
  units: readonly string[] | null,
  after: [string, string] | null,
  limit: number,
): Promise<RoutingGapRow[]> {
  const { rows } = await tx.query<RoutingGapRow>({
    text: `select jsonb_build_object('id', r.id, 'name', r.name) as rule, jsonb_build_object('id', u.id, 'key', u.key, 'name', u.name) as unit, g.path, g.since
      from alert_gap g join alert_rule r on r.org_id = $1 and r.id = g.rule_id join unit u on u.org_id = $1 and u.id = g.unit_id
      where g.org_id = $1 and ($2::uuid[] is null or g.unit_id = any($2)) and ($3::uuid is null or (g.rule_id, g.unit_id) > ($3::uuid, $4::uuid))
      order by g.rule_id, g.unit_id limit $5`,
    values: [tx.org, units, after?.[0] ?? null, after?.[1] ?? null, limit],
  })
  return rows
}

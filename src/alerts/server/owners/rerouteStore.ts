import { displayNameOfSql } from '../../../people/server/personName.ts'
import type { Tx } from '../../../kit/server/db.ts'
import type { RerouteReason, Owner, PathStep } from '../../../routing/routing.ts'
import type { RouteStep } from '../../../routing/route.ts'
import type { RoutingSubject } from '../../../routing/server/routingFacts.ts'
import { hasLeftSql } from '../../../routing/server/routingFactsStore.ts'

const MOST = 5_000
const waiting = `a.org_id = $1 and a.state in ('open', 'acknowledged', 'contacted') and a.merged_into is null`

/** Alerts that wait for somebody who is not there: away now, erased, or no member any more. */
export async function findOwnerless(tx: Tx): Promise<{ id: string; loss: RerouteReason }[]> {
  const { rows } = await tx.query<{ id: string; loss: RerouteReason }>({
    name: 'alert-ownerless',
    text: `select a.id, case when w.away then 'away' else 'gone' end as loss
      from alert a join person p on p.org_id = a.org_id and p.id = a.owner_id
      cross join lateral (select exists (select from absence b where b.org_id = $1 and b.person_id = p.id and b.from_at <= $2 and b.to_at > $2) as away,
        p.erased_at is not null or ${hasLeftSql} as gone) w
      where ${waiting} and (w.away or w.gone) order by a.id limit ${MOST}`,
    values: [tx.org, tx.now],
  })
  return rows
}

/** Where alerts wait for somebody because they managed a unit on the way up: whether they still do is asked of the tree. */
export async function findManagedWaiting(tx: Tx): Promise<{ unitId: string; ownerId: string; ids: string[] }[]> {
  const { rows } = await tx.query<{ unitId: string; ownerId: string; ids: string[] }>({
    name: 'alert-managed-waiting',
    text: `select a.unit_id as "unitId", a.owner_id as "ownerId", array_agg(a.id order by a.id) as ids from alert a
      where ${waiting} and a.unit_id is not null
        and a.path @> jsonb_build_array(jsonb_build_object('say', '{name}, manager of {unit}', 'person', a.owner_id))
      group by a.unit_id, a.owner_id`,
    values: [tx.org],
  })
  return rows
}

export interface OwnerlessAlert extends RoutingSubject {
  id: string
  owner: Owner
  route: RouteStep[]
}

/** An alert that waits, locked, with what its routing looks at. */
export async function lockOwnerlessAlert(tx: Tx, id: string): Promise<OwnerlessAlert | undefined> {
  const { rows } = await tx.query<OwnerlessAlert>({
    text: `select a.id, a.unit_id as "unitId", a.person_id as "personId", coalesce(d.segments, '{}') as segments, d.locale, r.route,
        jsonb_build_object('id', a.owner_id, 'name', ${displayNameOfSql('a.owner_id')}) as owner
      from alert a join alert_rule r on r.org_id = a.org_id and r.id = a.rule_id
      left join response d on d.org_id = a.org_id and d.id = a.response_id
      where ${waiting} and a.id = $2 for update of a`,
    values: [tx.org, id],
  })
  return rows[0]
}

export async function saveSuccessor(tx: Tx, id: string, owner: string, path: readonly PathStep[]): Promise<void> {
  await tx.query({
    text: 'update alert set owner_id = $3, path = path || $4::jsonb where org_id = $1 and id = $2',
    values: [tx.org, id, owner, JSON.stringify(path)],
  })
}

const MOST_AHEAD = 50

/** When somebody will go away: those absences that come next. */
export async function absencesAhead(tx: Tx): Promise<Date[]> {
  const { rows } = await tx.query<{ at: Date }>({
    text: `select distinct from_at as at from absence where org_id = $1 and from_at > $2 order by 1 limit ${MOST_AHEAD}`,
    values: [tx.org, tx.now],
  })
  return rows.map(({ at }) => at)
}

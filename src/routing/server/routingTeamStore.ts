import { displayNameSql } from '../../people/server/personName.ts'
import { orgSetting } from '../../accounts/server/orgStore.ts'
import type { Tx } from '../../kit/server/db.ts'
import { workloadSql } from './workload.ts'
import type { CurrentAbsence, RoutingFacts, RoutedMember, Owner } from '../routing.ts'

const MOST = 10_000

/**
 * Teams by name or id, with what each member has to do. Holds a lock on the teams until the alert is written: two alerts at the same
 * moment are two turns.
 */
export async function readTeams(tx: Tx, wanted: readonly string[]): Promise<RoutingFacts['teams']> {
  if (wanted.length === 0) return new Map()
  const { rows: teams } = await tx.query<{ id: string; name: string }>({
    name: 'alert-teams',
    text: `select id, name from team where org_id = $1 and (lower(name) = any($2) or id::text = any($2)) order by id for no key update`,
    values: [tx.org, wanted.map(one => one.toLowerCase())],
  })
  const { rows } = await tx.query<RoutedMember & { team: string }>({
    name: 'alert-team-members',
    text: `select m.team_id as team, p.id, ${displayNameSql('p')} as name, ${
      workloadSql
        .all()
        .map(count => count('p.id'))
        .join(' + ') || '0'
    } as waiting, t.turn
      from team_member m join person p on p.org_id = $1 and p.id = m.person_id and p.erased_at is null
      left join alert_turn t on t.org_id = $1 and t.team_id = m.team_id and t.person_id = p.id
      where m.org_id = $1 and m.team_id = any($2)`,
    values: [tx.org, teams.map(({ id }) => id)],
  })
  const members = Map.groupBy(rows, ({ team }) => team)
  return new Map(
    wanted.map(one => {
      const team = teams.find(({ id, name }) => id === one || name.toLowerCase() === one.toLowerCase())
      return [one, team ? { ...team, members: members.get(team.id) ?? [] } : null]
    }),
  )
}

/** Who is away at this moment, until which day in the organisation's zone, and who stands in. */
export async function readAbsences(tx: Tx): Promise<Map<string, CurrentAbsence>> {
  const { rows } = await tx.query<{ person: string; until: string; delegate: Owner | null }>({
    name: 'alert-absences',
    text: `select distinct on (a.person_id) a.person_id as person, ((a.to_at - interval '1 millisecond') at time zone coalesce(${orgSetting('zone')}, 'UTC'))::date as until,
        case when d.id is not null then jsonb_build_object('id', d.id, 'name', ${displayNameSql('d')}) end as delegate
      from absence a left join person d on d.org_id = a.org_id and d.id = a.delegate_id and d.erased_at is null
      where a.org_id = $1 and a.from_at <= $2 and a.to_at > $2 order by a.person_id, a.to_at desc limit ${MOST}`,
    values: [tx.org, tx.now],
  })
  return new Map(rows.map(({ person, ...absence }) => [person, absence]))
}

export async function readSegments(tx: Tx, personId: string): Promise<Record<string, string>> {
  const { rows } = await tx.query<{ segments: Record<string, string> }>({
    name: 'alert-person-segments',
    text: 'select segments from person where org_id = $1 and id = $2',
    values: [tx.org, personId],
  })
  return rows[0]?.segments ?? {}
}

/** It was this person's turn. To be called under the lock that `readTeams` took. */
export const recordTeamTurn = (tx: Tx, team: string, person: string) =>
  tx.query({
    name: 'alert-take-turn',
    text: `insert into alert_turn (org_id, team_id, person_id, turn)
      select $1, $2, $3, coalesce(max(turn), 0) + 1 from alert_turn where org_id = $1 and team_id = $2
      on conflict (org_id, team_id, person_id) do update set turn = excluded.turn`,
    values: [tx.org, team, person],
  })

import { displayNameSql } from '../personName.ts'
import type { Tx } from '../../../kit/server/db.ts'
import type { TeamRow } from '../../teamContract.ts'

export async function listTeams(tx: Tx, limit: number, after?: readonly unknown[], only?: string): Promise<TeamRow[]> {
  const { rows } = await tx.query<TeamRow>({
    text: `select t.id, t.name, coalesce((
        select jsonb_agg(jsonb_build_object('id', p.id, 'name', ${displayNameSql('p')}) order by p.sort_name)
        from team_member m join person p on p.org_id = $1 and p.id = m.person_id and p.erased_at is null
        where m.org_id = $1 and m.team_id = t.id), '[]') as people
      from team t
      where t.org_id = $1 and ($2::text is null or (lower(t.name), t.id) > ($2, $3::uuid)) and ($4::uuid is null or t.id = $4)
      order by lower(t.name), t.id limit $5`,
    values: [tx.org, after?.[0] ?? null, after?.[1] ?? null, only ?? null, limit],
  })
  return rows
}

/** False when the name is taken. */
export async function insertTeam(tx: Tx, id: string, name: string): Promise<boolean> {
  const { rowCount } = await tx.query({
    text: 'insert into team (org_id, id, name, created_at) values ($1, $2, $3, $4) on conflict do nothing',
    values: [tx.org, id, name, tx.now],
  })
  return rowCount === 1
}

export async function renameTeam(tx: Tx, id: string, name: string): Promise<boolean> {
  const { rowCount } = await tx.query({
    text: `update team set name = $3 where org_id = $1 and id = $2
      and not exists (select 1 from team other where other.org_id = $1 and lower(other.name) = lower($3) and other.id <> $2)`,
    values: [tx.org, id, name],
  })
  return rowCount === 1
}

export async function replaceTeamMembers(tx: Tx, id: string, people: readonly string[]): Promise<void> {
  await tx.query({
    text: 'delete from team_member where org_id = $1 and team_id = $2 and not person_id = any($3)',
    values: [tx.org, id, people],
  })
  await tx.query({
    text: 'insert into team_member (org_id, team_id, person_id) select $1, $2, * from unnest($3::uuid[]) on conflict do nothing',
    values: [tx.org, id, [...new Set(people)]],
  })
}

export const deleteTeam = (tx: Tx, id: string) =>
  tx.db.deleteFrom('team').where('org_id', '=', tx.org).where('id', '=', id).execute()

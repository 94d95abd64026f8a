import type pg from 'pg'
import type { Role } from '../../permissions.ts'

type Status = 'active' | 'suspended' | 'deleting'

export interface KeyRow {
  org_id: string
  id: string
  name: string
  role: Role
  units: string[] | null
  operator: boolean
  last_used_at: Date | null
  status: Status
}

export interface SessionRow {
  id: string
  user_id: string
  email: string
  name: string
  operator: boolean
  last_seen_at: Date
  /** Null when the login is not a member of the session's organisation (any more). */
  org_id: string | null
  role: Role | null
  units: string[] | null
  status: Status | null
  demo: boolean
}

// One statement without a transaction: it is asked for every request, before it is known for which organisation.

export async function findByKey(pool: pg.Pool, code: string, hash: Buffer): Promise<KeyRow | undefined> {
  const { rows } = await pool.query<KeyRow>({
    name: 'identity-by-key',
    text: `select k.org_id, k.id, k.name, k.role, k.units, k.operator, k.last_used_at, o.status
      from org o join api_key k on k.org_id = o.id
      where o.code = $1 and k.hash = $2 and k.revoked_at is null and (k.expires_at is null or k.expires_at > now())`,
    values: [code, hash],
  })
  return rows[0]
}

export async function findBySession(pool: pg.Pool, hash: Buffer): Promise<SessionRow | undefined> {
  const { rows } = await pool.query<SessionRow>({
    name: 'identity-by-session',
    text: `select s.id, s.user_id, s.last_seen_at, l.email, l.name, l.operator, m.org_id, m.role, m.units, o.status,
        coalesce(o.settings ->> 'demo' = 'true', false) as demo
      from session s
      join login l on l.id = s.user_id
      left join membership m on m.org_id = s.org_id and m.user_id = s.user_id and m.accepted_at is not null
      left join org o on o.id = m.org_id
      where s.token_hash = $1 and s.expires_at > now()`,
    values: [hash],
  })
  return rows[0]
}

export const touchKey = (pool: pg.Pool, { org_id, id }: KeyRow) =>
  pool.query(
    `update api_key set last_used_at = now()
     where org_id = $1 and id = $2 and (last_used_at is null or last_used_at < now() - interval '1 minute')`,
    [org_id, id],
  )

export const touchSession = (pool: pg.Pool, id: string, days: number) =>
  pool.query(
    `update session set last_seen_at = now(), expires_at = now() + make_interval(days => $2)
     where id = $1 and last_seen_at < now() - interval '1 minute'`,
    [id, days],
  )

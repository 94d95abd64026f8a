import { createHash } from 'node:crypto'
import type pg from 'pg'
import { AppError } from '../../../kit/errors.ts'

/** A limit on attempts: of which kind, by whom (address, login or IP), and how many within a window of 15 minutes. */
export interface AttemptLimit {
  door: 'password' | 'password-here' | 'password-address' | 'code' | 'mail' | 'mail-address' | 'token' | 'signup'
  who: string
  most: number
}

export const WINDOW_MINUTES = 15

/**
 * Counts the attempts and refuses the one beyond its limit. Counted in the database, before anything is looked at: so all
 * nodes count together, a hundred tries at once are a hundred tries, and a stranger's address counts like a colleague's.
 */
export async function countAttempts(pool: pg.Pool, knocks: readonly AttemptLimit[]): Promise<void> {
  const { rows } = await pool.query<{ door: string; who: string; n: number; wait: number }>(
    `insert into attempt (door, who, window_start)
     select door, who, date_bin(make_interval(mins => $3), now(), timestamptz '2020-01-01') from unnest($1::text[], $2::text[]) k (door, who)
     on conflict (door, who, window_start) do update set n = attempt.n + 1
     returning door, who, n, extract(epoch from window_start + make_interval(mins => $3) - now())::int wait`,
    [knocks.map(k => k.door), knocks.map(k => digest(k.who)), WINDOW_MINUTES],
  )
  const over = rows.find(row => row.n > knocks.find(k => k.door === row.door && digest(k.who) === row.who)!.most)
  if (over) throw new AppError('rate_limited', `Too many attempts. Try again in ${minutes(over.wait)}.`)
}

/** A right answer is no attempt at guessing. */
export async function clearAttempts(pool: pg.Pool, knocks: readonly AttemptLimit[]): Promise<void> {
  await pool.query(
    `delete from attempt a using unnest($1::text[], $2::text[]) k (door, who) where a.door = k.door and a.who = k.who`,
    [knocks.map(k => k.door), knocks.map(k => digest(k.who))],
  )
}

// What somebody typed may be a person's address: the table keeps none.
const digest = (who: string) => createHash('sha256').update(who).digest('base64url').slice(0, 22)

const minutes = (seconds: number) => {
  const n = Math.max(1, Math.ceil(seconds / 60))
  return n === 1 ? 'a minute' : `${n} minutes`
}

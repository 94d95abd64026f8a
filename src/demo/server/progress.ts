import type { Database, Tx } from '../../kit/server/db.ts'
import { beginOf, type MakingStep, stepAt } from '../making.ts'

/** Tells how far the making of the demo is: where a step begins, or how much (0–1) of it is done. */
export type Tell = (step: MakingStep, share?: number) => Promise<void>

const PREFIX = 'fullcircle demo '
const END = 99

/**
 * Others must see it from outside the transaction that makes the demo, on whatever node, and it must go with that transaction, however it
 * ends: so it is the name under which the connection works.
 */
export function tellerOf(tx: Tx): Tell {
  let told = -1
  return async (step, share = 0) => {
    const [from, to] = [beginOf(step), step === 'alerts' ? END : beginOf('alerts')]
    const percent = Math.floor(from + (to - from) * share)
    if (percent === told) return
    told = percent
    await tx.query({ text: `set local application_name = '${PREFIX}${percent}'` })
  }
}

/** How far the making is in %, and what is being made, while somebody makes it. */
export async function makingOf(database: Database): Promise<{ percent: number; step: MakingStep } | null> {
  const { rows } = await database.pool.query<{ name: string }>(
    `select application_name as name from pg_stat_activity where datname = current_database() and application_name like $1 limit 1`,
    [`${PREFIX}%`],
  )
  const percent = Number(rows[0]?.name.slice(PREFIX.length))
  return rows[0] && Number.isFinite(percent) ? { percent, step: stepAt(percent) } : null
}

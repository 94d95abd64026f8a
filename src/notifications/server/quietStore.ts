import type { Tx } from '../../kit/server/db.ts'
import type { QuietHours } from '../quietHours.ts'

const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

export async function readQuiet(tx: Tx, userId: string): Promise<QuietHours | null> {
  const row = await tx.db
    .selectFrom('notification_quiet')
    .select(['zone', 'from_minute', 'to_minute', 'weekends'])
    .where('org_id', '=', tx.org)
    .where('user_id', '=', userId)
    .executeTakeFirst()
  return row ? { zone: row.zone, from: clock(row.from_minute), to: clock(row.to_minute), weekends: row.weekends } : null
}

export async function saveQuiet(tx: Tx, userId: string, quiet: QuietHours | null): Promise<void> {
  if (!quiet) {
    await tx.db.deleteFrom('notification_quiet').where('org_id', '=', tx.org).where('user_id', '=', userId).execute()
    return
  }
  const { zone, from, to, weekends } = quiet
  const facts = { zone, from_minute: minuteOf(from), to_minute: minuteOf(to), weekends }
  await tx.db
    .insertInto('notification_quiet')
    .values({ org_id: tx.org, user_id: userId, ...facts })
    .onConflict(conflict => conflict.columns(['org_id', 'user_id']).doUpdateSet(facts))
    .execute()
}

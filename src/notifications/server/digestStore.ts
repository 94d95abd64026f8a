import type { Tx } from '../../kit/server/db.ts'

export async function wantsDigest(tx: Tx, userId: string): Promise<boolean> {
  const off = await tx.db
    .selectFrom('digest_off')
    .select('user_id')
    .where('org_id', '=', tx.org)
    .where('user_id', '=', userId)
    .executeTakeFirst()
  return !off
}

export async function saveDigest(tx: Tx, userId: string, on: boolean): Promise<void> {
  if (on) await tx.db.deleteFrom('digest_off').where('org_id', '=', tx.org).where('user_id', '=', userId).execute()
  else
    await tx.db
      .insertInto('digest_off')
      .values({ org_id: tx.org, user_id: userId })
      .onConflict(conflict => conflict.doNothing())
      .execute()
}

import type { AnyTx } from '../../../kit/server/db.ts'

export const lockFactor = (tx: AnyTx, userId: string) =>
  tx.db.selectFrom('second_factor').selectAll().where('user_id', '=', userId).forUpdate().executeTakeFirst()

export async function hasSecondFactor(tx: AnyTx, userId: string): Promise<boolean> {
  const row = await tx.db
    .selectFrom('second_factor')
    .select('user_id')
    .where('user_id', '=', userId)
    .where('confirmed_at', 'is not', null)
    .executeTakeFirst()
  return row !== undefined
}

/** A new secret that waits for its first code; one that waited before is replaced, one in use is not. */
export async function saveFactor(tx: AnyTx, userId: string, sealedSecret: string): Promise<boolean> {
  const result = await tx.db
    .insertInto('second_factor')
    .values({ user_id: userId, secret: sealedSecret })
    .onConflict(c =>
      c.column('user_id').doUpdateSet({ secret: sealedSecret, last_step: 0 }).where('second_factor.confirmed_at', 'is', null),
    )
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function saveConfirmation(tx: AnyTx, userId: string, step: number, recoveryHashes: Buffer[]): Promise<void> {
  await tx.db
    .updateTable('second_factor')
    .set({ confirmed_at: tx.now, last_step: step, recovery_hashes: recoveryHashes })
    .where('user_id', '=', userId)
    .execute()
}

export async function saveStep(tx: AnyTx, userId: string, step: number): Promise<void> {
  await tx.db.updateTable('second_factor').set({ last_step: step }).where('user_id', '=', userId).execute()
}

export async function saveRecoveryHashes(tx: AnyTx, userId: string, hashes: Buffer[]): Promise<void> {
  await tx.db.updateTable('second_factor').set({ recovery_hashes: hashes }).where('user_id', '=', userId).execute()
}

export async function deleteFactor(tx: AnyTx, userId: string): Promise<void> {
  await tx.db.deleteFrom('second_factor').where('user_id', '=', userId).execute()
}

import type { SystemTx, Tx } from '../../kit/server/db.ts'

type AnyTx = SystemTx | Tx

/** Fails on the second call: an installation is set up once. */
export async function claimInstallation(tx: AnyTx): Promise<boolean> {
  const result = await tx.db
    .insertInto('installation')
    .values({ one: true })
    .onConflict(c => c.doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function isSetUp(tx: AnyTx): Promise<boolean> {
  return (await tx.db.selectFrom('installation').select('one').executeTakeFirst()) !== undefined
}

export async function insertOrg(tx: Tx, org: { code: string; name: string }): Promise<void> {
  await tx.db.insertInto('org').values({ id: tx.org, code: org.code, name: org.name, created_at: tx.now }).execute()
}

export const ownOrg = (tx: Tx) => tx.db.selectFrom('org').selectAll().where('id', '=', tx.org).executeTakeFirstOrThrow()

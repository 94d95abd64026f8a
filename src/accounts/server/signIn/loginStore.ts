import type { AnyTx } from '../../../kit/server/db.ts'

export interface NewLogin {
  id: string
  email: string
  name: string
  passwordHash: string | null
  operator: boolean
}

/** False when somebody already has this address. */
export async function insertLogin(tx: AnyTx, login: NewLogin): Promise<boolean> {
  const result = await tx.db
    .insertInto('login')
    .values({ id: login.id, email: login.email, name: login.name, password_hash: login.passwordHash, operator: login.operator })
    .onConflict(c => c.column('email').doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

export const findLogin = (tx: AnyTx, email: string) =>
  tx.db.selectFrom('login').selectAll().where('email', '=', email).executeTakeFirst()

export const loginById = (tx: AnyTx, id: string) => tx.db.selectFrom('login').selectAll().where('id', '=', id).executeTakeFirst()

export async function savePassword(tx: AnyTx, userId: string, passwordHash: string | null): Promise<void> {
  await tx.db.updateTable('login').set({ password_hash: passwordHash }).where('id', '=', userId).execute()
}

export async function saveVerified(tx: AnyTx, userId: string): Promise<void> {
  await tx.db
    .updateTable('login')
    .set({ verified_at: tx.now })
    .where('id', '=', userId)
    .where('verified_at', 'is', null)
    .execute()
}

/** Null: as the directory or the organisation says. */
export async function readLanguage(tx: AnyTx, userId: string): Promise<string | null> {
  const row = await tx.db.selectFrom('login').select('locale').where('id', '=', userId).executeTakeFirst()
  return row?.locale ?? null
}

export async function saveLanguage(tx: AnyTx, userId: string, locale: string | null): Promise<void> {
  await tx.db.updateTable('login').set({ locale }).where('id', '=', userId).execute()
}

export async function saveName(tx: AnyTx, userId: string, name: string): Promise<void> {
  await tx.db.updateTable('login').set({ name }).where('id', '=', userId).execute()
}

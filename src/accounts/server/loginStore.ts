import type { SystemTx, Tx } from '../../kit/server/db.ts'

type AnyTx = SystemTx | Tx

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

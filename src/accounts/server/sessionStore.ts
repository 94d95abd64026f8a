import type { SystemTx, Tx } from '../../kit/server/db.ts'
import type { Role } from '../permissions.ts'

type AnyTx = SystemTx | Tx

/** The organisations a login belongs to, by name; across organisations, so outside of any. */
export async function orgsOf(tx: SystemTx, userId: string) {
  const rows = await tx.db
    .selectFrom('membership as m')
    .innerJoin('org as o', 'o.id', 'm.org_id')
    .select(['o.id', 'o.name', 'o.status', 'm.role'])
    .where('m.user_id', '=', userId)
    .where('m.accepted_at', 'is not', null)
    .orderBy('o.name')
    .orderBy('o.id')
    .limit(500)
    .execute()
  return rows.map(row => ({ ...row, role: row.role as Role }))
}

export async function saveSessionOrg(tx: AnyTx, sessionId: string, userId: string, orgId: string): Promise<void> {
  await tx.db.updateTable('session').set({ org_id: orgId }).where('id', '=', sessionId).execute()
  await tx.db.updateTable('login').set({ last_org_id: orgId }).where('id', '=', userId).execute()
}

export async function hasSecondFactor(tx: AnyTx, userId: string): Promise<boolean> {
  const row = await tx.db
    .selectFrom('second_factor')
    .select('user_id')
    .where('user_id', '=', userId)
    .where('confirmed_at', 'is not', null)
    .executeTakeFirst()
  return row !== undefined
}

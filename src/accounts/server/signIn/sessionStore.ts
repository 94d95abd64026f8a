import { sql } from 'kysely'
import type { AnyTx, SystemTx } from '../../../kit/server/db.ts'
import type { Role } from '../../permissions.ts'

/** The organisations a login belongs to, by name; across organisations, so outside of any. */
export async function orgsOf(tx: SystemTx, userId: string) {
  const rows = await tx.db
    .selectFrom('membership as m')
    .innerJoin('org as o', 'o.id', 'm.org_id')
    .select(['o.id', 'o.name', 'o.status', 'm.role'])
    .where('m.user_id', '=', userId)
    .where('m.accepted_at', 'is not', null)
    // The demo comes last: nobody's home, and nothing is mailed from there.
    .orderBy(sql`coalesce(o.settings ->> 'demo', '')`)
    .orderBy('o.name')
    .orderBy('o.id')
    .limit(500)
    .execute()
  return rows.map(row => ({ ...row, role: row.role as Role }))
}

export async function insertSession(
  tx: AnyTx,
  session: {
    id: string
    tokenHash: Buffer
    userId: string
    orgId: string | null
    userAgent: string
    address: string
    days: number
  },
): Promise<void> {
  await tx.db
    .insertInto('session')
    .values({
      id: session.id,
      token_hash: session.tokenHash,
      user_id: session.userId,
      org_id: session.orgId,
      user_agent: session.userAgent,
      address: session.address,
      created_at: tx.now,
      last_seen_at: tx.now,
      expires_at: new Date(tx.now.getTime() + session.days * 86_400_000),
    })
    .execute()
}

export async function saveSessionOrg(tx: AnyTx, sessionId: string, userId: string, orgId: string): Promise<void> {
  await tx.db.updateTable('session').set({ org_id: orgId }).where('id', '=', sessionId).execute()
  await tx.db
    .updateTable('login')
    .set({ last_org_id: orgId })
    .where('id', '=', userId)
    // A visit to the demo leads nobody's own mail there.
    .where(eb =>
      eb.not(
        eb.exists(eb.selectFrom('org').select('id').where('id', '=', orgId).where(sql<boolean>`settings ->> 'demo' = 'true'`)),
      ),
    )
    .execute()
}

export const sessionsOf = (tx: AnyTx, userId: string) =>
  tx.db
    .selectFrom('session')
    .select(['id', 'user_agent', 'address', 'created_at', 'last_seen_at'])
    .where('user_id', '=', userId)
    .where('expires_at', '>', tx.now)
    .orderBy('last_seen_at', 'desc')
    .limit(100)
    .execute()

/** False when this login has no such session. */
export async function endSession(tx: AnyTx, userId: string, id: string): Promise<boolean> {
  const result = await tx.db.deleteFrom('session').where('id', '=', id).where('user_id', '=', userId).executeTakeFirst()
  return result.numDeletedRows > 0n
}

/** Ends all sessions of a login, or all but one. */
export async function endSessions(tx: AnyTx, userId: string, except?: string): Promise<number> {
  const result = await tx.db
    .deleteFrom('session')
    .where('user_id', '=', userId)
    .$if(except !== undefined, q => q.where('id', '!=', except!))
    .executeTakeFirst()
  return Number(result.numDeletedRows)
}

export async function endSessionByToken(tx: AnyTx, tokenHash: Buffer): Promise<void> {
  await tx.db.deleteFrom('session').where('token_hash', '=', tokenHash).execute()
}

export async function deleteSpentSignIn(tx: SystemTx): Promise<void> {
  await tx.db.deleteFrom('session').where('expires_at', '<', tx.now).execute()
  await tx.db.deleteFrom('sign_in_ticket').where('expires_at', '<', tx.now).execute()
  await tx.db
    .deleteFrom('attempt')
    .where('window_start', '<', new Date(tx.now.getTime() - 86_400_000))
    .execute()
}

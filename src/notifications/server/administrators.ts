import { permissionsOf, type Role, roles } from '../../accounts/permissions.ts'
import type { Tx } from '../../kit/server/db.ts'

/** Colleagues who look after the organisation. */
export async function administrators(tx: Tx): Promise<string[]> {
  const those: Role[] = roles.filter(role => permissionsOf(role).has('org.manage'))
  const rows = await tx.db
    .selectFrom('membership')
    .select('user_id')
    .where('org_id', '=', tx.org)
    .where('role', 'in', those)
    .where('accepted_at', 'is not', null)
    .execute()
  return rows.map(row => row.user_id)
}

import { displayNameSql } from '../personName.ts'
import type { Tx } from '../../../kit/server/db.ts'
import { containing } from '../../../kit/server/like.ts'
import type { CustomerAccountRow } from '../../customerAccountContract.ts'

export interface CustomerAccountFilter {
  q?: string | undefined
  owner?: string | undefined
  id?: string
}

/** Customer accounts by name, one more than `limit`. */
export async function listAccounts(
  tx: Tx,
  filter: CustomerAccountFilter,
  limit: number,
  after?: readonly unknown[],
): Promise<CustomerAccountRow[]> {
  const { rows } = await tx.query<CustomerAccountRow>({
    text: `select c.id, c.key, c.name, c.segments,
        case when o.id is not null then jsonb_build_object('id', o.id, 'name', ${displayNameSql('o')}) end as owner,
        (select count(*)::int from person p where p.org_id = $1 and p.account_id = c.id and p.erased_at is null) as people
      from customer_account c left join person o on o.org_id = $1 and o.id = c.owner_id and o.erased_at is null
      where c.org_id = $1 and ($2::text is null or c.name ilike $2 or c.key ilike $2) and ($3::uuid is null or c.owner_id = $3)
        and ($4::text is null or (lower(c.name), c.id) > ($4, $5::uuid)) and ($6::uuid is null or c.id = $6)
      order by lower(c.name), c.id limit $7`,
    values: [
      tx.org,
      filter.q?.trim() ? containing(filter.q.trim()) : null,
      filter.owner ?? null,
      after?.[0] ?? null,
      after?.[1] ?? null,
      filter.id ?? null,
      limit,
    ],
  })
  return rows
}

export interface CustomerAccountChange {
  key?: string
  name?: string
  owner_id?: string | null
  segments?: string
}

export const insertAccount = (tx: Tx, id: string, account: CustomerAccountChange & { key: string; name: string }) =>
  tx.db
    .insertInto('customer_account')
    .values({ org_id: tx.org, id, created_at: tx.now, ...account })
    .onConflict(c => c.doNothing())
    .executeTakeFirst()

export const updateAccount = (tx: Tx, id: string, change: CustomerAccountChange) =>
  tx.db.updateTable('customer_account').set(change).where('org_id', '=', tx.org).where('id', '=', id).execute()

/** Its people stay, without it. Whoever puts one into it at this moment waits, and is then told that it is gone. */
export async function deleteAccount(tx: Tx, id: string): Promise<void> {
  const own = tx.db.selectFrom('customer_account').select('id').where('org_id', '=', tx.org).where('id', '=', id)
  await own.forUpdate().execute()
  await tx.db.updateTable('person').set({ account_id: null }).where('org_id', '=', tx.org).where('account_id', '=', id).execute()
  await tx.db.deleteFrom('customer_account').where('org_id', '=', tx.org).where('id', '=', id).execute()
}

/** People are in accounts, and accounts have people as owners. */
export async function clearCustomerAccountOwners(tx: Tx): Promise<void> {
  await tx.db
    .updateTable('customer_account')
    .set({ owner_id: null })
    .where('org_id', '=', tx.org)
    .where('owner_id', 'is not', null)
    .execute()
}

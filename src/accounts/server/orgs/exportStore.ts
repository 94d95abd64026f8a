import type { Tx } from '../../../kit/server/db.ts'
import type { OrgTable } from './orgTables.ts'

export const orgRow = (tx: Tx) => tx.db.selectFrom('org').selectAll().where('id', '=', tx.org).executeTakeFirst()

export const orgMembers = (tx: Tx) =>
  tx.db
    .selectFrom('membership as m')
    .innerJoin('login as l', 'l.id', 'm.user_id')
    .select(['l.id', 'l.email', 'l.name', 'l.created_at'])
    .where('m.org_id', '=', tx.org)
    .execute()

/** Rows of any table, in the order of its key, after the one whose key is given. Names come from the catalogue, not from a caller. */
export async function pageOfTable(tx: Tx, { name, key }: OrgTable, after: string[] | undefined, limit: number) {
  const columns = key.map(part => `t.${quote(part.name)}`)
  const beyond =
    after && key.length > 0 ? `and (${columns.join(', ')}) > (${key.map((part, i) => `$${i + 3}::${part.type}`).join(', ')})` : ''
  const { rows } = await tx.query<{ row: Record<string, unknown>; key: string[] }>({
    text: `select to_jsonb(t) as row, array[${columns.map(column => `${column}::text`).join(', ')}]::text[] as key
      from ${quote(name)} t where t.org_id = $1 ${beyond} order by ${columns.join(', ') || '1'} limit $2`,
    values: [tx.org, limit, ...(after ?? [])],
  })
  return rows
}

const quote = (name: string) => `"${name.replaceAll('"', '""')}"`

import type { SystemTx, Tx } from '../../../kit/server/db.ts'

export interface OrgTable {
  name: string
  /** Its key without org_id, in order. */
  key: { name: string; type: string }[]
  /** Its rows are large: it has a column that is always stored apart. */
  large: boolean
}

/** Every table that belongs to organisations, as the database itself knows them: a new one cannot be forgotten. */
export async function orgTables(tx: Tx | SystemTx): Promise<OrgTable[]> {
  const { rows } = await tx.query<OrgTable>({
    text: `select c.relname as name, coalesce(json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod))
          order by array_position(i.indkey::int2[], a.attnum)) filter (where a.attname <> 'org_id'), '[]') as key,
          exists (select from pg_attribute o where o.attrelid = min(c.oid) and o.attstorage = 'e' and not o.attisdropped) as large
        from pg_class c
        join pg_index i on i.indrelid = c.oid and i.indisprimary
        join pg_attribute a on a.attrelid = c.oid and a.attnum = any (i.indkey::int2[])
        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
          and exists (select 1 from pg_attribute o where o.attrelid = c.oid and o.attname = 'org_id' and not o.attisdropped)
          and c.relname not in ('session')
        group by c.relname order by c.relname`,
  })
  return rows
}

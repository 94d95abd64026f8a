import type { Tx } from '../../kit/server/db.ts'

export interface Placed {
  id: string
  key: string
  name: string
  parentId: string | null
}

/** Every unit with its parent on a day, by name. */
export async function readTree(tx: Tx, on: string): Promise<Placed[]> {
  const { rows } = await tx.query<Placed>({
    name: 'insights-tree',
    text: `select u.id, u.key, u.name, p.parent_id as "parentId" from unit u
      left join unit_placement p on p.org_id = u.org_id and p.unit_id = u.id and p.valid_from <= $2 and (p.valid_to is null or p.valid_to > $2)
      where u.org_id = $1 order by u.name, u.id`,
    values: [tx.org, on],
  })
  return rows
}

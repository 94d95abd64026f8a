import type { Tx } from '../../kit/server/db.ts'

export interface ViewRow {
  id: string
  ownerId: string
  ownerName: string
  name: string
  shared: boolean
  search: Record<string, string>
}

const columns = ['id', 'owner_id as ownerId', 'owner_name as ownerName', 'name', 'shared', 'search'] as const

/** So many are listed: what one keeps oneself first. */
const MOST_LISTED = 200

export async function viewsFor(tx: Tx, owner: string): Promise<ViewRow[]> {
  const rows = await tx.db
    .selectFrom('insight_view')
    .select(columns)
    .where('org_id', '=', tx.org)
    .where(where => where.or([where('owner_id', '=', owner), where('shared', '=', true)]))
    .orderBy(order => order('owner_id', '=', owner), 'desc')
    .orderBy('name')
    .limit(MOST_LISTED)
    .execute()
  return rows as ViewRow[]
}

export const countViews = async (tx: Tx, owner: string): Promise<number> =>
  Number(
    (
      await tx.db
        .selectFrom('insight_view')
        .select(select => select.fn.countAll().as('n'))
        .where('org_id', '=', tx.org)
        .where('owner_id', '=', owner)
        .executeTakeFirstOrThrow()
    ).n,
  )

/** Saved under its name; one that the same person keeps under this name is replaced. */
export async function saveView(tx: Tx, view: ViewRow): Promise<string> {
  const { rows } = await tx.query<{ id: string }>({
    name: 'insight-view-save',
    text: `insert into insight_view (org_id, id, owner_id, owner_name, name, shared, search, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8)
      on conflict (org_id, owner_id, lower(name)) do update set name = excluded.name, shared = excluded.shared, search = excluded.search
      returning id`,
    values: [tx.org, view.id, view.ownerId, view.ownerName, view.name, view.shared, JSON.stringify(view.search), tx.now],
  })
  return rows[0]!.id
}

export const findView = (tx: Tx, id: string): Promise<ViewRow | undefined> =>
  tx.db
    .selectFrom('insight_view')
    .select(columns)
    .where('org_id', '=', tx.org)
    .where('id', '=', id)
    .executeTakeFirst() as Promise<ViewRow | undefined>

export async function deleteView(tx: Tx, id: string): Promise<void> {
  await tx.db.deleteFrom('insight_view').where('org_id', '=', tx.org).where('id', '=', id).execute()
}

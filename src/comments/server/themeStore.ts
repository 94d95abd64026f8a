import { sql } from 'kysely'
import type { Tx } from '../../kit/server/db.ts'
import { idFromKey } from '../../kit/server/keys.ts'
import { seedThemes } from '../seedThemes.ts'

export interface StoredTheme {
  id: string
  name: string
  seed: string | null
  retired: boolean
  mergedInto: string | null
  /** Whether it has a row of its own: seed themes get one when somebody first changes or picks them. */
  kept: boolean
}

/** All themes of the organisation: its own, and the product's under ids that are the same on every node. */
export async function loadThemes(tx: Tx): Promise<StoredTheme[]> {
  const rows = await tx.db
    .selectFrom('comment_theme')
    .select(['id', 'name', 'seed', 'merged_into as mergedInto'])
    .select(sql<boolean>`retired_at is not null`.as('retired'))
    .where('org_id', '=', tx.org)
    .orderBy('id')
    .execute()
  const known = new Set(rows.map(row => row.seed))
  const names = new Set(rows.filter(row => !row.mergedInto).map(row => normal(row.name)))
  const seeds = seedThemes
    .filter(({ key, name }) => !known.has(key) && !names.has(normal(name)))
    .map(({ key, name }) => ({
      id: idFromKey(`${tx.org} comment theme ${key}`),
      name,
      seed: key,
      retired: false,
      mergedInto: null,
      kept: false,
    }))
  return [...rows.map(row => ({ ...row, kept: true })), ...seeds]
}

/** Two spellings of one name are one theme. */
export const normal = (name: string): string => name.trim().replace(/\s+/g, ' ').toLowerCase()

export async function saveTheme(tx: Tx, { id, name, seed, retired, mergedInto }: Omit<StoredTheme, 'kept'>): Promise<void> {
  const change = { name, merged_into: mergedInto, retired_at: retired ? tx.now : null }
  await tx.db
    .insertInto('comment_theme')
    .values({ org_id: tx.org, id, seed, created_at: tx.now, ...change })
    .onConflict(conflict => conflict.columns(['org_id', 'id']).doUpdateSet(change))
    .execute()
}

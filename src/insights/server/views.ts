import { record } from '../../activity/server/record.ts'
import { AppError, badInput, notFound } from '../../kit/errors.ts'
import { newId } from '../../kit/ids.ts'
import type { Tx } from '../../kit/server/db.ts'
import { countViews, deleteView, findView, saveView, viewsFor } from './viewStore.ts'

/** So many one person keeps. */
const MOST_KEPT = 100

const self = (tx: Tx): string => tx.caller.id ?? ''

/** One's own views and those that colleagues share. */
export async function listViews(tx: Tx) {
  const views = await viewsFor(tx, self(tx))
  return views.map(({ id, name, shared, search, ownerId, ownerName }) => ({
    id,
    name,
    shared,
    search,
    mine: ownerId === self(tx),
    by: ownerName,
  }))
}

export async function keepView(
  tx: Tx,
  { name, shared, search }: { name: string; shared: boolean; search: Record<string, string> },
) {
  if ((await countViews(tx, self(tx))) >= MOST_KEPT) throw badInput('name', `You keep ${MOST_KEPT} views. Remove one first.`)
  const view = { name: name.trim(), shared, search, ownerId: self(tx), ownerName: tx.caller.name }
  const id = await saveView(tx, { id: newId(), ...view })
  await record(tx, 'insight_view.saved', { type: 'insight_view', id }, { name: view.name, shared })
  return { id }
}

/** Who keeps a view removes it; an administrator may remove a shared one. */
export async function dropView(tx: Tx, id: string): Promise<void> {
  const view = await findView(tx, id)
  const mine = view?.ownerId === self(tx)
  if (!view || (!mine && !view.shared)) throw notFound('view')
  if (!mine && !tx.caller.permissions.has('org.manage')) {
    throw new AppError('forbidden', `This view is ${view.ownerName}’s. Ask them, or an administrator, to remove it.`)
  }
  await deleteView(tx, id)
  await record(tx, 'insight_view.removed', { type: 'insight_view', id }, { name: view.name })
}

import { record } from '../../activity/server/record.ts'
import { AppError, badInput, notFound } from '../../kit/errors.ts'
import { isId, newId } from '../../kit/ids.ts'
import type { Tx } from '../../kit/server/db.ts'
import { announce } from '../../kit/server/live.ts'
import { type RootCause, causeNamed, normal, whyNotMove } from '../tree.ts'
import { deleteCause, insertCause, loadCauses, lockCauses, updateCause } from './rootCauseStore.ts'
import { causeUses } from './causeUses.ts'

export async function addCause(tx: Tx, name: string, parentId: string | null): Promise<string> {
  await lockCauses(tx)
  const causes = await loadCauses(tx)
  const cause = { id: newId(), parentId, name: tidy(name), retired: false }
  check(cause, causes)
  await insertCause(tx, cause)
  await record(tx, 'cause.created', { type: 'cause', id: cause.id, also: [parentId] }, { name: cause.name })
  announce(tx, 'causes', cause.id)
  return cause.id
}

export async function changeCause(tx: Tx, id: string, change: Partial<Omit<RootCause, 'id'>>): Promise<void> {
  await lockCauses(tx)
  const causes = await loadCauses(tx)
  const before = causes.get(id)
  if (!before) throw notFound('cause')
  const after = { ...before, ...change, name: tidy(change.name ?? before.name) }
  check(after, causes)
  await updateCause(tx, after)
  await record(tx, 'cause.changed', { type: 'cause', id }, { before: { ...before }, after: { ...after } })
  announce(tx, 'causes', id)
}

export async function removeCause(tx: Tx, id: string): Promise<void> {
  await lockCauses(tx)
  const causes = await loadCauses(tx)
  const cause = causes.get(id)
  if (!cause) throw notFound('cause')
  if ([...causes.values()].some(({ parentId }) => parentId === id)) {
    throw new AppError('conflict', `“${cause.name}” has causes below it. Move or remove those first.`)
  }
  if ((await causeUses.call(tx)).has(id)) {
    throw new AppError(
      'conflict',
      `Alerts name “${cause.name}”. Retire it instead: they keep it, and nobody is offered it any more.`,
    )
  }
  await deleteCause(tx, id)
  await record(tx, 'cause.removed', { type: 'cause', id }, { name: cause.name })
  announce(tx, 'causes', id)
}

/** Ids for a list of ids and names. A name that nobody used yet becomes a cause: whoever closes a loop knows it best. */
export async function findOrCreateCauses(tx: Tx, wanted: readonly string[]): Promise<string[]> {
  const ids: string[] = []
  for (const [i, word] of wanted.entries()) {
    const causes = await loadCauses(tx)
    if (isId(word) && !causes.has(word.toLowerCase())) throw badInput(`causes.${i}`, 'There is no such cause.')
    const known = isId(word) ? causes.get(word.toLowerCase()) : causeNamed(word, causes)
    ids.push(known?.id ?? (await addCause(tx, word, null)))
  }
  return [...new Set(ids)]
}

function check(cause: RootCause, causes: ReadonlyMap<string, RootCause>): void {
  const why = whyNotMove(cause.id, cause.parentId, causes)
  if (why) throw badInput('parentId', why)
  const same = [...causes.values()].find(
    other => other.id !== cause.id && other.parentId === cause.parentId && normal(other.name) === normal(cause.name),
  )
  if (same)
    throw new AppError('already_exists', `“${same.name}” stands here already.`, [
      { path: 'name', message: 'Stands here already.' },
    ])
}

const tidy = (name: string): string => name.trim().replace(/\s+/g, ' ')

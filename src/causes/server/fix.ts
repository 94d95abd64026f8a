import { record } from '../../activity/server/record.ts'
import { AppError, badInput, notFound } from '../../kit/errors.ts'
import { newId } from '../../kit/ids.ts'
import type { Tx } from '../../kit/server/db.ts'
import { announce } from '../../kit/server/live.ts'
import { loadCauses } from './rootCauseStore.ts'
import { findFix, type FixRow, insertFix, saveUndone } from './fixStore.ts'

export async function markFixed(tx: Tx, causeId: string, note: string): Promise<void> {
  const name = await nameOf(tx, causeId)
  if (note.trim() === '') throw badInput('note', 'Say what was done.')
  if (!(await insertFix(tx, newId(), causeId, note.trim()))) throw new AppError('already_exists', `“${name}” is fixed already.`)
  await record(tx, 'cause.fixed', { type: 'cause', id: causeId }, { name, note: note.trim() })
  announce(tx, 'causes', causeId)
}

export async function undoFix(tx: Tx, causeId: string): Promise<void> {
  const name = await nameOf(tx, causeId)
  if (!(await saveUndone(tx, causeId))) throw notFixed()
  await record(tx, 'cause.fix_undone', { type: 'cause', id: causeId }, { name })
  announce(tx, 'causes', causeId)
}

export async function fixOf(tx: Tx, causeId: string): Promise<FixRow & { name: string }> {
  const name = await nameOf(tx, causeId)
  const fix = await findFix(tx, causeId)
  if (!fix) throw notFixed()
  return { ...fix, name }
}

const notFixed = () => new AppError('not_allowed_now', 'Mark the cause as fixed first, and say what was done.')

async function nameOf(tx: Tx, causeId: string): Promise<string> {
  const cause = (await loadCauses(tx)).get(causeId)
  if (!cause) throw notFound('cause')
  return cause.name
}

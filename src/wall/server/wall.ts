import { record } from '../../activity/server/record.ts'
import { AppError, badInput, notFound } from '../../kit/errors.ts'
import { isId, newId } from '../../kit/ids.ts'
import type { Tx } from '../../kit/server/db.ts'
import { announce } from '../../kit/server/live.ts'
import { visibleUnits } from '../../people/server/units.ts'
import { findColleague } from '../../routing/server/routingFactsStore.ts'
import { recordStep } from '../../alerts/server/step/recordStep.ts'
import { lockVisible } from '../../alerts/server/step/lockVisible.ts'
import { readAlertSummary } from '../../alerts/server/store/alertSummaryStore.ts'
import { insertPractice, insertReuse, lockPractice, saveApplause, saveVisibility } from './wallStore.ts'

export interface PracticeInput {
  title: string
  story: string
  theme?: string | undefined
  colleague?: string | undefined
  quote: boolean
  agreed: boolean
}

/** Puts what an excellence alert tells on the wall. The customer's name stays away unless they agreed. */
export async function sharePractice(
  tx: Tx,
  alertId: string,
  { title, story, theme, colleague, quote, agreed }: PracticeInput,
): Promise<string> {
  const alert = await lockVisible(tx, alertId)
  if (alert.kind !== 'excellence') throw new AppError('not_allowed_now', 'The wall shows what customers praised.')
  const news = await readAlertSummary(tx, alertId)
  const person = colleague ? await findColleague(tx, isId(colleague) ? { id: colleague } : { email: colleague }) : null
  if (colleague && !person) throw badInput('colleague', 'No colleague has this id or e-mail.')
  const id = newId()
  const practice = {
    id,
    alertId,
    unitId: alert.unitId,
    personId: person?.id ?? null,
    title: title.trim(),
    story: story.trim(),
    theme: theme?.trim() || null,
    words: quote ? (news?.said ?? null) : null,
    customer: agreed ? (news?.customer ?? null) : null,
  }
  if (!(await insertPractice(tx, practice))) throw new AppError('already_exists', 'This was shared already.')
  announce(tx, 'practices', id)
  await recordStep(tx, alert, alert.state, 'alert.shared', { practice: id, title: practice.title })
  return id
}

export async function applaud(tx: Tx, id: string, yes: boolean): Promise<void> {
  await onTheWall(tx, id)
  if (tx.caller.kind !== 'user' || !tx.caller.id) throw new AppError('forbidden', 'Only people applaud: sign in for it.')
  await saveApplause(tx, id, tx.caller.id, yes)
  announce(tx, 'practices', id)
}

export async function reuse(tx: Tx, practiceId: string, place: string, note: string | undefined): Promise<string> {
  const { title } = await onTheWall(tx, practiceId)
  const id = newId()
  await insertReuse(tx, { id, practiceId, place: place.trim(), note: note?.trim() || null })
  await record(tx, 'practice.reused', { type: 'practice', id: practiceId }, { title, place })
  announce(tx, 'practices', practiceId)
  return id
}

/** A manager looks after what their own units share; who sees everything, after all of it. */
export async function moderate(tx: Tx, id: string, reason: string | null): Promise<void> {
  const practice = await lockPractice(tx, id)
  const units = await visibleUnits(tx)
  if (!practice) throw notFound('practice')
  if (units && (!practice.unitId || !units.includes(practice.unitId)))
    throw new AppError('forbidden', 'This was shared by a unit that is not yours. Ask its manager, or an administrator.')
  await saveVisibility(tx, id, reason)
  const verb = reason === null ? 'practice.shown' : 'practice.hidden'
  await record(tx, verb, { type: 'practice', id }, { title: practice.title, ...(reason && { reason }) })
  announce(tx, 'practices', id)
}

async function onTheWall(tx: Tx, id: string) {
  const practice = await lockPractice(tx, id)
  if (!practice || practice.hidden) throw notFound('practice')
  return practice
}

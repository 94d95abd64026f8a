// @words everybody
import { pathTo } from '../../../kit/paths.ts'
import type { Tx } from '../../../kit/server/db.ts'
import { notify } from '../../../notifications/server/notify.ts'
import { alertTitle, withOthers } from '../../alertSummary.ts'
import type { OpenedAlert } from '../store/alertSummaryStore.ts'
import { readAlertSummary } from '../store/alertSummaryStore.ts'

/**
 * Tells owners what is theirs, in the transaction that made it so: whoever owns several alerts of one answer is told once. `day`: no more of
 * the time than that may be kept.
 */
export async function notifyOwners(tx: Tx, opened: readonly OpenedAlert[], day: Date | null): Promise<void> {
  for (const [ownerId, [first, ...others]] of Map.groupBy(promisedFirst(opened), one => one.ownerId))
    await tellOwner(tx, first!.id, ownerId, others.length, day)
}

const promisedFirst = (opened: readonly OpenedAlert[]) => [...opened].sort((a, b) => Number(b.promised) - Number(a.promised))

async function tellOwner(tx: Tx, alertId: string, ownerId: string, others: number, day: Date | null): Promise<void> {
  const news = await readAlertSummary(tx, alertId)
  if (!news) return
  await notify(tx, {
    personId: ownerId,
    kind: 'alert',
    text: t => withOthers(alertTitle(news, t), others, t),
    detail: news.said,
    href: pathTo('/alerts/$id', { id: alertId }),
    key: `alert ${alertId} opened`,
    day,
  })
}

/** Notifies the new owner of an alert that a colleague handed over, with the reason. */
export async function notifyNewOwner(tx: Tx, alertId: string, ownerId: string, reason: string): Promise<void> {
  const news = await readAlertSummary(tx, alertId)
  if (!news) return
  await notify(tx, {
    personId: ownerId,
    kind: 'alert',
    text: t => t('{by} hands you an alert: {title}', { by: tx.caller.name, title: alertTitle(news, t) }),
    detail: reason,
    href: pathTo('/alerts/$id', { id: alertId }),
    key: `alert ${alertId} handed ${tx.now.toISOString()}`,
  })
}

/** Notifies who owns the alert after rerouting, because the former owner is away or has left. */
export async function notifySuccessor(tx: Tx, alertId: string, ownerId: string, before: string): Promise<void> {
  const news = await readAlertSummary(tx, alertId)
  if (!news) return
  await notify(tx, {
    personId: ownerId,
    kind: 'alert',
    text: t => t('In place of {name}: {title}', { name: before || t('somebody who has left'), title: alertTitle(news, t) }),
    detail: news.said,
    href: pathTo('/alerts/$id', { id: alertId }),
    key: `alert ${alertId} routed ${tx.now.toISOString()}`,
  })
}

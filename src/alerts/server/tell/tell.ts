// @words everybody
import { pathTo } from '../../../kit/paths.ts'
import type { Tx } from '../../../kit/server/db.ts'
import { notify } from '../../../notifications/server/notify.ts'
import { newsTitle, withOthers } from '../../news.ts'
import type { Opened } from '../store/tellStore.ts'
import { readNews } from '../store/tellStore.ts'

/**
 * Tells owners what is theirs, in the transaction that made it so: whoever owns several alerts of one answer is told once. `day`: no more of
 * the time than that may be kept.
 */
export async function tellOwners(tx: Tx, opened: readonly Opened[], day: Date | null): Promise<void> {
  for (const [ownerId, [first, ...others]] of Map.groupBy(promisedFirst(opened), one => one.ownerId))
    await tellOwner(tx, first!.id, ownerId, others.length, day)
}

const promisedFirst = (opened: readonly Opened[]) => [...opened].sort((a, b) => Number(b.promised) - Number(a.promised))

async function tellOwner(tx: Tx, alertId: string, ownerId: string, others: number, day: Date | null): Promise<void> {
  const news = await readNews(tx, alertId)
  if (!news) return
  await notify(tx, {
    personId: ownerId,
    kind: 'alert',
    text: t => withOthers(newsTitle(news, t), others, t),
    detail: news.said,
    href: pathTo('/alerts/$id', { id: alertId }),
    key: `alert ${alertId} opened`,
    day,
  })
}

/** The same when somebody hands it over, with their reason. */
export async function tellNextOwner(tx: Tx, alertId: string, ownerId: string, reason: string): Promise<void> {
  const news = await readNews(tx, alertId)
  if (!news) return
  await notify(tx, {
    personId: ownerId,
    kind: 'escalation',
    text: t => t('{by} hands you an alert: {title}', { by: tx.caller.name, title: newsTitle(news, t) }),
    detail: reason,
    href: pathTo('/alerts/$id', { id: alertId }),
    key: `alert ${alertId} handed ${tx.now.toISOString()}`,
  })
}

/** The same when it comes to somebody else, because its owner is not there. */
export async function tellSuccessor(tx: Tx, alertId: string, ownerId: string, before: string): Promise<void> {
  const news = await readNews(tx, alertId)
  if (!news) return
  await notify(tx, {
    personId: ownerId,
    kind: 'alert',
    text: t => t('In place of {name}: {title}', { name: before || t('somebody who has left'), title: newsTitle(news, t) }),
    detail: news.said,
    href: pathTo('/alerts/$id', { id: alertId }),
    key: `alert ${alertId} routed ${tx.now.toISOString()}`,
  })
}

import type { Tx } from '../../kit/server/db.ts'
import { post } from '../../kit/server/outbox.ts'
import { t } from '../../kit/i18n.ts'
import { type AlertMail, titleOf } from '../mail.ts'
import { readNews } from './tellStore.ts'

/** Tells the owner that an alert is theirs, in the transaction that made it so. */
export async function tellOwner(
  tx: Tx,
  alertId: string,
  ownerId: string,
  what: AlertMail['what'],
  handed: { by?: string; reason?: string } = {},
): Promise<void> {
  const news = await readNews(tx, alertId, ownerId)
  // Without an address the alert still waits on their page.
  if (!news?.to) return
  const { to, name, locale, ...about } = news
  const data: AlertMail = { what, alertId, ...about, ...handed }
  await post(tx, {
    kind: 'mail',
    key: `alert ${what} ${alertId} ${ownerId} ${what === 'handed' ? tx.now.toISOString() : ''}`,
    payload: { to, name, subject: titleOf(about, t), template: 'alert', data, ...(locale && { locale }) },
  })
}

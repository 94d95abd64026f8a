import { localeOfAddress } from '../../accounts/server/readerLocale.ts'
import { translator } from '../../kit/translator.ts'
import type { Tx } from '../../kit/server/db.ts'
import { post } from '../../kit/server/outbox.ts'
import { activeOrgs, type Clock, defineJob, enqueue } from '../../kit/server/queue.ts'
import { systemCaller } from '../../kit/caller.ts'
import { mailSettings } from '../../mail/server/mailSettings.ts'
import { mailSubject } from '../notificationMail.ts'
import { notBefore } from '../mailing.ts'
import { quietUntil } from '../quiet.ts'
import { readQuiet } from './quietStore.ts'
import { hasDue, lockLastMailed, readAddress, saveMailed, takeDue, usersWithDue } from './store.ts'

/** Mails one colleague what is due, in one mail. Not woken by NOTIFY: notifications are told on the intake path. */
export const mailNotifications = defineJob<{ userId: string }>({
  name: 'notifications.mail',
  queue: 'steady',
  run: ({ inOrg }, { userId }) => inOrg(tx => mailDue(tx, userId)),
})

export async function mailDue(tx: Tx, userId: string): Promise<void> {
  if (!(await hasDue(tx, userId))) return
  const last = await lockLastMailed(tx, userId)
  const when = quietUntil(await readQuiet(tx, userId), notBefore(last, tx.now))
  if (when > tx.now)
    return enqueue(tx, mailNotifications, { userId }, { startAfter: when, key: `${userId} ${when.toISOString()}` })
  const due = await takeDue(tx, userId)
  const reader = await readAddress(tx, userId)
  if (!reader || due.length === 0) return
  await saveMailed(tx, userId)
  const { publicUrl } = mailSettings.call()
  const t = translator(await localeOfAddress(tx, reader.email))
  const data = { items: due.map(({ kind, text, detail, href }) => ({ kind, text, detail, href, url: href && publicUrl + href })) }
  const subject = mailSubject(due, t)
  const payload = { to: reader.email, name: reader.name, subject, locale: t.locale, template: 'notifications', data }
  await post(tx, { kind: 'mail', key: `notifications ${userId} ${due[0]!.id}`, payload })
}

/** Picks up what a job lost on the way, and the hourly and daily ones. */
export const notificationClock: Clock = {
  name: 'notifications',
  cron: '*/5 * * * *',
  async run(database) {
    for (const org of await database.inSystem(activeOrgs))
      await database.inOrg(org, systemCaller('notifications'), async tx => {
        for (const userId of await usersWithDue(tx)) await enqueue(tx, mailNotifications, { userId })
      })
  },
}

import { localeOfAddress } from '../../accounts/server/readerLocale.ts'
import { translator } from '../../kit/translator.ts'
import type { Tx } from '../../kit/server/db.ts'
import { post } from '../../kit/server/outbox.ts'
import { activeOrgs, type Clock, defineJob, enqueue } from '../../kit/server/queue.ts'
import { systemCaller } from '../../kit/caller.ts'
import { mailSettings } from '../../mail/server/mailSettings.ts'
import { personNames } from '../../people/server/person/persons.ts'
import { mailSubject } from '../notificationMail.ts'
import { notBefore } from '../mailing.ts'
import { quietUntil } from '../quietHours.ts'
import { readQuiet } from './quietStore.ts'
import { hasDue, lockLastMailed, readAddress, readersWithDue, saveMailed, takeDue } from './notificationStore.ts'

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
  const due = await takeDue(tx, 'user_id', userId)
  const reader = await readAddress(tx, userId)
  if (!reader || due.length === 0) return
  await saveMailed(tx, userId)
  await postDue(tx, userId, reader, due)
}

/** The same for somebody who cannot sign in, and has nothing to choose. */
export const mailToPerson = defineJob<{ personId: string }>({
  name: 'notifications.mailPerson',
  queue: 'steady',
  run: ({ inOrg }, { personId }) => inOrg(tx => mailDueToPerson(tx, personId)),
})

export async function mailDueToPerson(tx: Tx, personId: string): Promise<void> {
  const due = await takeDue(tx, 'person_id', personId)
  const person = (await personNames(tx, [personId])).get(personId)
  if (person?.email && due.length > 0) await postDue(tx, personId, { ...person, email: person.email }, due, { choices: false })
}

type Due = Awaited<ReturnType<typeof takeDue>>

async function postDue(tx: Tx, id: string, { email, name }: { email: string; name: string }, due: Due, more = {}): Promise<void> {
  const { publicUrl } = mailSettings.call()
  const t = translator(await localeOfAddress(tx, email))
  const items = due.map(({ kind, text, detail, href }) => ({ kind, text, detail, href, url: href && publicUrl + href }))
  const payload = {
    to: email,
    name,
    subject: mailSubject(due, t),
    locale: t.locale,
    template: 'notifications',
    data: { items, ...more },
  }
  await post(tx, { kind: 'mail', key: `notifications ${id} ${due[0]!.id}`, payload })
}

/** Picks up what a job lost on the way, and the hourly and daily ones. */
export const notificationClock: Clock = {
  name: 'notifications',
  cron: '*/5 * * * *',
  async run(database) {
    for (const org of await database.inSystem(activeOrgs))
      await database.inOrg(org, systemCaller('notifications'), async tx => {
        for (const { userId, personId } of await readersWithDue(tx))
          await (userId ? enqueue(tx, mailNotifications, { userId }) : enqueue(tx, mailToPerson, { personId: personId! }))
      })
  },
}

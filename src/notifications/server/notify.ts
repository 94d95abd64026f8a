import type { Tx } from '../../kit/server/db.ts'
import { announce } from '../../kit/server/live.ts'
import { post } from '../../kit/server/outbox.ts'
import { enqueue } from '../../kit/server/queue.ts'
import { mailSettings } from '../../mail/server/mailSettings.ts'
import { personNames, userOfPerson } from '../../people/server/persons.ts'
import { type NotificationKind, usualChoice } from '../kinds.ts'
import { mailAt } from '../mailing.ts'
import { mailNotifications } from './mailNotifications.ts'
import { insertNotification, readReader } from './store.ts'

export interface Told {
  /** A colleague by login or by directory entry. */
  userId?: string
  personId?: string
  kind: NotificationKind
  /** One sentence: what happened. */
  text: string
  detail?: string | null
  /** Where it leads inside the console, as in `/alerts/…`. */
  href?: string | null
  /** The same key is the same notification, however often it is told. */
  key?: string
}

/**
 * Tells a colleague: in the console at once, by mail as they chose, together with what else happened. Somebody who cannot
 * sign in is told by mail. Runs in the transaction of what it tells of.
 */
export async function notify(tx: Tx, told: Told): Promise<void> {
  const userId = told.userId ?? (told.personId && (await userOfPerson(tx, told.personId)))
  if (!userId) return mailPerson(tx, told)
  const reader = await readReader(tx, userId, told.kind)
  if (!reader) return
  const when = mailAt(reader.mail ?? usualChoice[told.kind], tx.now, reader.zone ?? 'UTC')
  const { kind, text, detail = null, href = null, key = null } = told
  if (!(await insertNotification(tx, { userId, kind, text, detail, href, key, mailAt: when }))) return
  announce(tx, 'notifications', userId)
  if (when) await enqueue(tx, mailNotifications, { userId }, { startAfter: when })
}

async function mailPerson(tx: Tx, { personId, kind, text, detail, href, key }: Told): Promise<void> {
  if (!personId || usualChoice[kind] === 'never') return
  const person = (await personNames(tx, [personId])).get(personId)
  if (!person?.email) return
  const link = href ? `\n\nOpen it:\n${mailSettings.call().publicUrl}${href}` : ''
  const payload = { to: person.email, name: person.name, subject: text, text: `${detail ?? text}${link}` }
  await post(tx, { kind: 'mail', key: `notice ${personId} ${key ?? tx.now.toISOString() + text}`, payload })
}

import { localeOfAddress } from '../../accounts/server/readerLocale.ts'
import type { Translate } from '../../kit/i18n.ts'
import type { Tx } from '../../kit/server/db.ts'
import { announce } from '../../kit/server/live.ts'
import { post } from '../../kit/server/outbox.ts'
import { enqueue } from '../../kit/server/queue.ts'
import { translator } from '../../kit/translator.ts'
import { mailSettings } from '../../mail/server/mailSettings.ts'
import { personNames, userOfPerson } from '../../people/server/persons.ts'
import { type NotificationKind, usualChoice } from '../kinds.ts'
import { mailAt } from '../mailing.ts'
import { quietUntil } from '../quiet.ts'
import { mailNotifications } from './mailNotifications.ts'
import { readQuiet } from './quietStore.ts'
import { insertNotification, readReader, readZone } from './store.ts'

type Words = string | ((t: Translate) => string)

export interface Told {
  /** A colleague by login or by directory entry. */
  userId?: string
  personId?: string
  kind: NotificationKind
  /** One sentence: what happened, in the reader's language. */
  text: Words
  detail?: Words | null
  /** Where it leads inside the console, as in `/alerts/…`. */
  href?: string | null
  /** The same key is the same notification, however often it is told. */
  key?: string
  /** Who tells it has a mail of its own for those who want this kind at once. */
  ownMail?: boolean
  /** All that may be kept of when it happened: an anonymous answer. By mail it comes in the morning, with everything else. */
  day?: Date | null
}

/**
 * Tells a colleague: in the console at once, by mail as they chose, together with what else happened. Somebody who cannot
 * sign in is told by mail. Runs in the transaction of what it tells of. True when a mail of one's own is to be sent now.
 */
export async function notify(tx: Tx, told: Told): Promise<boolean> {
  const userId = told.userId ?? (told.personId && (await userOfPerson(tx, told.personId)))
  if (!userId) return mailPerson(tx, told)
  const reader = await readReader(tx, userId, told.kind)
  if (!reader) return false
  const choice = reader.mail ?? usualChoice[told.kind]
  // At night nothing is sent of its own: it comes in the morning, with everything else.
  const own = !!told.ownMail && choice === 'at-once' && quietUntil(await readQuiet(tx, userId), tx.now) <= tx.now
  const when = own ? null : mailAt(told.day && choice !== 'never' ? 'daily' : choice, tx.now, reader.zone ?? 'UTC')
  const { kind, href = null, key = null } = told
  const t = translator(reader.locale ?? 'en')
  const text = said(told.text, t)
  const detail = told.detail ? said(told.detail, t) : null
  if (!(await insertNotification(tx, { userId, kind, text, detail, href, key, mailAt: when, day: told.day ?? null })))
    return false
  announce(tx, 'notifications', userId)
  // The job would keep the minute; the clock finds what is due.
  if (when && !told.day) await enqueue(tx, mailNotifications, { userId }, { startAfter: when })
  return own
}

const said = (words: Words, t: Translate): string => (typeof words === 'string' ? words : words(t))

async function mailPerson(tx: Tx, told: Told): Promise<boolean> {
  const { personId, kind, href, key, day } = told
  if (!personId || usualChoice[kind] === 'never') return false
  const person = (await personNames(tx, [personId])).get(personId)
  if (!person?.email) return false
  const t = translator(await localeOfAddress(tx, person.email))
  const text = said(told.text, t)
  const detail = told.detail && said(told.detail, t)
  const link = href ? `\n\n${t('Open')}:\n${mailSettings.call().publicUrl}${href}` : ''
  const payload = { to: person.email, name: person.name, subject: text, text: `${detail ?? text}${link}`, locale: t.locale }
  const later = day && { at: day, notBefore: mailAt('daily', tx.now, await readZone(tx))! }
  await post(tx, { kind: 'mail', key: `notice ${personId} ${key ?? tx.now.toISOString() + text}`, payload, ...later })
  return false
}

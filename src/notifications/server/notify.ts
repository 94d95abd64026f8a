// @words everybody
import type { Href } from '../../kit/paths.ts'
import { ownZone } from '../../accounts/server/orgStore.ts'
import { localeOfAddress } from '../../accounts/server/readerLocale.ts'
import type { Translate } from '../../kit/i18n.ts'
import type { Tx } from '../../kit/server/db.ts'
import { announce } from '../../kit/server/live.ts'
import { post } from '../../kit/server/outbox.ts'
import { enqueue } from '../../kit/server/queue.ts'
import { translator } from '../../kit/translator.ts'
import { mailSettings } from '../../mail/server/mailSettings.ts'
import { personNames, usersOfPersons } from '../../people/server/person/persons.ts'
import { type NotificationKind, usualChoice } from '../kinds.ts'
import { mailAt, nextTurn } from '../mailing.ts'
import { quietUntil } from '../quietHours.ts'
import { mailNotifications, mailToPerson } from './mailNotifications.ts'
import { readQuiet } from './quietStore.ts'
import {
  insertNotifications,
  lockTurn,
  type NewNotification,
  type NotificationReader,
  readReaders,
  saveTurn,
} from './notificationStore.ts'

type NotificationText = string | ((t: Translate) => string)

export interface NotificationInput {
  /** A colleague by login or by directory entry. */
  userId?: string
  personId?: string
  kind: NotificationKind
  /** One sentence: what happened, in the reader's language. */
  text: NotificationText
  detail?: NotificationText | null
  /** Where it leads inside the console, as in `/alerts/…`. */
  href?: Href | null
  /** The same key is the same notification, however often it is told. */
  key?: string
  /** Who tells it has a mail of its own for those who want this kind at once. */
  ownMail?: boolean
  /** All that may be kept of when it happened: an anonymous answer. By mail it comes in the morning, with everything else. */
  day?: Date | null
}

/**
 * Tells a colleague: in the console at once, by mail as they chose, together with what else happened. Somebody who cannot
 * sign in is told by mail, and a flood comes together. Runs in the transaction of what it tells of. True when a mail of one's own is to be sent now.
 */
export const notify = async (tx: Tx, told: NotificationInput): Promise<boolean> => (await notifyAll(tx, [told])).length > 0

/** Tells many things at once, in a handful of statements. Returns those whose own mail is to be sent now. */
export async function notifyAll(tx: Tx, told: readonly NotificationInput[]): Promise<NotificationInput[]> {
  if (told.length === 0) return []
  const persons = told.flatMap(({ userId, personId }) => (userId || !personId ? [] : [personId]))
  const users = persons.length > 0 ? await usersOfPersons(tx, persons) : new Map<string, string>()
  const userOf = ({ userId, personId }: NotificationInput) => userId ?? users.get(personId ?? '')
  const readers = await readReaders(
    tx,
    told.flatMap(one => userOf(one) ?? []),
  )
  const news: PendingNotification[] = []
  for (const one of told) {
    const userId = userOf(one)
    const reader = userId && readers.get(userId)
    if (userId && reader) news.push(await newsFor(tx, one, userId, reader))
    else if (!userId) await tellPerson(tx, one)
  }
  const kept = await insertNotifications(tx, news)
  await carry(tx, kept)
  return kept.filter(one => one.own).map(one => one.told)
}

/** Lets browsers know, and asks for the mails: one job for whatever one colleague gets at the same time. */
async function carry(tx: Tx, kept: readonly PendingNotification[]): Promise<void> {
  for (const userId of new Set(kept.map(one => one.userId))) announce(tx, 'notifications', userId)
  // A job would keep the minute of what only its day may be known of; the clock finds what is due.
  const mails = kept.flatMap(({ userId, mailAt: when, day }) => (when && !day ? [{ userId, when }] : []))
  const each = new Map(mails.map(mail => [`${mail.userId} ${mail.when.getTime()}`, mail])).values()
  for (const { userId, when } of each) await enqueue(tx, mailNotifications, { userId }, { startAfter: when })
}

interface PendingNotification extends NewNotification {
  userId: string
  told: NotificationInput
  own: boolean
}

async function newsFor(
  tx: Tx,
  told: NotificationInput,
  userId: string,
  reader: NotificationReader,
): Promise<PendingNotification> {
  const { kind, href = null, key = null, day = null } = told
  const choice = reader.mail[kind] ?? usualChoice[kind]
  // At night nothing is sent of its own: it comes in the morning, with everything else.
  const own = !!told.ownMail && choice === 'at-once' && quietUntil(await readQuiet(tx, userId), tx.now) <= tx.now
  const when = own ? null : mailAt(day && choice !== 'never' ? 'daily' : choice, tx.now, reader.zone ?? 'UTC')
  const t = translator(reader.locale ?? 'en')
  const detail = told.detail ? said(told.detail, t) : null
  return { told, own, userId, personId: null, kind, text: said(told.text, t), detail, href, key, mailAt: when, day }
}

const said = (words: NotificationText, t: Translate): string => (typeof words === 'string' ? words : words(t))

async function tellPerson(tx: Tx, told: NotificationInput): Promise<void> {
  const { personId, kind, href = null, key = null, day = null } = told
  if (!personId || usualChoice[kind] === 'never') return
  const person = (await personNames(tx, [personId])).get(personId)
  if (!person?.email) return
  const t = translator(await localeOfAddress(tx, person.email))
  const [text, detail] = [said(told.text, t), told.detail ? said(told.detail, t) : null]
  const turn = day ? null : nextTurn(await lockTurn(tx, personId), tx.now)
  const at = turn ? turn.at : mailAt('daily', tx.now, await ownZone(tx))
  const news = { userId: null, personId, kind, text, detail, href, key, mailAt: at, day }
  if ((await insertNotifications(tx, [news])).length === 0) return
  if (turn) await saveTurn(tx, personId, turn)
  if (!at) await mailAlone(tx, person.email, { ...news, name: person.name }, t)
  else if (!day) await enqueue(tx, mailToPerson, { personId }, { startAfter: at, key: `${personId} ${at.toISOString()}` })
}

async function mailAlone(tx: Tx, to: string, { name, personId, text, detail, href, key }: Alone, t: Translate): Promise<void> {
  const link = href ? `\n\n${t('Open')}:\n${mailSettings.call().publicUrl}${href}` : ''
  const payload = { to, name, subject: text, text: `${detail ?? text}${link}`, locale: t.locale }
  await post(tx, { kind: 'mail', key: `notice ${personId} ${key ?? tx.now.toISOString() + text}`, payload })
}

interface Alone extends Pick<NewNotification, 'personId' | 'text' | 'detail' | 'href' | 'key'> {
  name: string
}

import { newId } from '../../kit/ids.ts'
import { coarseId } from '../../kit/server/coarse.ts'
import { idCursor, toPage } from '../../kit/paging.ts'
import type { Tx } from '../../kit/server/db.ts'
import { kinds, type MailChoice, type NotificationKind } from '../kinds.ts'

export interface NewNotification {
  userId: string
  kind: NotificationKind
  text: string
  detail: string | null
  href: string | null
  key: string | null
  mailAt: Date | null
  /** Nothing finer than this is kept of its time. */
  day: Date | null
}

/** False when there is one with this key already. */
export async function insertNotification(tx: Tx, one: NewNotification): Promise<boolean> {
  const { rowCount } = await tx.query({
    name: 'notification-insert',
    text: `insert into notification (org_id, id, user_id, kind, text, detail, href, key, mail_at, created_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing`,
    values: [
      tx.org,
      one.day ? coarseId(one.day) : newId(),
      one.userId,
      one.kind,
      one.text,
      one.detail,
      one.href,
      one.key,
      one.mailAt,
      one.day ?? tx.now,
    ],
  })
  return !!rowCount
}

/** The colleague's choice for one kind, language and zone. */
export async function readReader(tx: Tx, userId: string, kind: NotificationKind) {
  const { rows } = await tx.query<{ mail: MailChoice | null; zone: string | null; locale: string | null }>({
    name: 'notification-reader',
    text: `select c.mail, o.settings ->> 'zone' as zone, coalesce(l.locale, p.locale, o.settings ->> 'locale') as locale
      from membership m join org o on o.id = m.org_id join login l on l.id = m.user_id
      left join person p on p.org_id = m.org_id and p.email = l.email
      left join notification_choice c on c.org_id = m.org_id and c.user_id = m.user_id and c.kind = $3
      where m.org_id = $1 and m.user_id = $2`,
    values: [tx.org, userId, kind],
  })
  return rows[0]
}

export async function readZone(tx: Tx): Promise<string> {
  const { rows } = await tx.query<{ zone: string | null }>({
    text: `select settings ->> 'zone' as zone from org where id = $1`,
    values: [tx.org],
  })
  return rows[0]?.zone ?? 'UTC'
}

const own = (tx: Tx, userId: string) =>
  tx.db.selectFrom('notification').where('org_id', '=', tx.org).where('user_id', '=', userId)

export async function listNotifications(tx: Tx, userId: string, limit: number, cursor: string | undefined) {
  const before = idCursor(cursor)
  const rows = await own(tx, userId)
    .select(['id', 'kind', 'text', 'detail', 'href', 'created_at', 'read_at'])
    .$if(!!before, query => query.where('id', '<', before!))
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  return toPage(rows, limit, row => [row.id])
}

export async function countUnread(tx: Tx, userId: string): Promise<number> {
  const row = await own(tx, userId)
    .where('read_at', 'is', null)
    .select(eb => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return Number(row.n)
}

/** What was read in the console need not come by mail. */
export async function markRead(tx: Tx, userId: string, ids: readonly string[] | undefined): Promise<void> {
  await tx.db
    .updateTable('notification')
    .set({ read_at: tx.now, mail_at: null })
    .where('org_id', '=', tx.org)
    .where('user_id', '=', userId)
    .where('read_at', 'is', null)
    .$if(!!ids, query => query.where('id', 'in', ids!.length ? ids! : ['00000000-0000-0000-0000-000000000000']))
    .execute()
}

export async function readChoices(tx: Tx, userId: string): Promise<Map<NotificationKind, MailChoice>> {
  const rows = await tx.db
    .selectFrom('notification_choice')
    .select(['kind', 'mail'])
    .where('org_id', '=', tx.org)
    .where('user_id', '=', userId)
    .execute()
  const known = rows.filter(row => (kinds as readonly string[]).includes(row.kind))
  return new Map(known.map(row => [row.kind as NotificationKind, row.mail as MailChoice]))
}

export async function saveChoice(tx: Tx, userId: string, kind: NotificationKind, mail: MailChoice): Promise<void> {
  await tx.db
    .insertInto('notification_choice')
    .values({ org_id: tx.org, user_id: userId, kind, mail })
    .onConflict(conflict => conflict.columns(['org_id', 'user_id', 'kind']).doUpdateSet({ mail }))
    .execute()
}

/** Takes the colleague's turn to be mailed: one node at a time. Returns when they were mailed last. */
export async function lockLastMailed(tx: Tx, userId: string): Promise<Date | null> {
  const { rows } = await tx.query<{ at: Date }>({
    text: `insert into notification_mailed (org_id, user_id, at) values ($1, $2, '-infinity')
      on conflict (org_id, user_id) do update set at = notification_mailed.at returning nullif(at, '-infinity') as at`,
    values: [tx.org, userId],
  })
  return rows[0]?.at ?? null
}

/** What is due for one colleague, and is taken off the list of what is to be mailed. */
export async function takeDue(tx: Tx, userId: string) {
  const rows = await tx.db
    .updateTable('notification')
    .set({ mail_at: null })
    .where('org_id', '=', tx.org)
    .where('user_id', '=', userId)
    .where('mail_at', '<=', tx.now)
    .returning(['id', 'kind', 'text', 'detail', 'href'])
    .execute()
  return rows.sort((a, b) => (a.id < b.id ? -1 : 1))
}

export async function hasDue(tx: Tx, userId: string): Promise<boolean> {
  const row = await own(tx, userId).where('mail_at', '<=', tx.now).select('id').limit(1).executeTakeFirst()
  return !!row
}

export async function saveMailed(tx: Tx, userId: string): Promise<void> {
  await tx.db
    .updateTable('notification_mailed')
    .set({ at: tx.now })
    .where('org_id', '=', tx.org)
    .where('user_id', '=', userId)
    .execute()
}

export async function readAddress(tx: Tx, userId: string) {
  return tx.db
    .selectFrom('membership as m')
    .innerJoin('login as l', 'l.id', 'm.user_id')
    .select(['l.email', 'l.name'])
    .where('m.org_id', '=', tx.org)
    .where('m.user_id', '=', userId)
    .where('m.accepted_at', 'is not', null)
    .executeTakeFirst()
}

/** Colleagues who have something due. */
export async function usersWithDue(tx: Tx): Promise<string[]> {
  const rows = await tx.db
    .selectFrom('notification')
    .select('user_id')
    .distinct()
    .where('org_id', '=', tx.org)
    .where('mail_at', '<=', tx.now)
    .limit(1000)
    .execute()
  return rows.map(row => row.user_id)
}

/** Null: as the directory or the organisation says. */
export async function readLanguage(tx: Tx, userId: string): Promise<string | null> {
  const row = await tx.db.selectFrom('login').select('locale').where('id', '=', userId).executeTakeFirst()
  return row?.locale ?? null
}

export async function saveLanguage(tx: Tx, userId: string, locale: string | null): Promise<void> {
  await tx.db.updateTable('login').set({ locale }).where('id', '=', userId).execute()
}

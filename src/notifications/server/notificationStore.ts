import { orgSetting } from '../../accounts/server/orgStore.ts'
import { localeOfLogin } from '../../people/server/person/personLocale.ts'
import { newId } from '../../kit/ids.ts'
import { coarseId } from '../../kit/server/coarse.ts'
import { idCursor, toPage } from '../../kit/paging.ts'
import type { Tx } from '../../kit/server/db.ts'
import { kinds, type MailChoice, type NotificationKind } from '../kinds.ts'
import type { Turn } from '../mailing.ts'

export interface NewNotification {
  /** One of them: who cannot sign in is known by the directory entry. */
  userId: string | null
  personId: string | null
  kind: NotificationKind
  text: string
  detail: string | null
  href: string | null
  key: string | null
  mailAt: Date | null
  /** Nothing finer than this is kept of its time. */
  day: Date | null
}

/** Keeps what colleagues are told; returns what was not told before under the same key. */
export async function insertNotifications<New extends NewNotification>(tx: Tx, told: readonly New[]): Promise<New[]> {
  if (told.length === 0) return []
  const rows = told.map(one => ({ ...one, id: one.day ? coarseId(one.day) : newId() }))
  const column = <K extends keyof NewNotification | 'id'>(key: K) => rows.map(row => row[key])
  const inserted = await tx.query<{ id: string }>({
    name: 'notification-insert',
    text: `insert into notification (org_id, id, user_id, person_id, kind, text, detail, href, key, mail_at, created_at)
      select $1, * from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::timestamptz[], $11::timestamptz[])
      on conflict do nothing returning id`,
    values: [
      tx.org,
      ...(['id', 'userId', 'personId', 'kind', 'text', 'detail', 'href', 'key', 'mailAt'] as const).map(column),
      rows.map(row => row.day ?? tx.now),
    ],
  })
  const kept = new Set(inserted.rows.map(row => row.id))
  return told.filter((_, i) => kept.has(rows[i]!.id))
}

export interface NotificationReader {
  mail: Partial<Record<NotificationKind, MailChoice>>
  zone: string | null
  locale: string | null
}

/** What colleagues chose for each kind, with their language and zone. */
export async function readReaders(tx: Tx, userIds: readonly string[]): Promise<Map<string, NotificationReader>> {
  const { rows } = await tx.query<NotificationReader & { user_id: string }>({
    name: 'notification-readers',
    text: `select m.user_id, ${orgSetting('zone')} as zone, ${localeOfLogin('l')} as locale,
        (select coalesce(jsonb_object_agg(c.kind, c.mail), '{}') from notification_choice c
          where c.org_id = m.org_id and c.user_id = m.user_id) as mail
      from membership m join login l on l.id = m.user_id
      where m.org_id = $1 and m.user_id = any($2)`,
    values: [tx.org, [...new Set(userIds)]],
  })
  return new Map(rows.map(({ user_id, ...reader }) => [user_id, reader]))
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

/** What is due for one reader, and is taken off the list of what is to be mailed. */
export async function takeDue(tx: Tx, who: 'user_id' | 'person_id', id: string) {
  const rows = await tx.db
    .updateTable('notification')
    .set({ mail_at: null })
    .where('org_id', '=', tx.org)
    .where(who, '=', id)
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

/** Who has something due. */
export async function readersWithDue(tx: Tx) {
  return tx.db
    .selectFrom('notification')
    .select(['user_id as userId', 'person_id as personId'])
    .distinct()
    .where('org_id', '=', tx.org)
    .where('mail_at', '<=', tx.now)
    .limit(1000)
    .execute()
}

/** Takes the turn of somebody who cannot sign in: of two alerts at once the second sees what the first left. */
export async function lockTurn(tx: Tx, personId: string): Promise<Turn> {
  const { rows } = await tx.query<Turn>({
    name: 'notification-turn',
    text: `insert into notification_turn (org_id, person_id, since, n) values ($1, $2, 'epoch', 0)
      on conflict (org_id, person_id) do update set n = notification_turn.n returning since, n`,
    values: [tx.org, personId],
  })
  return rows[0]!
}

export async function saveTurn(tx: Tx, personId: string, { since, n }: Turn): Promise<void> {
  await tx.db
    .updateTable('notification_turn')
    .set({ since, n })
    .where('org_id', '=', tx.org)
    .where('person_id', '=', personId)
    .execute()
}

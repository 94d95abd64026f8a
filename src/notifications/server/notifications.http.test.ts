import { pathTo } from '../../kit/paths.ts'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { owner, type TestApp, testApp } from '../../../test/app.ts'
import { mira, omar } from '../../../test/cast.ts'
import { untilAtRest } from '../../../test/rest.ts'
import { startSmtp, type TestSmtp } from '../../../test/smtp.ts'
import { systemCaller } from '../../kit/caller.ts'
import type { Tx } from '../../kit/server/db.ts'
import { translator } from '../../kit/translator.ts'
import { findOrCreatePerson } from '../../people/server/person/persons.ts'
import { mailDue, mailDueToPerson } from './mailNotifications.ts'
import { notify, type NotificationInput } from './notify.ts'

let app: TestApp
let smtp: TestSmtp
let cookie: string

beforeAll(async () => {
  smtp = await startSmtp()
  app = await testApp({ env: { SMTP_URL: smtp.url } })
  const signIn = await app.call('POST', '/session', { email: owner.email, password: owner.password }, { key: null })
  cookie = String(signIn.headers['set-cookie']).split(';')[0]!
})

afterAll(async () => {
  await app.close()
  await smtp.stop()
})

const inOrg = <T>(work: (tx: Tx) => Promise<T>) => app.database.inOrg(app.orgId, systemCaller('test'), work)
const tell = (told: Partial<NotificationInput>) =>
  inOrg(tx =>
    notify(tx, { userId: app.ownerId, kind: 'alert', text: 'Dana waits', href: pathTo('/alerts/$id', { id: '1' }), ...told }),
  )
const asOlga = (method: string, path: string, body?: unknown) => app.call(method, path, body, { key: null, headers: { cookie } })
// As if the breath and the pause had passed.
const hurry = () =>
  inOrg(async tx => {
    await tx.db
      .updateTable('notification')
      .set({ mail_at: tx.now })
      .where('org_id', '=', tx.org)
      .where('mail_at', 'is not', null)
      .execute()
    await tx.db
      .updateTable('notification_mailed')
      .set({ at: new Date(0) })
      .where('org_id', '=', tx.org)
      .execute()
  })

async function until(check: () => boolean) {
  for (let i = 0; i < 200 && !check(); i++) await sleep(25)
  expect(check()).toBe(true)
}

test('Olga sees what reached her, and reading it is remembered', async () => {
  await tell({ key: 'one' })
  await tell({ key: 'one' })
  await tell({ key: 'two', text: 'Carl waits' })
  const { body } = await asOlga('GET', '/notifications')
  expect(body).toMatchObject({
    unread: 2,
    items: [{ text: 'Carl waits', readAt: null, href: pathTo('/alerts/$id', { id: '1' }) }, { text: 'Dana waits' }],
  })
  await asOlga('POST', '/notifications/reads', { ids: [body.items[0].id] })
  expect((await asOlga('GET', '/notifications')).body.unread).toBe(1)
})

test('what she has not read comes by mail, all in one', async () => {
  await tell({ key: 'three', text: 'Mira waits' })
  await hurry()
  await inOrg(tx => mailDue(tx, app.ownerId))
  await until(() => smtp.mails.length === 1)
  // “Carl waits” was read.
  expect(smtp.mails[0]!.to).toBe(owner.email)
  expect(smtp.mails[0]!.raw).toContain('Subject: 1 alert is yours')
  await tell({ key: 'four' })
  await inOrg(tx => mailDue(tx, app.ownerId))
  await untilAtRest(app)
  expect(smtp.mails).toHaveLength(1)
})

test('a kind she does not want by mail stays in the console', async () => {
  await hurry()
  await inOrg(tx => mailDue(tx, app.ownerId))
  await until(() => smtp.mails.length === 2)
  expect((await asOlga('PUT', '/notifications/choices', { kind: 'alert', mail: 'never' })).status).toBe(200)
  expect((await asOlga('GET', '/notifications/choices')).body.items[0]).toEqual({ kind: 'alert', mail: 'never' })
  await tell({ key: 'five', text: 'Nobody waits' })
  await hurry()
  await inOrg(tx => mailDue(tx, app.ownerId))
  await untilAtRest(app)
  expect(smtp.mails).toHaveLength(2)
  expect((await asOlga('GET', '/notifications')).body.items[0].text).toBe('Nobody waits')
})

test('Omar, who cannot sign in, is told by mail', async () => {
  const { id } = await inOrg(tx => findOrCreatePerson(tx, { email: omar.email, name: omar.name, kind: 'staff' }))
  await tell({ userId: undefined, personId: id, text: 'Dana gave 1', key: 'six' })
  await until(() => smtp.mails.some(mail => mail.to === omar.email))
})

test('a key has no notifications, and says so when it wants to choose', async () => {
  expect((await app.call('GET', '/notifications')).body).toEqual({ items: [], nextCursor: null, unread: 0 })
  expect((await app.call('GET', '/notifications/choices')).status).toBe(409)
})

test('a colleague is written to in the language she chose, else in the one the directory knows, else in English', async () => {
  const mailed = async (to: string, n: number) => {
    await hurry()
    await inOrg(tx => mailDue(tx, app.ownerId))
    await until(() => smtp.mails.filter(mail => mail.to === to).length > n)
    const { items } = (await app.call('GET', '/outbox?limit=200')).body
    const { id } = items.find((mail: { to: string }) => mail.to === to)
    return (await app.call('GET', `/outbox/${id}`)).body
  }
  const count = (to: string) => smtp.mails.filter(mail => mail.to === to).length
  await asOlga('PUT', '/notifications/choices', { kind: 'alert', mail: 'at-once' })
  expect((await asOlga('PUT', '/notifications/language', { language: 'ar' })).status).toBe(200)
  expect((await asOlga('GET', '/notifications/choices')).body.language).toBe('ar')
  await tell({ key: 'ar1' })
  await tell({ key: 'ar2', text: t => t('Open') })
  const arabic = await mailed(owner.email, count(owner.email))
  expect(arabic.html).toContain('dir="rtl"')
  expect(arabic.html).toContain('lang="ar"')
  expect(arabic.subject).not.toContain('things for you')
  expect(arabic.text).toContain(translator('ar')('Open'))
  await asOlga('PUT', '/notifications/language', { language: null })
  await inOrg(tx =>
    tx.query({ text: `update person set locale = 'de-AT' where org_id = $1 and email = $2`, values: [tx.org, owner.email] }),
  )
  await tell({ key: 'de1' })
  const german = await mailed(owner.email, count(owner.email))
  expect(german.html).toContain('lang="de"')
  expect(german.html).toContain(translator('de')('Change what reaches you by mail'))
  // Omar has no login: the directory says how he reads.
  await inOrg(tx =>
    tx.query({ text: `update person set locale = 'ar' where org_id = $1 and email = $2`, values: [tx.org, omar.email] }),
  )
  const { rows } = await app.database.pool.query('select id from person where email = $1', [omar.email])
  await tell({ userId: undefined, personId: rows[0].id, key: 'omar' })
  expect((await mailed(omar.email, 1)).html).toContain('dir="rtl"')
})

test('many at once are one mail with one link, and nothing comes in quiet hours', async () => {
  await asOlga('PUT', '/notifications/language', { language: 'en' })
  const waits = async () =>
    (await inOrg(tx => tx.db.selectFrom('notification').select('id').where('mail_at', 'is not', null).execute())).length
  await hurry()
  await inOrg(tx => mailDue(tx, app.ownerId))
  await untilAtRest(app)
  const before = smtp.mails.length
  const hour = new Date().getUTCHours()
  const clock = (h: number) => `${String((h + 24) % 24).padStart(2, '0')}:00`
  const quiet = { zone: 'UTC', from: clock(hour - 1), to: clock(hour + 2), weekends: false }
  expect((await asOlga('PUT', '/notifications/quiet-hours', { quiet: { ...quiet, to: quiet.from } })).status).toBe(400)
  expect((await asOlga('PUT', '/notifications/quiet-hours', { quiet })).status).toBe(200)
  expect((await asOlga('GET', '/notifications/choices')).body.quiet).toEqual(quiet)
  for (let n = 0; n < 12; n++)
    await tell({ key: `many ${n}`, text: `Dana ${n} waits`, href: pathTo('/alerts/$id', { id: String(n) }) })
  await hurry()
  await inOrg(tx => mailDue(tx, app.ownerId))
  await untilAtRest(app)
  expect(smtp.mails.length).toBe(before)
  expect(await waits()).toBeGreaterThanOrEqual(12)
  // What is told at night is in the console at once.
  expect((await asOlga('GET', '/notifications')).body.items[0].text).toBe('Dana 11 waits')
  await asOlga('PUT', '/notifications/quiet-hours', { quiet: null })
  await inOrg(tx => mailDue(tx, app.ownerId))
  await until(() => smtp.mails.length === before + 1)
  const { items } = (await app.call('GET', '/outbox?limit=1')).body
  const mail = (await app.call('GET', `/outbox/${items[0].id}`)).body
  expect(mail.subject).toBe('12 alerts are yours')
  expect(mail.text).toContain('and 4 more')
  expect(mail.text).toContain('/my-day')
  expect(mail.html.match(/class="b"/g)).toHaveLength(1)
})

test('forty alerts in a minute are three mails and then one, also for Mira, who cannot sign in', async () => {
  const { id } = await inOrg(tx => findOrCreatePerson(tx, { email: mira.email, name: mira.name, kind: 'staff' }))
  const mails = () => smtp.mails.filter(mail => mail.to === mira.email)
  for (let n = 0; n < 40; n++) {
    await tell({
      userId: undefined,
      personId: id,
      key: `flood ${n}`,
      text: `Dana ${n} waits`,
      href: pathTo('/alerts/$id', { id: String(n) }),
    })
    await tell({
      userId: undefined,
      personId: id,
      key: `flood ${n}`,
      text: `Dana ${n} waits`,
      href: pathTo('/alerts/$id', { id: String(n) }),
    })
  }
  await until(() => mails().length === 3)
  await inOrg(tx => mailDueToPerson(tx, id))
  await hurry()
  await Promise.all([1, 2].map(() => inOrg(tx => mailDueToPerson(tx, id))))
  await until(() => mails().length === 4)
  await untilAtRest(app)
  expect(mails()).toHaveLength(4)
  expect(mails()[3]!.raw).toContain('Subject: 37 alerts are yours')
  expect(mails()[3]!.raw).toContain('/my-day')
  // There is nothing she could choose.
  expect(mails()[3]!.raw).not.toContain('/settings/notifications')
})

test('of an anonymous answer Mira hears in the morning, whatever else she is told', async () => {
  const { rows } = await app.database.pool.query('select id from person where email = $1', [mira.email])
  const day = new Date(new Date().setUTCHours(0, 0, 0, 0))
  await tell({ userId: undefined, personId: rows[0].id, key: 'nameless', text: 'Somebody waits', day })
  const { rows: kept } = await app.database.pool.query(`select created_at, mail_at from notification where key = 'nameless'`)
  expect(kept[0].created_at).toEqual(day)
  expect(kept[0].mail_at.getTime()).toBeGreaterThan(Date.now())
  expect(kept[0].mail_at.toISOString().slice(11)).toBe('08:00:00.000Z')
})

import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { owner, type TestApp, testApp } from '../../../test/app.ts'
import { omar } from '../../../test/cast.ts'
import { startSmtp, type TestSmtp } from '../../../test/smtp.ts'
import { systemCaller } from '../../kit/caller.ts'
import type { Tx } from '../../kit/server/db.ts'
import { findOrCreatePerson } from '../../people/server/persons.ts'
import { mailDue } from './mailNotifications.ts'
import { notify, type Told } from './notify.ts'

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
const tell = (told: Partial<Told>) =>
  inOrg(tx => notify(tx, { userId: app.ownerId, kind: 'alert', text: 'Dana waits', href: '/alerts/1', ...told }))
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
    items: [{ text: 'Carl waits', readAt: null, href: '/alerts/1' }, { text: 'Dana waits' }],
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
  expect(smtp.mails[0]!.raw).toContain('Subject: 2 things for you')
  await tell({ key: 'four' })
  await inOrg(tx => mailDue(tx, app.ownerId))
  await sleep(200)
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
  await sleep(300)
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

import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApp, testApp } from '../../../test/app.ts'
import { dana } from '../../../test/cast.ts'
import { startSmtp, type TestSmtp } from '../../../test/smtp.ts'
import { systemCaller } from '../../kit/caller.ts'
import { post } from '../../kit/server/outbox.ts'

let without: TestApp
let withServer: TestApp
let smtp: TestSmtp

beforeAll(async () => {
  smtp = await startSmtp()
  without = await testApp()
})

afterAll(async () => {
  await without?.close()
  await withServer?.close()
  await smtp.stop()
})

const mail = (app: TestApp, key: string) =>
  app.database.inOrg(app.orgId, systemCaller('test'), tx =>
    post(tx, {
      kind: 'mail',
      key,
      payload: { to: dana.email, name: dana.name, subject: `Mail ${key}`, text: 'Hello <b>Dana</b>' },
    }),
  )

async function inState(app: TestApp, id: string, state: string) {
  for (let i = 0; i < 100; i++) {
    const { body } = await app.call('GET', `/outbox/${id}`)
    if (body.state === state) return body
    await sleep(30)
  }
  throw new Error(`The mail did not become ${state}`)
}

test('without a mail server Olga reads every mail under Outbox, and sending says what is missing', async () => {
  const id = await mail(without, 'first')
  const read = await inState(without, id, 'kept')
  expect(read).toMatchObject({ to: dana.email, subject: 'Mail first', from: expect.stringContaining('Northwind Water') })
  expect(read.text).toBe('Hello <b>Dana</b>')
  expect(read.html).toContain('Hello &lt;b&gt;Dana&lt;/b&gt;')
  expect((await without.call('GET', '/outbox/summary')).body).toEqual({ mailServer: false, states: { kept: 1 } })
  const refused = await without.call('POST', `/outbox/${id}/deliveries`, {})
  expect(refused.status).toBe(409)
  expect(refused.body.title).toContain('SMTP_URL')
})

test('the list is searched by address and subject, and paged', async () => {
  for (let i = 0; i < 5; i++) await mail(without, `page-${i}`)
  const first = await without.call('GET', '/outbox?limit=3')
  const second = await without.call('GET', `/outbox?limit=3&cursor=${first.body.nextCursor}`)
  const ids = [...first.body.items, ...second.body.items].map(item => item.id)
  expect(new Set(ids).size).toBe(6)
  expect((await without.call('GET', '/outbox?q=page-3')).body.items).toHaveLength(1)
  expect((await without.call('GET', '/outbox?q=DANA@')).body.items).toHaveLength(6)
  expect((await without.call('GET', '/outbox?q=%25')).body.items).toHaveLength(0)
  expect((await without.call('GET', '/outbox?cursor=nonsense')).status).toBe(400)
})

test('what was kept leaves when a person says so, once there is a mail server', async () => {
  withServer = await testApp({ env: { SMTP_URL: smtp.url } })
  const id = await mail(withServer, 'kept')
  await inState(withServer, id, 'sent')
  await withServer.database.inOrg(withServer.orgId, systemCaller('test'), tx =>
    tx.db.updateTable('outbox').set({ state: 'kept' }).where('org_id', '=', tx.org).execute(),
  )
  // What is posted afterwards overtakes it.
  await inState(withServer, await mail(withServer, 'later'), 'sent')
  expect(smtp.mails).toHaveLength(2)
  expect((await withServer.call('POST', '/outbox/deliveries', {})).body).toEqual({ sent: 1 })
  await inState(withServer, id, 'sent')
  expect(smtp.mails).toHaveLength(3)
})

test('a person says of a mail whose fate is unknown that it arrived, or sends it again', async () => {
  const id = await mail(withServer, 'unsure')
  await inState(withServer, id, 'sent')
  const setUnsure = () =>
    withServer.database.inOrg(withServer.orgId, systemCaller('test'), tx =>
      tx.db.updateTable('outbox').set({ state: 'unsure' }).where('org_id', '=', tx.org).where('id', '=', id).execute(),
    )
  await setUnsure()
  const before = smtp.mails.length
  expect((await withServer.call('POST', `/outbox/${id}/arrivals`, {})).status).toBe(200)
  expect((await withServer.call('GET', `/outbox/${id}`)).body.state).toBe('sent')
  expect((await withServer.call('POST', `/outbox/${id}/arrivals`, {})).status).toBe(409)
  expect(smtp.mails.length).toBe(before)
  await setUnsure()
  expect((await withServer.call('POST', `/outbox/${id}/deliveries`, {})).status).toBe(200)
  await inState(withServer, id, 'sent')
  expect(smtp.mails.length).toBe(before + 1)
})

test('a mail of another organisation does not exist here', async () => {
  const id = await mail(without, 'theirs')
  expect((await withServer.call('GET', `/outbox/${id}`)).status).toBe(404)
  expect((await withServer.call('POST', `/outbox/${id}/cancellations`, {})).status).toBe(404)
})

test('of a mail that was emptied, only that it was there is left', async () => {
  const id = await mail(withServer, 'emptied')
  await inState(withServer, id, 'sent')
  await withServer.database.inOrg(withServer.orgId, systemCaller('test'), tx =>
    tx.db
      .updateTable('outbox')
      .set({ payload: '{"erased": true}', state: 'kept' })
      .where('org_id', '=', tx.org)
      .where('id', '=', id)
      .execute(),
  )
  expect((await withServer.call('GET', `/outbox/${id}`)).body).toMatchObject({ subject: 'Deleted', to: '' })
  expect((await withServer.call('GET', '/outbox')).status).toBe(200)
  expect((await withServer.call('POST', `/outbox/${id}/deliveries`, {})).status).toBe(409)
})

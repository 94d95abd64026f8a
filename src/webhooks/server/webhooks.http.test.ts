import type { Verb } from '../../kit/vocabulary.ts'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { owner, type TestApp, testApp } from '../../../test/app.ts'
import { isSignedWith, type Receiver, startReceiver } from '../../../test/receiver.ts'
import { moveAhead, moveBack } from '../../../test/time.ts'
import { record } from '../../activity/server/record.ts'
import { sealOrg } from '../../activity/server/seal.ts'
import { eraseDetails } from '../../activity/server/activityStore.ts'
import { systemCaller } from '../../kit/caller.ts'
import { newId } from '../../kit/ids.ts'
import type { Tx } from '../../kit/server/db.ts'
import { openLog } from '../../kit/server/log.ts'
import { WebhookCarrier } from './carrier.ts'
import { followRecord } from './follow.ts'

let app: TestApp
let receiver: Receiver
let cookie: string

beforeAll(async () => {
  receiver = await startReceiver()
  app = await testApp({ env: { WEBHOOK_NETWORKS: '127.0.0.1' } })
  const signIn = await app.call('POST', '/session', { email: owner.email, password: owner.password }, { key: null })
  cookie = String(signIn.headers['set-cookie']).split(';')[0]!
})
afterAll(async () => {
  await app.close()
  await receiver.stop()
})
afterEach(moveBack)
// One endpoint at a time: each test says what it wants to hear.
beforeEach(async () => {
  for (const { id } of (await app.call('GET', '/webhooks')).body.items) await app.call('DELETE', `/webhooks/${id}`)
  receiver.got.length = 0
  receiver.reply = (_, response) => void response.writeHead(204).end()
})

const inOrg = <T>(work: (tx: Tx) => Promise<T>) => app.database.inOrg(app.orgId, systemCaller('test'), work)
const happen = (verb: Verb, detail: Record<string, unknown> = {}, id = newId()) =>
  inOrg(tx => record(tx, verb, { type: 'alert', id }, detail))

async function endpoint(facts: object = {}): Promise<string> {
  const { status, body, text } = await app.call('POST', '/webhooks', {
    name: 'CRM',
    url: receiver.url,
    kinds: ['alert.*'],
    ...facts,
  })
  expect(status, text).toBe(201)
  return body.id
}

async function until(check: () => boolean | Promise<boolean>, what = 'it happens') {
  for (let i = 0; i < 400; i++) {
    if (await check()) return
    await sleep(25)
  }
  throw new Error(`Waited in vain until ${what}`)
}

const deliveries = async (id: string) => (await app.call('GET', `/webhooks/${id}/deliveries?limit=200`)).body.items
// All that there is to tell by now was told: the record is followed to its end, in a turn of ours that waits for those of others, and
// nothing is on its way any more.
const allTold = async () => {
  await inOrg(async tx => {
    await tx.query({ text: 'select from webhook_cursor where org_id = $1 for update', values: [tx.org] })
    while (await followRecord(tx));
  })
  const underWay = `select from webhook_delivery where org_id = $1 and (state = 'sending' or state = 'waiting' and next_at <= now())`
  await until(async () => (await app.database.pool.query(underWay, [app.orgId])).rowCount === 0, 'all is told')
}
// As if the pauses had passed.
const hurry = (id: string) =>
  inOrg(async tx => {
    await tx.query({
      text: `update webhook_delivery set next_at = now() - interval '1 second' where org_id = $1 and endpoint_id = $2 and state = 'waiting'`,
      values: [tx.org, id],
    })
    await tx.query({ text: 'update webhook_endpoint set rest_until = null where org_id = $1 and id = $2', values: [tx.org, id] })
  })

test('what happens arrives, signed as Standard Webhooks says', async () => {
  const id = await endpoint()
  const alert = newId()
  await happen('alert.escalated', { to: 'Mira', secret: 'must not leave' }, alert)
  await happen('person.changed')
  await until(() => receiver.got.length > 0)
  await allTold()
  expect(receiver.got).toHaveLength(1)
  const [got] = receiver.got
  const { secret } = (await app.call('GET', `/webhooks/${id}/secrets`)).body
  expect(secret).toMatch(/^whsec_/)
  expect(isSignedWith(got!, secret)).toBe(true)
  expect(isSignedWith({ ...got!, body: `${got!.body} ` }, secret)).toBe(false)
  expect(Math.abs(got!.timestamp - Date.now() / 1000)).toBeLessThan(10)
  expect(got!.json).toEqual({
    type: 'alert.escalated',
    timestamp: expect.any(String),
    data: {
      id: got!.id,
      org: app.orgId,
      actor: { kind: 'system', id: null, name: 'test' },
      subject: { type: 'alert', id: alert },
      detail: { to: 'Mira' },
      erased: false,
    },
  })
  const { body } = await app.call('GET', `/activity?subject=${alert}`)
  expect(body.items[0].id).toBe(got!.id)
  await until(async () => (await deliveries(id))[0]?.state === 'sent')
  expect((await deliveries(id))[0]).toMatchObject({
    event: got!.id,
    kind: 'alert.escalated',
    attempts: 1,
    status: 204,
    error: null,
  })
})

test('also what the intake writes with its own statement', async () => {
  await endpoint({ kinds: ['response.submitted'] })
  const survey = await app.call('POST', '/surveys', {
    name: 'After a visit',
    locale: 'en',
    questions: [{ id: 'nps', kind: 'nps', prompt: 'Would you recommend us?' }],
  })
  await app.call('POST', `/surveys/${survey.body.id}/publish`)
  const { body } = await app.call('POST', `/surveys/${survey.body.id}/responses`, { answers: { nps: 3 } })
  await until(() => receiver.got.length === 1)
  expect(receiver.got[0]!.json).toMatchObject({
    type: 'response.submitted',
    data: { subject: { type: 'response', id: body.id } },
  })
})

test('nothing is left out and nothing comes twice: also what ends late, on four nodes', async () => {
  const id = await endpoint()
  const log = openLog('error')
  const nodes = [1, 2, 3].map(() => new WebhookCarrier({ database: app.database, log, everyMs: 30 }))
  for (const node of nodes) node.start()
  // Begins first, has the smallest id, and ends after everything else was read and sealed.
  let end = () => {}
  const held = new Promise<void>(done => (end = done))
  let begin = () => {}
  const begun = new Promise<void>(done => (begin = done))
  const late = inOrg(async tx => {
    await record(tx, 'alert.noted', { type: 'alert', id: newId() }, { n: 'late' })
    begin()
    await held
  })
  await begun
  await Promise.all(Array.from({ length: 120 }, (_, n) => happen('alert.noted', { n })))
  await until(() => receiver.got.length === 120, 'the 120 arrive')
  await sealOrg(app.database, app.orgId)
  // Longer than what is looked at again.
  moveAhead(3_500)
  await happen('alert.noted', { n: 120 })
  await until(() => receiver.got.length === 121)
  end()
  await late
  await allTold()
  expect(receiver.got).toHaveLength(121)
  await sealOrg(app.database, app.orgId)
  await until(() => receiver.got.length === 122, 'the late one arrives with its seal')
  await allTold()
  await Promise.all(nodes.map(node => node.stop()))
  expect(new Set(receiver.got.map(got => got.id)).size).toBe(122)
  expect(receiver.got).toHaveLength(122)
  expect((await deliveries(id)).length).toBe(122)
})

test('a receiver that fails gets the same message again, with the same id and a new time', async () => {
  const id = await endpoint()
  receiver.reply = (_, response) => void response.writeHead(500).end('I am <b>ill</b>\u0000'.repeat(200))
  await happen('alert.opened')
  await until(async () => (await deliveries(id))[0]?.status === 500)
  const [waiting] = await deliveries(id)
  expect(waiting).toMatchObject({ state: 'waiting', attempts: 1, error: 'It replied 500.' })
  expect(Date.parse(waiting.nextAt) - Date.now()).toBeGreaterThan(1000)
  expect((await app.call('GET', `/webhooks/${id}`)).body.failingSince).not.toBeNull()
  const whole = (await app.call('GET', `/webhooks/${id}/deliveries/${waiting.event}`)).body
  expect(whole.reply.startsWith('I am <b>ill</b>I am')).toBe(true)
  expect(whole.reply).toHaveLength(1000)
  expect(JSON.parse(whole.body).type).toBe('alert.opened')
  receiver.reply = (_, response) => void response.writeHead(200).end('thanks')
  await hurry(id)
  await until(async () => (await deliveries(id))[0]?.state === 'sent')
  expect(receiver.got).toHaveLength(2)
  expect(receiver.got[0]!.id).toBe(receiver.got[1]!.id)
  expect(receiver.got[0]!.body).toBe(receiver.got[1]!.body)
  expect((await app.call('GET', `/webhooks/${id}`)).body.failingSince).toBeNull()
})

test('after ten attempts it is over, until somebody sends it again', async () => {
  const id = await endpoint()
  receiver.reply = (_, response) => void response.writeHead(404).end()
  await happen('alert.opened')
  await until(async () => (await deliveries(id))[0]?.attempts === 1 && (await deliveries(id))[0].state === 'waiting')
  await inOrg(tx => tx.query({ text: 'update webhook_delivery set attempts = 9 where org_id = $1', values: [tx.org] }))
  await hurry(id)
  await until(async () => (await deliveries(id))[0]?.state === 'failed')
  receiver.reply = (_, response) => void response.writeHead(200).end()
  const { event } = (await deliveries(id))[0]
  expect((await app.call('POST', `/webhooks/${id}/deliveries/${event}/attempts`, {})).status).toBe(200)
  await until(async () => (await deliveries(id))[0]?.state === 'sent')
  expect(new Set(receiver.got.map(got => got.id)).size).toBe(1)
})

test('who does not reply within the time is tried again', async () => {
  const id = await endpoint()
  receiver.reply = () => {}
  const hasty = new WebhookCarrier({ database: app.database, log: openLog('error'), everyMs: 20, timeoutMs: 300 })
  await inOrg(tx =>
    tx.query({
      text: `update webhook_endpoint set rest_until = now() - interval '1 second' where org_id = $1`,
      values: [tx.org],
    }),
  )
  // Takes the turn before the product's own node does.
  hasty.start()
  await happen('alert.opened')
  await until(async () => receiver.got.length > 0)
  await hasty.stop()
  const [one] = await deliveries(id)
  if (one.state === 'waiting') expect(one.error).toBe('No reply within 0.3 seconds.')
})

test('a redirect is not followed', async () => {
  const id = await endpoint()
  receiver.reply = (_, response) => void response.writeHead(307, { location: `${receiver.url}/elsewhere` }).end()
  await happen('alert.opened')
  await until(async () => (await deliveries(id))[0]?.status === 307)
  expect((await deliveries(id))[0].error).toContain('Webhooks do not follow')
  expect(receiver.got).toHaveLength(1)
})

test('“gone” switches it off at once, and the administrators hear of it', async () => {
  const id = await endpoint()
  receiver.reply = (_, response) => void response.writeHead(410).end()
  await happen('alert.opened')
  await until(async () => (await app.call('GET', `/webhooks/${id}`)).body.state === 'failed')
  const { body } = await app.call('GET', '/notifications', undefined, { key: null, headers: { cookie } })
  expect(body.items[0]).toMatchObject({
    kind: 'trouble',
    text: 'The webhook “CRM” is switched off',
    href: `/settings/webhooks/${id}`,
  })
  await happen('alert.opened', { n: 'while off' })
  await allTold()
  receiver.reply = (_, response) => void response.writeHead(204).end()
  receiver.got.length = 0
  expect((await app.call('POST', `/webhooks/${id}/tests`, {})).status).toBe(400)
  await app.call('PATCH', `/webhooks/${id}`, { on: true })
  await happen('alert.opened', { n: 'on again' })
  await until(() => receiver.got.length > 0)
  await sealOrg(app.database, app.orgId)
  await allTold()
  expect(receiver.got.map(got => got.json.data.detail.n)).toEqual(['on again'])
})

test('four days without success switch it off', async () => {
  const id = await endpoint()
  receiver.reply = (_, response) => void response.writeHead(500).end()
  await inOrg(tx =>
    tx.query({
      text: `update webhook_endpoint set failing_since = now() - interval '4 days' where org_id = $1`,
      values: [tx.org],
    }),
  )
  await happen('alert.opened')
  await until(async () => (await app.call('GET', `/webhooks/${id}`)).body.state === 'failed')
  const { body } = await app.call('GET', `/activity?subject=${id}`)
  expect(body.items.map((item: { verb: string }) => item.verb)).toEqual(['webhook.failed', 'webhook.created'])
})

test('for a day after a rotation both secrets sign', async () => {
  const id = await endpoint()
  const before = (await app.call('GET', `/webhooks/${id}/secrets`)).body
  expect(before.former).toBeNull()
  const { until: until24 } = (await app.call('POST', `/webhooks/${id}/rotations`, {})).body
  expect(Date.parse(until24) - Date.now()).toBeGreaterThan(23.9 * 3_600_000)
  const after = (await app.call('GET', `/webhooks/${id}/secrets`)).body
  expect(after.former.secret).toBe(before.secret)
  await app.call('POST', `/webhooks/${id}/tests`, {})
  await until(() => receiver.got.length === 1)
  const [got] = receiver.got
  expect([after.secret, before.secret].every(secret => isSignedWith(got!, secret))).toBe(true)
  expect(got!.json.type).toBe('webhook.test')
  await inOrg(tx =>
    tx.query({
      text: `update webhook_endpoint set old_secret_until = now() - interval '1 second' where org_id = $1`,
      values: [tx.org],
    }),
  )
  await app.call('POST', `/webhooks/${id}/tests`, {})
  await until(() => receiver.got.length === 2)
  expect(receiver.got[1]!.signatures).toHaveLength(1)
  expect(isSignedWith(receiver.got[1]!, after.secret)).toBe(true)
})

test('the secret lies sealed in the table, and no export holds it', async () => {
  const id = await endpoint()
  const { secret } = (await app.call('GET', `/webhooks/${id}/secrets`)).body
  const { rows } = await inOrg(tx =>
    tx.query({ text: 'select to_jsonb(e)::text as row from webhook_endpoint e where org_id = $1', values: [tx.org] }),
  )
  expect(JSON.stringify(rows)).not.toContain(secret.replace('whsec_', ''))
})

test('what was erased meanwhile stays out', async () => {
  const id = await endpoint()
  receiver.reply = (_, response) => void response.writeHead(500).end()
  const person = newId()
  await inOrg(tx => record(tx, 'alert.contacted', { type: 'alert', id: newId(), also: [person] }, { note: 'Dana was furious' }))
  await until(async () => (await deliveries(id))[0]?.status === 500)
  expect(receiver.got[0]!.body).toContain('Dana')
  await inOrg(tx => eraseDetails(tx, [person]))
  receiver.reply = (_, response) => void response.writeHead(200).end()
  await hurry(id)
  await until(() => receiver.got.length === 2)
  expect(receiver.got[1]!.json.data).toMatchObject({ id: receiver.got[0]!.id, detail: null, erased: true, actor: { name: null } })
})

test.each([
  ['http://169.254.169.254/latest/meta-data', 'private network'],
  ['https://10.0.0.1/', 'private network'],
  ['https://[::1]/', 'private network'],
  ['https://0x7f000002/', 'private network'],
  ['https://olga:secret@example.org/', 'Leave name and password out'],
  ['ftp://example.org/', 'must be an address'],
  ['somewhere', 'must be an address'],
])('%s is refused at the form', async (url, words) => {
  const { status, text } = await app.call('POST', '/webhooks', { name: 'X', url })
  expect(status).toBe(400)
  expect(text).toContain(words)
})

test('who sees only a part of the organisation makes no webhook, who has no right neither', async () => {
  await app.call('POST', '/units/import', 'unit,parent,name\nkelby,,Kelby\n')
  const unit = (await inOrg(tx => tx.query<{ id: string }>({ text: 'select id from unit where org_id = $1', values: [tx.org] })))
    .rows[0]!.id
  const { apiKey } = (await app.call('POST', '/api-keys', { name: 'part', role: 'admin', units: [unit], expiresAt: null })).body
  expect((await app.call('GET', '/webhooks', undefined, { key: apiKey })).status).toBe(403)
  expect((await app.call('POST', '/webhooks', { name: 'X', url: receiver.url }, { key: apiKey })).status).toBe(403)
  const { apiKey: viewer } = (
    await app.call('POST', '/api-keys', { name: 'viewer', role: 'viewer', units: null, expiresAt: null })
  ).body
  expect((await app.call('GET', '/webhooks', undefined, { key: viewer })).status).toBe(403)
})

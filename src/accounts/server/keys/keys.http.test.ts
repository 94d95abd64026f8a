import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../../test/app.ts'

let app: TestApp
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.close())

const makeKey = async (body: object) => (await app.call('POST', '/api-keys', body)).body as { id: string; apiKey: string }

it('lets a key in until it is revoked, and then at once no more', async () => {
  const { id, apiKey } = await makeKey({ name: 'Warehouse', role: 'admin' })
  expect((await app.call('GET', '/api-keys', undefined, { key: apiKey })).status).toBe(200)
  expect((await app.call('DELETE', `/api-keys/${id}`)).status).toBe(200)
  const refused = await app.call('GET', '/api-keys', undefined, { key: apiKey })
  expect(refused.status).toBe(401)
  expect(refused.body.code).toBe('not_signed_in')
})

it('stores no key, only a hash', async () => {
  const { apiKey } = await makeKey({ name: 'Secretive', role: 'viewer' })
  const { rows } = await app.database.pool.query('select * from api_key')
  expect(JSON.stringify(rows)).not.toContain(apiKey.slice(10))
})

it('holds a key to its role and says which right is missing', async () => {
  const { apiKey } = await makeKey({ name: 'Board', role: 'viewer' })
  const refused = await app.call('POST', '/api-keys', { name: 'More', role: 'owner' }, { key: apiKey })
  expect(refused.status).toBe(403)
  expect(refused.body.title).toContain('org.manage')
})

it('lets an admin hand out what an admin has, not an owner, and not the operator’s rights', async () => {
  const { apiKey } = await makeKey({ name: 'Admin', role: 'admin' })
  const admin = (body: object) => app.call('POST', '/api-keys', body, { key: apiKey })
  expect((await admin({ name: 'Colleague', role: 'admin' })).status).toBe(201)
  expect((await admin({ name: 'Boss', role: 'owner' })).status).toBe(403)
  expect((await admin({ name: 'Operator', role: 'admin', operator: true })).status).toBe(400)
})

it('refuses an expired key and an expiry in the past', async () => {
  const { id, apiKey } = await makeKey({ name: 'Trial', role: 'viewer', expiresAt: '2099-01-01T00:00:00Z' })
  expect((await app.call('GET', '/session', undefined, { key: apiKey })).status).toBe(200)
  await app.database.pool.query(`update api_key set expires_at = now() - interval '1 second' where id = $1`, [id])
  expect((await app.call('GET', '/api-keys', undefined, { key: apiKey })).status).toBe(401)
  expect((await app.call('POST', '/api-keys', { name: 'Late', role: 'viewer', expiresAt: '2001-01-01T00:00:00Z' })).status).toBe(
    400,
  )
})

it('shows keys in pages, newest first, and refuses a cursor it did not give out', async () => {
  const first = await app.call('GET', '/api-keys?limit=2')
  expect(first.body.items).toHaveLength(2)
  const second = await app.call('GET', `/api-keys?limit=2&cursor=${first.body.nextCursor}`)
  expect(second.body.items[0].id < first.body.items[1].id).toBe(true)
  expect((await app.call('GET', `/api-keys?cursor=${btoa('["x"]')}`)).status).toBe(400)
})

it('notes when a key was last used, at most once a minute', async () => {
  const { id, apiKey } = await makeKey({ name: 'Busy', role: 'admin' })
  for (let i = 0; i < 3; i++) await app.call('GET', '/api-keys', undefined, { key: apiKey })
  await expect.poll(async () => (await lastUsed(id))?.getTime()).toBeGreaterThan(0)
  const before = await lastUsed(id)
  await app.call('GET', '/api-keys', undefined, { key: apiKey })
  expect(await lastUsed(id)).toEqual(before)
})

const lastUsed = async (id: string): Promise<Date | null> =>
  (await app.database.pool.query('select last_used_at from api_key where id = $1', [id])).rows[0].last_used_at

it('answers a suspended organisation with a clear refusal', async () => {
  await app.database.pool.query(`update org set status = 'suspended' where id = $1`, [app.orgId])
  const reply = await app.call('GET', '/api-keys')
  expect(reply.status).toBe(403)
  expect(reply.body.title).toContain('suspended')
  await app.database.pool.query(`update org set status = 'active' where id = $1`, [app.orgId])
})

it('lets a key see the units that are named by key, and refuses one that there is not', async () => {
  await app.call('POST', '/units/import', 'unit,parent,name\nkelby,,Kelby\nharrow,,Harrow\n')
  const { apiKey } = await makeKey({ name: 'Kelby’s own', role: 'manager', units: ['kelby'] })
  expect((await app.call('GET', '/alerts?unit=kelby', undefined, { key: apiKey })).status).toBe(200)
  const { items } = (await app.call('GET', '/api-keys')).body
  const named = (await app.call('GET', '/units')).body.items.find(({ key }: { key: string }) => key === 'kelby').id
  expect(items.find(({ name }: { name: string }) => name === 'Kelby’s own').units).toEqual([named])
  const refused = await app.call('POST', '/api-keys', { name: 'Nobody’s', role: 'manager', units: ['nowhere'] })
  expect(refused.status).toBe(400)
  expect(JSON.stringify(refused.body)).toContain('There is no unit “nowhere”')
})

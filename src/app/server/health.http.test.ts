import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApp, testApp } from '../../../test/app.ts'

let app: TestApp
beforeAll(async () => void (app = await testApp()))
afterAll(() => app.close())

test('the product says that it lives and that it is ready', async () => {
  expect((await app.call('GET', '/healthz', undefined, { page: true })).body).toEqual({ status: 'alive' })
  expect(await app.call('GET', '/readyz', undefined, { page: true })).toMatchObject({ status: 200, body: { status: 'ready' } })
})

test('what the machine measures is shown only to who has the token', async () => {
  expect((await app.call('GET', '/metrics', undefined, { page: true, key: null })).status).toBe(401)
  const { status, text } = await app.call('GET', '/metrics', undefined, { page: true, key: app.settings.metricsToken })
  expect(status).toBe(200)
  expect(text).toContain('fullcircle_http_request_seconds_bucket')
})

test('a path that does not exist is a problem with a code', async () => {
  const reply = await app.call('GET', '/nowhere')
  expect(reply).toMatchObject({ status: 404, body: { code: 'not_found' } })
  expect(reply.headers['content-type']).toContain('application/problem+json')
})

test('the API describes itself', async () => {
  const { body } = await app.call('GET', '/openapi.json')
  expect(body.openapi).toBe('3.1.0')
  expect(Object.keys(body.paths).length).toBeGreaterThan(10)
})

import { afterAll, beforeAll, expect, it } from 'vitest'
import { owner, type TestApp, testApp } from '../../../../test/app.ts'

let app: TestApp
beforeAll(async () => {
  app = await testApp({ setUp: false })
})
afterAll(() => app.close())

it('asks for the first organisation, takes it once, and never again', async () => {
  expect((await app.call('GET', '/setup', undefined, { key: null })).body).toEqual({
    needed: true,
    demo: true,
    openSignup: false,
    graceDays: 14,
  })
  const both = await Promise.all([1, 2].map(() => app.call('POST', '/setup', owner, { key: null })))
  expect(both.map(reply => reply.status).sort((a, b) => a - b)).toEqual([201, 409])
  const [won, lost] = both.sort((a, b) => a.status - b.status)
  expect(won!.body).toEqual({
    orgId: expect.any(String),
    userId: expect.any(String),
    apiKey: expect.stringMatching(/^fc_[a-z0-9]{6}_/),
  })
  expect(lost!.body.code).toBe('already_set_up')
  expect((await app.call('GET', '/setup', undefined, { key: null })).body.needed).toBe(false)

  const keys = await app.call('GET', '/api-keys', undefined, { key: won!.body.apiKey })
  expect(keys.status).toBe(200)
  expect(keys.body.items).toMatchObject([{ name: 'First key', role: 'owner', operator: true }])
})

it('refuses a password that everybody tries first, and says why', async () => {
  const reply = await app.call('POST', '/setup', { ...owner, password: 'password123' }, { key: null })
  expect(reply.status).toBe(400)
  expect(reply.body.errors).toEqual([{ path: 'password', message: expect.stringContaining('first that attackers try') }])
})

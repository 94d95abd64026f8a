import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { owner, type TestApp, testApp } from '../../../../test/app.ts'
import { mailsTo, tokenIn, type Visitor, visitor } from '../../../../test/browserless.ts'

let app: TestApp
let olga: Visitor
beforeAll(async () => {
  app = await testApp()
})
beforeEach(async () => {
  await app.database.pool.query('delete from attempt')
  olga = visitor(app)
})
afterAll(() => app.close())

const signIn = (who: Visitor, password = owner.password, email = owner.email) => who.call('POST', '/session', { email, password })

it('signs Olga in with her password, tells the page who she is, and lets her out again', async () => {
  expect((await olga.call('GET', '/session')).body).toEqual({ user: null, org: null, orgs: [] })
  const reply = await signIn(olga)
  expect(reply.body).toEqual({ kind: 'signed-in' })
  expect(reply.headers['set-cookie']).toMatch(/HttpOnly; SameSite=Lax/)
  const { body } = await olga.call('GET', '/session')
  expect(body.user).toMatchObject({ email: owner.email, name: owner.name, operator: true, secondFactor: false })
  expect(body.org).toMatchObject({ id: app.orgId, role: 'owner' })
  expect(body.org.permissions).toContain('org.manage')
  expect((await olga.call('GET', '/api-keys')).status).toBe(200)

  const cookie = olga.cookie()!
  await olga.call('DELETE', '/session')
  const stolen = await app.call('GET', '/api-keys', undefined, { key: null, headers: { cookie: `fullcircle_session=${cookie}` } })
  expect(stolen.status).toBe(401)
})

it('keeps no cookie and no password in the database', async () => {
  await signIn(olga)
  const { rows } = await app.database.pool.query('select * from session, login')
  expect(JSON.stringify(rows)).not.toContain(olga.cookie()!)
  expect(JSON.stringify(rows)).not.toContain(owner.password)
})

it('refuses a page of another site, whatever cookie the browser sends along', async () => {
  await signIn(olga)
  const forged = await olga.call(
    'POST',
    '/api-keys',
    { name: 'Evil', role: 'owner' },
    { headers: { 'sec-fetch-site': 'cross-site' } },
  )
  expect(forged.body.code).toBe('csrf')
})

it('answers a wrong password and an unknown address alike', async () => {
  const wrong = await signIn(olga, 'not her password')
  const unknown = await signIn(olga, 'not her password', 'nobody@nowhere.example')
  expect(wrong.status).toBe(401)
  expect(unknown.body).toEqual(wrong.body)
})

it('closes the door after ten wrong passwords, also for the right one and on another node', async () => {
  const tries = await Promise.all(Array.from({ length: 12 }, () => signIn(visitor(app), 'guess')))
  expect(tries.filter(reply => reply.status === 401)).toHaveLength(10)
  const right = await signIn(olga)
  expect(right.body).toMatchObject({ code: 'rate_limited' })
})

it('lets Olga choose a new password by mail, once, and ends her sessions', async () => {
  await signIn(olga)
  const lost = visitor(app)
  expect((await lost.call('POST', '/password/reset-mails', { email: owner.email })).body).toEqual({ ok: true })
  const token = tokenIn((await mailsTo(app, owner.email))[0])
  expect((await lost.call('POST', '/password/resets', { token, password: 'password123' })).status).toBe(400)
  expect((await lost.call('POST', '/password/resets', { token, password: 'a longer phrase' })).body).toEqual({
    kind: 'signed-in',
  })
  expect((await olga.call('GET', '/api-keys')).status).toBe(401)
  expect((await lost.call('GET', '/api-keys')).status).toBe(200)
  expect((await lost.call('POST', '/password/resets', { token, password: 'yet another one' })).body.code).toBe('gone')
  expect((await mailsTo(app, owner.email))[0]!.subject).toContain('changed')
  await lost.call('PUT', '/password', { current: 'a longer phrase', password: owner.password })
})

it('mails nothing to an unknown address and does not say so', async () => {
  const reply = await olga.call('POST', '/session/link-mails', { email: 'nobody@nowhere.example' })
  expect(reply.body).toEqual({ ok: true })
  expect(await mailsTo(app, 'nobody@nowhere.example')).toEqual([])
})

it('signs in by a link from a mail, which works once, even for two at the same time', async () => {
  await olga.call('POST', '/session/link-mails', { email: owner.email })
  const token = tokenIn((await mailsTo(app, owner.email))[0])
  const both = await Promise.all([1, 2].map(() => visitor(app).call('POST', '/session/links', { token })))
  expect(both.map(reply => reply.status).sort((a, b) => a - b)).toEqual([200, 410])
  expect((await olga.call('POST', '/session/links', { token })).status).toBe(410)
})

it('lets an old link go stale, and only the newest one work', async () => {
  await olga.call('POST', '/session/link-mails', { email: owner.email })
  const older = tokenIn((await mailsTo(app, owner.email))[0])
  await olga.call('POST', '/session/link-mails', { email: owner.email })
  const newer = tokenIn((await mailsTo(app, owner.email))[0])
  expect((await olga.call('POST', '/session/links', { token: older })).status).toBe(410)
  await app.database.pool.query(`update sign_in_ticket set expires_at = now() - interval '1 second'`)
  expect((await olga.call('POST', '/session/links', { token: newer })).status).toBe(410)
})

it('lists where Olga is signed in and ends what she does not know', async () => {
  const phone = visitor(app)
  await signIn(phone)
  await signIn(olga)
  const { items } = (await olga.call('GET', '/sessions')).body
  expect(items.filter((s: { current: boolean }) => s.current)).toHaveLength(1)
  expect((await olga.call('DELETE', '/sessions')).body.ended).toBeGreaterThan(0)
  expect((await phone.call('GET', '/api-keys')).status).toBe(401)
  expect((await olga.call('DELETE', `/sessions/${app.orgId}`)).status).toBe(404)
})

it('notes in the record who signed in and what was changed', async () => {
  await signIn(olga)
  const { rows } = await app.database.pool.query(`select distinct verb from activity where subject_id = $1`, [app.ownerId])
  expect(rows.map(row => row.verb)).toEqual(expect.arrayContaining(['login.signed-in', 'login.password-changed']))
})

import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { owner, type TestApp, testApp } from '../../../../test/app.ts'
import { mailsTo, tokenIn, type Visitor, visitor } from '../../../../test/browserless.ts'
import { mira, omar, priya } from '../../../../test/cast.ts'

let app: TestApp
beforeAll(async () => {
  app = await testApp()
})
beforeEach(() => app.database.pool.query('delete from attempt'))
afterAll(() => app.close())

const invite = async (person: { email: string }, role: string, as: Visitor | TestApp = app) =>
  (await as.call('POST', '/members', { email: person.email, role })).body as { userId: string; inviteUrl: string }
const mailed = async (person: { email: string }) => tokenIn((await mailsTo(app, person.email))[0])
const accept = (who: Visitor, token: string, body: object = {}) => who.call('POST', `/invitations/${token}/acceptances`, body)

async function joined(person: { email: string; name: string }, role: string): Promise<Visitor> {
  await invite(person, role)
  const who = visitor(app)
  expect((await accept(who, await mailed(person), { name: person.name, password: 'a fine phrase' })).status).toBe(200)
  return who
}

it('brings Omar in by the mailed link, with a password of his own', async () => {
  const { userId, inviteUrl } = await invite(omar, 'manager')
  expect(inviteUrl).toMatch(/\/invitations\/[a-z0-9]{6}[\w-]{32}$/)
  const token = await mailed(omar)
  const browser = visitor(app)
  expect((await browser.call('GET', `/invitations/${token}`)).body).toMatchObject({
    org: owner.org,
    email: omar.email,
    role: 'manager',
    needs: 'password',
  })
  expect((await accept(browser, token, { name: omar.name, password: 'password' })).status).toBe(400)
  expect((await accept(browser, token, { name: omar.name, password: 'a fine phrase' })).body).toEqual({ kind: 'signed-in' })
  expect((await browser.call('GET', '/session')).body).toMatchObject({
    user: { id: userId, name: omar.name },
    org: { role: 'manager' },
  })
  expect((await browser.call('GET', '/members')).status).toBe(403)
  expect((await accept(visitor(app), token, { name: 'X', password: 'a fine phrase' })).status).toBe(404)
})

it('lists members and open invitations, and takes an invitation back', async () => {
  const { userId, inviteUrl } = await invite(priya, 'analyst')
  const { items } = (await app.call('GET', '/members')).body
  expect(Object.fromEntries(items.map((m: { email: string; state: string }) => [m.email, m.state]))).toEqual({
    [owner.email]: 'member',
    [omar.email]: 'member',
    [priya.email]: 'invited',
  })
  await app.call('DELETE', `/members/${userId}`)
  expect((await accept(visitor(app), inviteUrl.split('/').at(-1)!, { name: 'P', password: 'a fine phrase' })).status).toBe(404)
})

it('refuses an invitation that is too old, and a newer one replaces an older', async () => {
  const first = await invite(priya, 'analyst')
  const second = (await app.call('POST', `/members/${first.userId}/invitations`)).body
  expect((await visitor(app).call('GET', `/invitations/${first.inviteUrl.split('/').at(-1)}`)).status).toBe(404)
  await app.database.pool.query(
    `update membership set invitation_expires_at = now() - interval '1 second' where accepted_at is null`,
  )
  const reply = await visitor(app).call('GET', `/invitations/${second.inviteUrl.split('/').at(-1)}`)
  expect(reply.body.code).toBe('gone')
  await app.call('DELETE', `/members/${first.userId}`)
})

it('lets nobody take over a login by the link that was handed on', async () => {
  const admin = await joined(mira, 'admin')
  const { userId, inviteUrl } = await invite(priya, 'analyst', admin)
  const handed = inviteUrl.split('/').at(-1)!
  const impostor = visitor(app)
  expect((await accept(impostor, handed, { name: 'Not Priya', password: 'impostors phrase' })).status).toBe(200)
  await app.call('DELETE', `/members/${userId}`)

  // Priya herself is invited again: her mail proves the address, and whoever claimed it before is out.
  await invite(priya, 'analyst')
  const token = await mailed(priya)
  const herself = visitor(app)
  expect((await herself.call('GET', `/invitations/${token}`)).body.needs).toBe('password')
  await accept(herself, token, { name: priya.name, password: 'priyas own phrase' })
  expect((await impostor.call('GET', '/session')).body.user).toBeNull()
  expect((await visitor(app).call('POST', '/session', { email: priya.email, password: 'impostors phrase' })).status).toBe(401)
})

it('asks an existing login to sign in, and then only for a yes', async () => {
  const other = (await app.call('POST', '/orgs', { org: 'Southwind', name: 'Sam', email: 'sam@southwind.example' })).body
  const { inviteUrl } = (await app.call('POST', '/members', { email: priya.email, role: 'viewer' }, { key: other.apiKey })).body
  const token = inviteUrl.split('/').at(-1)!
  const priyas = visitor(app)
  expect((await accept(priyas, token)).status).toBe(401)
  await priyas.call('POST', '/session', { email: priya.email, password: 'priyas own phrase' })
  expect((await accept(priyas, token)).status).toBe(200)
  const { body } = await priyas.call('GET', '/session')
  expect(body.org).toMatchObject({ id: other.orgId, role: 'viewer' })
  expect(body.orgs.map((o: { name: string }) => o.name)).toEqual([owner.org, 'Southwind'])
  expect((await priyas.call('POST', '/session/org', { orgId: app.orgId })).status).toBe(200)
  expect((await priyas.call('GET', '/session')).body.org).toMatchObject({ id: app.orgId, role: 'analyst' })
  expect((await priyas.call('POST', '/session/org', { orgId: crypto.randomUUID() })).status).toBe(403)
})

it('keeps the last owner, whoever tries', async () => {
  expect((await app.call('DELETE', `/members/${app.ownerId}`)).body.code).toBe('not_allowed_now')
  expect((await app.call('PATCH', `/members/${app.ownerId}`, { role: 'admin' })).body.code).toBe('not_allowed_now')
})

it('keeps an owner out of an admin’s reach', async () => {
  const admin = visitor(app)
  await admin.call('POST', '/session', { email: mira.email, password: 'a fine phrase' })
  expect((await admin.call('DELETE', `/members/${app.ownerId}`)).status).toBe(403)
  expect((await admin.call('POST', '/members', { email: 'x@y.example', role: 'owner' })).status).toBe(403)
})

it('takes a right away at once, in the middle of a session', async () => {
  const admin = visitor(app)
  await admin.call('POST', '/session', { email: mira.email, password: 'a fine phrase' })
  const { user } = (await admin.call('GET', '/session')).body
  await app.call('PATCH', `/members/${user.id}`, { role: 'viewer' })
  expect((await admin.call('GET', '/members')).status).toBe(403)
  await app.call('DELETE', `/members/${user.id}`)
  expect((await admin.call('GET', '/members')).status).toBe(401)
  expect((await admin.call('GET', '/session')).body).toMatchObject({ user: { email: mira.email }, org: null, orgs: [] })
})

it('does not know the members of another organisation', async () => {
  const other = (await app.call('POST', '/orgs', { org: 'Eastwind', name: 'Eve', email: 'eve@eastwind.example' })).body
  expect((await app.call('DELETE', `/members/${app.ownerId}`, undefined, { key: other.apiKey })).status).toBe(404)
  expect((await app.call('PATCH', `/members/${app.ownerId}`, { role: 'viewer' }, { key: other.apiKey })).status).toBe(404)
  const { items } = (await app.call('GET', '/members', undefined, { key: other.apiKey })).body
  expect(items.map((m: { email: string }) => m.email)).toEqual(['eve@eastwind.example'])
})

it('does not show an administrator the link in a colleague’s mail', async () => {
  const { apiKey } = (await app.call('POST', '/api-keys', { name: 'Curious', role: 'admin' })).body
  await visitor(app).call('POST', '/password/reset-mails', { email: priya.email })
  const { items } = (await app.call('GET', '/outbox', undefined, { key: apiKey })).body
  const { id } = items.find(
    (mail: { to: string; subject: string }) => mail.to === priya.email && mail.subject.includes('password'),
  )
  const [curious, operator] = [
    await app.call('GET', `/outbox/${id}`, undefined, { key: apiKey }),
    await app.call('GET', `/outbox/${id}`),
  ]
  expect(curious.status).toBe(200)
  expect(curious.text).not.toContain('/reset-password/')
  expect(operator.text).toContain('/reset-password/')
})

it('gives a manager the units that are named by key or by id, and none that there is not', async () => {
  await app.call('POST', '/units/import', 'unit,parent,name\nnorthmoor,,Northmoor\nkelby,northmoor,Kelby\n')
  const { items } = (await app.call('GET', '/units')).body
  const [kelby, northmoor] = ['kelby', 'northmoor'].map(key => items.find((unit: { key: string }) => unit.key === key).id)
  const sam = { email: 'sam@northwind.example', role: 'manager' }
  const { body } = await app.call('POST', '/members', { ...sam, units: ['kelby', kelby] })
  const unitsOfSam = async () =>
    (await app.call('GET', '/members')).body.items.find(({ email }: { email: string }) => email === sam.email).units
  expect(await unitsOfSam()).toEqual([kelby])
  expect((await app.call('PATCH', `/members/${body.userId}`, { units: ['northmoor'] })).status).toBe(200)
  expect(await unitsOfSam()).toEqual([northmoor])
  for (const unit of ['nowhere', app.orgId]) {
    const refused = await app.call('PATCH', `/members/${body.userId}`, { units: ['kelby', unit] })
    expect(refused.status).toBe(400)
    expect(refused.body).toMatchObject({ errors: [{ path: 'units.1', message: expect.stringContaining(unit) }] })
  }
  expect(await unitsOfSam()).toEqual([northmoor])
})

import { afterAll, beforeAll, expect, it } from 'vitest'
import { owner, type TestApp, testApp } from '../../../../test/app.ts'
import { mailsTo, tokenIn, visitor } from '../../../../test/browserless.ts'
import { priya } from '../../../../test/cast.ts'
import { openLog } from '../../../kit/server/log.ts'
import { removeDueOrgs } from './removeOrg.ts'

let app: TestApp
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.close())

const eve = { org: 'Eastwind', name: 'Eve Eastwind', email: 'eve@eastwind.example' }
const openOrg = async (body: object = eve, headers: Record<string, string> = {}) => app.call('POST', '/orgs', body, { headers })

it('opens a further organisation, once for a repeated request, and invites its owner by mail', async () => {
  const [first, again] = [await openOrg(eve, { 'idempotency-key': 'east' }), await openOrg(eve, { 'idempotency-key': 'east' })]
  expect(first.status).toBe(201)
  expect(again.body).toEqual(first.body)
  const browser = visitor(app)
  const token = tokenIn((await mailsTo(app, eve.email))[0])
  await browser.call('POST', `/invitations/${token}/acceptances`, { password: 'eves own phrase' })
  expect((await browser.call('GET', '/session')).body).toMatchObject({
    user: { name: eve.name, operator: false },
    org: { name: 'Eastwind', role: 'owner' },
  })
  expect((await browser.call('GET', '/orgs')).status).toBe(403)
})

it('opens none for a stranger or for another organisation’s owner', async () => {
  const { apiKey } = (await openOrg({ ...eve, org: 'Second' })).body
  expect((await app.call('POST', '/orgs', eve, { key: null })).status).toBe(401)
  expect((await app.call('POST', '/orgs', eve, { key: apiKey })).status).toBe(403)
  expect((await app.call('GET', '/orgs', undefined, { key: apiKey })).status).toBe(403)
  expect((await app.call('POST', `/orgs/${app.orgId}/suspensions`, {}, { key: apiKey })).status).toBe(403)
})

it('suspends and reopens: nobody enters in between, nothing is lost', async () => {
  const { orgId, apiKey } = (await openOrg({ ...eve, org: 'Third' })).body
  expect((await app.call('POST', `/orgs/${orgId}/suspensions`, { reason: 'unpaid' })).status).toBe(200)
  const closed = await app.call('GET', '/members', undefined, { key: apiKey })
  expect(closed.status).toBe(403)
  expect(closed.body.title).toContain('suspended')
  expect((await app.call('GET', '/orgs')).body.items.find((o: { id: string }) => o.id === orgId)).toMatchObject({
    status: 'suspended',
    suspendedReason: 'unpaid',
  })
  expect((await app.call('DELETE', `/orgs/${orgId}/suspensions`)).status).toBe(200)
  expect((await app.call('GET', '/members', undefined, { key: apiKey })).status).toBe(200)
})

it('does not let the operator lock themselves out', async () => {
  expect((await app.call('POST', `/orgs/${app.orgId}/suspensions`, {})).body.code).toBe('not_allowed_now')
  expect((await app.call('POST', `/orgs/${app.orgId}/deletions`, { name: owner.org })).body.code).toBe('not_allowed_now')
})

it('exports all rows of one organisation and of no other, without what opens a door', async () => {
  const { orgId, apiKey } = (await openOrg({ ...eve, org: 'Fourth' })).body
  await app.call('POST', '/members', { email: priya.email, role: 'analyst' }, { key: apiKey })
  const { text, status } = await app.call('GET', `/orgs/${orgId}/export`)
  expect(status).toBe(200)
  const lines = text
    .trim()
    .split('\n')
    .map(line => JSON.parse(line))
  expect(lines[0]).toMatchObject({ table: 'org', row: { id: orgId, name: 'Fourth' } })
  expect(new Set(lines.map(line => line.table))).toEqual(
    new Set(['org', 'login', 'activity', 'activity_detail', 'activity_link', 'api_key', 'membership', 'outbox']),
  )
  expect(new Set(lines.flatMap(line => line.row.org_id ?? []))).toEqual(new Set([orgId]))
  expect(lines.find(line => line.table === 'api_key').row).not.toHaveProperty('hash')
})

it('deletes after a time in which it can be undone, and then everything', async () => {
  const { orgId, apiKey } = (await openOrg({ org: 'Fifth', name: 'Finn', email: 'finn@fifth.example' })).body
  expect((await app.call('POST', `/orgs/${orgId}/deletions`, { name: 'Sixth' })).status).toBe(400)
  expect((await app.call('POST', `/orgs/${orgId}/deletions`, { name: 'Fifth' })).status).toBe(200)
  expect((await app.call('GET', '/members', undefined, { key: apiKey })).status).toBe(403)
  await removeDueOrgs(app.database, openLog('silent'))
  expect((await app.call('DELETE', `/orgs/${orgId}/deletions`)).status).toBe(200)
  expect((await app.call('GET', '/members', undefined, { key: apiKey })).status).toBe(200)

  // People are in accounts, and accounts have people as owners: neither could go before the other.
  const person = await app.call('POST', '/people', { name: 'Dana Whitlock', email: 'dana@fifth.example' }, { key: apiKey })
  const account = await app.call('POST', '/customer-accounts', { name: 'Bakery', owner: person.body.id }, { key: apiKey })
  const put = await app.call('PATCH', `/people/${person.body.id}`, { account: account.body.id }, { key: apiKey })
  expect([person.status, account.status, put.status]).toEqual([201, 201, 200])

  await app.call('POST', `/orgs/${orgId}/deletions`, { name: 'Fifth' })
  await app.database.pool.query(`update org set delete_after = now() - interval '1 second' where id = $1`, [orgId])
  await removeDueOrgs(app.database, openLog('silent'))
  const { rows } = await app.database.pool.query(
    `select (select count(*) from org where id = $1) + (select count(*) from activity where org_id = $1)
       + (select count(*) from person where org_id = $1)
       + (select count(*) from api_key where org_id = $1) + (select count(*) from login where email = 'finn@fifth.example') as n`,
    [orgId],
  )
  expect(rows[0].n).toBe(0)
  expect((await app.call('GET', '/members')).status).toBe(200)
})

it('keeps sessions and deleted organisations as long as the operator has set it', async () => {
  const short = await testApp({ env: { SESSION_DAYS: '2', GRACE_DAYS: '3' } })
  try {
    const olga = visitor(short)
    await olga.call('POST', '/session', { email: owner.email, password: owner.password })
    const { rows } = await short.database.pool.query("select expires_at - created_at = interval '2 days' as fits from session")
    expect(rows).toEqual([{ fits: true }])
    const { orgId } = (await short.call('POST', '/orgs', { ...eve, org: 'Seventh' })).body
    const { deleteAfter } = (await short.call('POST', `/orgs/${orgId}/deletions`, { name: 'Seventh' })).body
    expect(Math.round((Date.parse(deleteAfter) - Date.now()) / 86_400_000)).toBe(3)
    expect((await short.call('GET', '/setup')).body.graceDays).toBe(3)
  } finally {
    await short.close()
  }
})

it('lets anybody open an organisation where the operator has set it so', async () => {
  const open = await testApp({ env: { OPEN_SIGNUP: 'true' } })
  try {
    const { status, body } = await open.call('POST', '/orgs', eve, { key: null })
    expect(status).toBe(201)
    expect((await open.call('GET', '/members', undefined, { key: body.apiKey })).body.items).toMatchObject([
      { email: eve.email, state: 'invited' },
    ])
    const many = await Promise.all(Array.from({ length: 10 }, () => open.call('POST', '/orgs', eve, { key: null })))
    expect(many.filter(reply => reply.status === 429)).toHaveLength(1)
  } finally {
    await open.close()
  }
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { owner, type TestApp, testApp } from '../../../test/app.ts'
import { activityClocks } from '../../activity/server/jobs.ts'
import { verifyLog } from '../../activity/server/verify.ts'
import { systemCaller } from '../../kit/caller.ts'
import type { Tx } from '../../kit/server/db.ts'
import { valueCountColumns } from '../../responses/server/intake/intakeStore.ts'
import { recount } from '../../responses/server/numbers/rollupStore.ts'
import { customersClock, demoJobs } from './simulatedCustomers.ts'

let app: TestApp
let cookie: string

beforeAll(async () => {
  app = await testApp({ setUp: false, own: true })
})
afterAll(() => app.close(), 240_000)

const nobody = { key: null }
const visitor = () => ({ key: null, headers: { cookie } })
const cookieOf = (headers: Record<string, unknown>) => String(headers['set-cookie']).split(';')[0]!

test('on the first visit anybody explores the demo, signed in as its head of feedback, operator of nothing', async () => {
  expect((await app.call('GET', '/demo', undefined, nobody)).body).toEqual({
    exists: false,
    setUpNeeded: true,
    mayExplore: true,
    mayRemove: false,
    making: null,
  })
  const both = await Promise.all([1, 2].map(() => app.call('POST', '/demo', undefined, nobody)))
  expect(both.map(({ status }) => status)).toEqual([200, 200])
  cookie = cookieOf(both[0]!.headers)
  const session = (await app.call('GET', '/session', undefined, visitor())).body
  expect(session.user).toMatchObject({ name: 'Olga Sandberg', operator: false })
  expect(session.org).toMatchObject({ name: 'Northwind Water', role: 'owner', demo: true })
  // Two who asked at once made one.
  expect(session.orgs).toHaveLength(1)
}, 240_000)

test('there is a whole organisation: units, people, answers of eighteen months, alerts in every state', async () => {
  const get = async (path: string) => (await app.call('GET', path, undefined, visitor())).body
  const surveys = (await get('/surveys')).items
  expect(surveys.map((one: { state: string }) => one.state)).toEqual(['live', 'live', 'live'])
  expect(surveys.reduce((sum: number, one: { responses: number }) => sum + one.responses, 0)).toBeGreaterThan(5_500)
  const counts = await get('/alerts/counts')
  expect(counts.mine).toBeGreaterThan(4)
  expect(counts.waiting + counts.closed).toBeGreaterThan(150)
  for (const state of ['open', 'acknowledged', 'contacted', 'resolved', 'confirmed'])
    expect((await get(`/alerts?state=${state}&limit=1`)).items, state).toHaveLength(1)
  const visit = surveys.find((one: { name: string }) => one.name === 'After a service visit')
  const summary = await get(`/insights/summary?survey=${visit.id}`)
  expect(summary.units).toHaveLength(4)
  const { rows } = await app.database.pool.query(
    `select count(*)::int as wrong from response r where not exists (select from answer a where a.org_id = r.org_id and a.response_id = r.id)`,
  )
  expect(rows[0].wrong).toBe(0)
})

test('what was promised in the past was kept most of the time, in Northmoor less often; what waits for the visitor is not late yet', async () => {
  const get = async (path: string) => (await app.call('GET', path, undefined, visitor())).body
  const visit = (await get('/surveys')).items.find((one: { name: string }) => one.name === 'After a service visit')
  const { units, outcomes, alerts } = await get(`/insights/loop?survey=${visit.id}`)
  for (const measure of ['closeTheLoop', 'closedInTime']) {
    const shares = new Map<string, number>(units.map((unit: { name: string }) => [unit.name, (unit as never)[measure]['score']]))
    const northmoor = shares.get('Northmoor')!
    expect(northmoor, measure).toBeGreaterThan(0.4)
    for (const [name, share] of shares) if (name !== 'Northmoor') expect(share, `${name}, ${measure}`).toBeGreaterThan(northmoor)
    expect(Math.min(...shares.values()), measure).toBeLessThan(0.95)
  }
  expect(outcomes.filter((one: { inTime: object | null }) => one.inTime)).not.toEqual([])
  expect(alerts.overdue).toBeLessThan(10)
})

test('nothing is mailed from the demo: what waits is kept, and nobody can send it', async () => {
  const kept = (await app.call('GET', '/outbox?limit=1', undefined, visitor())).body.items
  expect(kept[0].state).toBe('kept')
  expect((await app.call('POST', `/outbox/${kept[0].id}/deliveries`, {}, visitor())).body.title).toContain('demo organisation')
  // Who reopened an alert took its question to the customer back before it left.
  const { rows } = await app.database.pool.query(`select distinct state from outbox where state <> 'cancelled'`)
  expect(rows).toEqual([{ state: 'kept' }])
})

test('customers go on answering while somebody watches: at once for who enters, then some each minute, once on however many nodes', async () => {
  const invited = async () => {
    const { rows } = await app.database.pool.query<{ mood: string; minute: number }>(
      `select data -> 'data' ->> 'mood' as mood, floor(extract(epoch from created_on) / 60)::int as minute
        from pgboss.job where data ->> 'job' = 'demo.customer-comes'`,
    )
    return rows
  }
  // Two entered: they are welcomed together, each half hour once. The clock may have struck before, and brings whoever.
  const welcomed = (await invited()).filter(({ mood }) => mood !== 'whoever')
  const halfHours = Map.groupBy(welcomed, ({ minute }) => Math.floor(minute / 30))
  for (const moods of halfHours.values()) expect(moods.map(({ mood }) => mood).sort()).toEqual(['delighted', 'unhappy', 'upset'])
  expect(halfHours.size).toBeGreaterThan(0)
  await Promise.all([1, 2].map(() => customersClock.run(app.database, app.app.log as never)))
  const whoever = (await invited()).filter(({ mood }) => mood === 'whoever')
  expect(whoever.length).toBeGreaterThan(0)
  for (const oneMinute of Map.groupBy(whoever, ({ minute }) => minute).values()) expect(oneMinute.length).toBeLessThanOrEqual(3)
  const org = (await app.call('GET', '/session', undefined, visitor())).body.org.id as string
  const work = <T>(run: (tx: Tx) => Promise<T>) => app.database.inOrg(org, systemCaller('test'), run)
  // However slow the machine: nobody else comes meanwhile.
  await app.database.pool.query(`delete from pgboss.job where data ->> 'job' = 'demo.customer-comes'`)
  const before = (await app.call('GET', '/alerts/counts', undefined, visitor())).body.mine
  await demoJobs[0]!.run({ inOrg: work } as never, { mood: 'unhappy' })
  // Who happens to come may have been unhappy before: then the rule of "twice in three answers" raises one as well.
  const raised = (await app.call('GET', '/alerts/counts', undefined, visitor())).body.mine - before
  expect([1, 2]).toContain(raised)
  const newest = (await app.call('GET', `/alerts?owner=me&limit=${raised}`, undefined, visitor())).body.items
  expect(newest).toContainEqual(
    expect.objectContaining({ state: 'open', rule: expect.objectContaining({ name: 'A customer who may leave us' }) }),
  )
  const { rows } = await app.database.pool.query(`select count(*)::int as n from response where source = 'demo'`)
  expect(rows[0].n).toBeGreaterThanOrEqual(1)
  // Nobody looks: nobody comes.
  await app.database.pool.query(
    `update session set last_seen_at = now() - interval '11 minutes'; delete from pgboss.job where data ->> 'job' = 'demo.customer-comes'`,
  )
  await customersClock.run(app.database, app.app.log as never)
  expect(await invited()).toEqual([])
})

test('the sums are what a recount of the answers gives, and the record of it all can be proven', async () => {
  const { rows } = await app.database.pool.query(
    `with is_ as (select survey_id, question_id, item, segment_key, segment_value, grain, bucket, unit_id, sum(n) as n, ${valueCountColumns.map(c => `sum(${c}) as ${c}`).join(', ')} from rollup group by 1, 2, 3, 4, 5, 6, 7, 8),
      should as (select survey_id, question_id, item, segment_key, segment_value, grain, bucket, unit_id, n, ${valueCountColumns.join(', ')} from (${recount('true')}) x)
    select (select count(*)::int from is_) as n, (select count(*)::int from (table is_ except table should) x) as more, (select count(*)::int from (table should except table is_) x) as less`,
    [(await app.call('GET', '/session', undefined, visitor())).body.org.id],
  )
  expect(rows[0]).toMatchObject({ more: 0, less: 0 })
  expect(rows[0].n).toBeGreaterThan(50_000)
  const [seal] = activityClocks
  await seal!.run(app.database, app.app.log as never)
  expect(await verifyLog(app.database)).toMatchObject({ ok: true })
}, 60_000)

test('the installation can still be set up; from then on only its operator opens and removes the demo', async () => {
  const { apiKey } = (await app.call('POST', '/api-keys', { name: 'Mine', role: 'owner' }, visitor())).body
  const guest = await app.call('POST', '/members', { email: 'guest@elsewhere.example', role: 'owner' }, visitor())
  expect(guest.status).toBe(201)
  expect((await app.call('GET', '/alerts/counts', undefined, { key: apiKey })).status).toBe(200)
  const made = await app.call('POST', '/setup', owner, nobody)
  expect(made.status).toBe(201)
  expect((await app.call('POST', '/demo', undefined, nobody)).status).toBe(403)
  // Who looked around before is out, with whatever they made to come back.
  expect((await app.call('GET', '/session', undefined, visitor())).body.user).toBeNull()
  expect((await app.call('DELETE', '/demo', undefined, visitor())).status).toBe(401)
  expect((await app.call('GET', '/alerts/counts', undefined, visitor())).status).toBe(401)
  expect((await app.call('GET', '/alerts/counts', undefined, { key: apiKey })).status).toBe(401)
  const { rows: guests } = await app.database.pool.query(
    `select l.email from membership m join login l on l.id = m.user_id order by 1`,
  )
  expect(guests.map(({ email }) => email)).toEqual(['olga.sandberg@northwind-water.example', owner.email].sort())
  expect((await app.call('DELETE', '/demo', undefined, nobody)).status).toBe(401)

  const { email, password } = owner
  const signedIn = await app.call('POST', '/session', { email, password }, nobody)
  const mine = { key: null, headers: { cookie: cookieOf(signedIn.headers) } }
  expect((await app.call('POST', '/demo', undefined, mine)).status).toBe(200)
  expect((await app.call('GET', '/session', undefined, mine)).body.org).toMatchObject({ demo: true, role: 'owner' })
  // Her day is that of the demo's head of feedback.
  expect((await app.call('GET', '/alerts/counts', undefined, mine)).body.mine).toBeGreaterThan(4)

  expect((await app.call('DELETE', '/demo', undefined, mine)).status).toBe(200)
  const session = (await app.call('GET', '/session', undefined, mine)).body
  expect(session.org).toMatchObject({ name: owner.org, demo: false })
  expect(session.orgs).toHaveLength(1)
  expect((await app.call('GET', '/session', undefined, visitor())).body.user).toBeNull()
  const { rows } = await app.database.pool.query(`select count(*)::int as n from response`)
  expect(rows).toEqual([{ n: 0 }])
}, 240_000)

test('samples can be imported as they are: units, people, feedback', async () => {
  const key = (await app.call('GET', '/demo', undefined, nobody)).body
  expect(key).toMatchObject({ exists: false, mayExplore: false })
  const { headers } = await app.call('POST', '/session', { email: owner.email, password: owner.password }, nobody)
  const mine = { key: null, headers: { cookie: cookieOf(headers) } }
  const sample = async (name: string) => (await app.call('GET', `/samples/${name}`, undefined, { key: null, page: true })).text
  const units = await app.call('POST', '/units/import', await sample('units.csv'), mine)
  expect(units.body).toMatchObject({ created: 40, skipped: [] })
  const people = await app.call('POST', '/people/import', await sample('people.csv'), mine)
  expect(people.body.skipped).toEqual([])
  expect(people.body.created).toBeGreaterThan(250)
  const questions = [
    { id: 'stars', kind: 'rating', prompt: 'How was it?' },
    { id: 'nps', kind: 'nps', prompt: 'Would you recommend us?' },
    { id: 'comment', kind: 'text', prompt: 'Why?' },
  ]
  const survey = await app.call('POST', '/surveys', { name: 'Visit', locale: 'en', questions }, mine)
  await app.call('POST', `/surveys/${survey.body.id}/publish`, undefined, mine)
  const imported = await app.call('POST', `/surveys/${survey.body.id}/responses/import`, await sample('feedback.csv'), mine)
  expect(imported.body).toMatchObject({ imported: 600, skipped: [] })
})

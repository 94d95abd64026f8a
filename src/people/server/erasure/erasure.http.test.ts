import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../../test/app.ts'
import { dana, peopleCsv, unitsCsv } from '../../../../test/cast.ts'
import { sealAll } from '../../../activity/server/seal.ts'
import { summary, verifyLog } from '../../../activity/server/verify.ts'
import { systemCaller } from '../../../kit/caller.ts'
import { post } from '../../../kit/server/outbox.ts'
import { openLog } from '../../../kit/server/log.ts'
import { sweepRetention } from './retention.ts'

let app: TestApp
let danaId: string
let surveyId: string

beforeAll(async () => {
  app = await testApp()
  await app.call('POST', '/units/import', unitsCsv)
  await app.call('POST', '/people/import', peopleCsv)
  danaId = (await app.call('GET', '/people?q=dana')).body.items[0].id
  await app.call('PATCH', `/people/${danaId}`, { phone: '+44 20 7946 0000' })
  const survey = await app.call('POST', '/surveys', {
    name: 'Visit',
    locale: 'en',
    questions: [{ id: 'stars', kind: 'rating', prompt: 'How was it?', scale: { min: 1, max: 5 } }],
  })
  surveyId = survey.body.id
  await app.call('POST', `/surveys/${surveyId}/publish`, {})
  await app.call('POST', '/alert-rules', {
    name: 'Two stars or fewer',
    survey: surveyId,
    kind: 'recovery',
    when: { all: [{ question: 'stars', atMost: 2 }] },
    route: [{ to: 'unit-manager' }],
  })
  const answered = await app.call('POST', `/surveys/${surveyId}/responses`, {
    answers: { stars: 1 },
    person: { email: dana.email },
    unit: 'kelby',
  })
  expect(answered.status).toBe(201)
  const [alert] = answered.body.alertIds
  await app.call('POST', `/alerts/${alert}/acknowledgements`, {})
  const noted = await app.call('POST', `/alerts/${alert}/contacts`, {
    how: 'phone',
    note: 'Dana Whitlock was out, wrote to dana@bakery.example',
  })
  expect([noted.status, noted.text]).toEqual([expect.toBeOneOf([200, 201]), expect.anything()])
  await app.database.inOrg(app.orgId, systemCaller('test'), async tx => {
    await post(tx, {
      kind: 'mail',
      key: 'dana-1',
      payload: { to: dana.email, subject: 'Thank you', text: 'Dear Dana Whitlock' },
      notBefore: new Date('2099-01-01'),
    })
    await post(tx, {
      kind: 'mail',
      key: 'omar-1',
      payload: { to: 'omar@northwind.example', subject: 'Call', text: 'Call Dana Whitlock' },
      notBefore: new Date('2099-01-01'),
    })
    await post(tx, {
      kind: 'mail',
      key: 'mira-1',
      payload: { to: 'mira@northwind.example', subject: 'Hello', text: 'Nothing' },
      notBefore: new Date('2099-01-01'),
    })
  })
})
afterAll(() => app.close())

/** Every table of the product that still holds a word somewhere. */
async function tablesWith(word: string): Promise<string[]> {
  const { rows } = await app.database.pool.query<{ name: string }>(
    `select table_schema || '.' || table_name as name from information_schema.tables where table_schema in ('public', 'pgboss') and table_type = 'BASE TABLE'`,
  )
  const found: string[] = []
  for (const { name } of rows) {
    const { rows: hits } = await app.database.pool.query(`select 1 from ${name} t where t::text ilike $1 limit 1`, [`%${word}%`])
    if (hits.length > 0) found.push(name)
  }
  return found
}

describe('erasing Dana', () => {
  it('first says what goes and what stays', async () => {
    const { body } = await app.call('GET', `/people/${danaId}/erasure`)
    expect(body.blocked).toBeNull()
    expect(body.items).toContainEqual({ what: 'Mails to them or about them', n: 3, fate: 'removed' })
    expect(body.items.map((item: { fate: string }) => item.fate)).toContain('kept')
  })
  it('can hand her everything that is kept about her', async () => {
    const file = await app.call('POST', `/people/${danaId}/data`)
    expect(file.headers['content-disposition']).toContain('personal-data.json')
    expect(file.body).toMatchObject({ directory: { email: dana.email }, units: [{ unit: 'Kelby' }] })
    expect(file.body.mails).toHaveLength(1)
    const [newest] = (await app.call('GET', `/activity?subject=${danaId}`)).body.items
    expect([newest.verb, newest.actor.name]).toEqual(['person.data_exported', 'First key'])
  })
  it('is for administrators only', async () => {
    const { body } = await app.call('POST', '/api-keys', { name: 'Analyst', role: 'analyst' })
    for (const [method, path] of [
      ['POST', 'erasure'],
      ['GET', 'erasure'],
      ['POST', 'data'],
    ] as const)
      expect((await app.call(method, `/people/${danaId}/${path}`, undefined, { key: body.apiKey })).status).toBe(403)
  })
  it('removes her name and address everywhere and keeps her answer', async () => {
    const done = await app.call('POST', `/people/${danaId}/erasure`, { reason: 'She asked by phone' })
    expect(done.status).toBe(200)
    expect(await tablesWith(dana.email)).toEqual([])
    expect(await tablesWith('Dana Whitlock')).toEqual([])
    expect(await tablesWith('7946 0000')).toEqual([])
    const { rows } = await app.database.pool.query('select person_id from response')
    expect(rows).toEqual([{ person_id: null }])
    expect((await app.call('GET', `/surveys/${surveyId}/metrics/mean?question=stars`)).body.n).toBe(1)
  })
  it('does it once, and keeps that it was done', async () => {
    const first = (await app.call('GET', `/people/${danaId}/erasure`)).body.erasedAt
    const again = await app.call('POST', `/people/${danaId}/erasure`)
    expect([again.status, again.body.erasedAt]).toEqual([200, first])
    const feed = await app.call('GET', `/activity?subject=${danaId}`)
    expect(feed.body.items.filter((row: { verb: string }) => row.verb === 'person.erased')).toHaveLength(1)
    expect((await app.call('PATCH', `/people/${danaId}`, { name: 'Dana' })).status).toBe(410)
    expect((await app.call('GET', '/people?state=erased')).body.items).toHaveLength(1)
  })
  it('sends no mail that waited, and leaves those of others alone', async () => {
    const { rows } = await app.database.pool.query(
      `select key, state, payload ? 'erased' as erased from outbox where key like '%-1' order by key`,
    )
    expect(rows).toEqual([
      { key: 'dana-1', state: 'cancelled', erased: true },
      { key: 'mira-1', state: 'waiting', erased: false },
      { key: 'omar-1', state: 'cancelled', erased: true },
    ])
  })
  it('leaves the record whole, and says how much of it was erased', async () => {
    await sealAll(app.database)
    const report = await verifyLog(app.database)
    expect(report).toMatchObject({ ok: true, findings: [] })
    expect(report.erased).toBeGreaterThan(3)
    expect(summary(report)).toContain('erased')
  })
  it('keeps no word of hers, only hashes that nobody can turn back without the key', async () => {
    const { rows } = await app.database.pool.query('select hash from erased_identity')
    expect(rows.map(row => row.hash.length)).toEqual([32, 32])
    const plain = createHash('sha256').update(dana.email).digest()
    expect(rows.some(row => plain.equals(row.hash))).toBe(false)
  })
  const today = new Date().toISOString().slice(0, 10)
  it('does not let a later file bring her back, by address or by number, and says so', async () => {
    const file = `external_id,email,name\n,DANA@bakery.example,Dana\nC1,,Dana\nC9,carl@bakery.example,Carl\n`
    const { body } = await app.call('POST', '/people/import', file)
    const reason = `was erased on request on ${today}; left out`
    expect(body).toMatchObject({ created: 1, skipped: [2, 3].map(line => ({ line, reason })) })
    expect(await tablesWith(dana.email)).toEqual([])
  })
  it('does not let an answer, a history or a list of addresses bring her back either', async () => {
    const answers = { answers: { stars: 4 }, person: { email: dana.email } }
    expect((await app.call('POST', `/surveys/${surveyId}/responses`, answers)).status).toBe(201)
    const map = encodeURIComponent(JSON.stringify({ stars: 'stars', email: 'email' }))
    const history = `stars,email\n5,${dana.email}\n`
    expect((await app.call('POST', `/surveys/${surveyId}/responses/import?map=${map}`, history)).body.imported).toBe(1)
    const list = { audience: { list: [{ email: dana.email }, { email: 'carl@bakery.example' }] } }
    const preview = await app.call('POST', `/surveys/${surveyId}/sends/preview`, list)
    expect(preview.body).toMatchObject({ total: 1, skipped: [{ line: 1 }] })
    expect(await tablesWith(dana.email)).toEqual([])
    const { rows } = await app.database.pool.query('select person_id from response')
    expect(rows).toEqual([{ person_id: null }, { person_id: null }, { person_id: null }])
  })
  it('takes her back when she asks for it and an administrator says so', async () => {
    const { body: analyst } = await app.call('POST', '/api-keys', { name: 'Manager', role: 'analyst' })
    const file = `email,name\n${dana.email},${dana.name}\n`
    expect((await app.call('POST', '/people/import?lift_erasures=true', file, { key: analyst.apiKey })).status).toBe(403)
    const refused = await app.call('POST', '/people', { email: dana.email, name: dana.name })
    expect([refused.status, refused.body.code]).toEqual([409, 'erased_on_request'])
    expect((await app.call('POST', '/people/import?lift_erasures=true&dry_run=true', file)).body.created).toBe(1)
    expect((await app.call('POST', '/people/import', file)).body.created).toBe(0)
    const back = await app.call('POST', '/people', { email: dana.email, name: dana.name, liftErasure: true })
    expect(back.status).toBe(201)
    expect(back.body.id).not.toBe(danaId)
    expect((await app.call('POST', '/people/import', file)).body.unchanged).toBe(1)
    const feed = await app.call('GET', '/activity?verb=person.erasure_lifted')
    expect(feed.body.items).toHaveLength(1)
  })
})

it('finds what colleagues were told about somebody whose name is too short to look for', async () => {
  const bo = { email: 'bo@cellar.example', name: 'Bo' }
  const { body: person } = await app.call('POST', '/people', bo)
  const answered = await app.call('POST', `/surveys/${surveyId}/responses`, {
    answers: { stars: 1 },
    person: { email: bo.email },
    unit: 'kelby',
  })
  const [alert] = answered.body.alertIds
  const told = { to: 'omar@northwind.example', subject: 'Bo answered 1 of 5', text: `http://localhost/alerts/${alert}` }
  await app.database.inOrg(app.orgId, systemCaller('test'), tx => post(tx, { kind: 'mail', key: 'bo-1', payload: told }))
  expect(await tablesWith('Bo answered')).toEqual(expect.arrayContaining(['public.notification', 'public.outbox']))
  expect((await app.call('POST', `/people/${person.id}/erasure`, {})).status).toBe(200)
  expect(await tablesWith('Bo answered')).toEqual([])
})

it('does not erase a colleague who can still sign in', async () => {
  const olga = await app.call('POST', '/people', { email: 'olga@northwind.example', name: 'Olga', kind: 'staff' })
  const id = olga.status === 201 ? olga.body.id : (await app.call('GET', '/people?q=olga@')).body.items[0].id
  expect((await app.call('GET', `/people/${id}/erasure`)).body.blocked).toContain('Remove them from the members first')
  expect((await app.call('POST', `/people/${id}/erasure`)).status).toBe(409)
})

describe('keeping data for a time', () => {
  const days = (time: string) => `now() - interval '${time}'`
  it('clears what is older than the organisation wants, and only that', async () => {
    const set = await app.call('PATCH', '/org', { retention: { outbox: 30, contacts: 30, comments: 30 } })
    expect([set.status, set.text]).toEqual([200, expect.anything()])
    await app.database.pool.query(
      `insert into outbox (org_id, id, key, kind, payload, state, created_at) values
      ($1, gen_random_uuid(), 'old', 'mail', '{"to": "old@bakery.example"}', 'sent', ${days('31 days')}),
      ($1, gen_random_uuid(), 'new', 'mail', '{"to": "new@bakery.example"}', 'sent', ${days('29 days')})`,
      [app.orgId],
    )
    await app.database.pool.query(
      `insert into person (org_id, id, email, kind, created_at) values
      ($1, gen_random_uuid(), 'silent@bakery.example', 'contact', ${days('31 days')}),
      ($1, gen_random_uuid(), 'fresh@bakery.example', 'contact', ${days('29 days')})`,
      [app.orgId],
    )
    await sweepRetention(app.database, openLog('silent'))
    const { rows } = await app.database.pool.query(
      `select key, payload ->> 'to' as to from outbox where key in ('old', 'new') order by key`,
    )
    expect(rows).toEqual([
      { key: 'new', to: 'new@bakery.example' },
      { key: 'old', to: null },
    ])
    expect((await app.call('GET', '/people?q=bakery.example')).body.items.map((p: { email: string }) => p.email)).not.toContain(
      'silent@bakery.example',
    )
    expect((await app.call('GET', '/people?q=fresh@')).body.items).toHaveLength(1)
  })
})

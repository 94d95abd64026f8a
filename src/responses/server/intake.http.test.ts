import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/app.ts'
import { dana } from '../../../test/cast.ts'
import { afterSubmit } from './intake/afterSubmit.ts'

let app: TestApp
beforeAll(async () => {
  app = await testApp()
  const created = await app.database.pool.query(
    `insert into unit (org_id, id, key, name) values ($1, gen_random_uuid(), 'kelby', 'Kelby') returning id`,
    [app.orgId],
  )
  expect(created.rowCount).toBe(1)
})
afterAll(() => app.close())

const questions = [
  { id: 'nps', kind: 'nps', prompt: 'Recommend?', required: true },
  { id: 'reasons', kind: 'choices', prompt: 'Reasons?', options: ['Speed', 'Price'] },
  { id: 'grid', kind: 'matrix', prompt: 'Rate', rows: ['Staff', 'Site'] },
  { id: 'why', kind: 'text', prompt: 'Why?' },
]

async function live(more: object = {}): Promise<string> {
  const made = await app.call('POST', '/surveys', { name: 'Visit', locale: 'en', questions, ...more })
  expect(made.status, made.text).toBe(201)
  expect((await app.call('POST', `/surveys/${made.body.id}/publish`)).status).toBe(200)
  return made.body.id
}

const send = (id: string, answers: object, more: object = {}) =>
  app.call('POST', `/surveys/${id}/responses`, { answers, ...more })
const rows = async (text: string, values: unknown[]) => (await app.database.pool.query(text, values)).rows

it('writes answers, rollups and the record together', async () => {
  const id = await live()
  const answers = { nps: 2, reasons: ['speed'], grid: { staff: 4 }, why: 'Nobody called back 😡 <script>alert(1)</script>' }
  const sent = await send(id, answers, {
    person: { email: 'Dana@Bakery.example' },
    unit: 'kelby',
    source: 'till',
    segments: { channel: 'phone' },
    respondedAt: '2026-03-31T23:30:00+02:00',
  })
  expect(sent.status, sent.text).toBe(201)
  expect(sent.body.alertIds).toEqual([])
  const [response] = await rows('select r.*, p.email from response r join person p on p.id = r.person_id where r.id = $1', [
    sent.body.id,
  ])
  expect(response).toMatchObject({ state: 'complete', source: 'till', email: dana.email, responded_on: '2026-03-31', version: 1 })
  const stored = await rows('select question_id, item, number, text, choices from answer where response_id = $1 order by 1', [
    sent.body.id,
  ])
  expect(stored).toEqual([
    { question_id: 'grid', item: 'staff', number: 4, text: null, choices: null },
    { question_id: 'nps', item: '', number: 2, text: null, choices: null },
    { question_id: 'reasons', item: '', number: null, text: null, choices: ['speed'] },
    { question_id: 'why', item: '', number: null, text: answers.why, choices: null },
  ])
  const rolled = await rows(
    `select question_id, item, n, c2, c4, bucket from rollup where survey_id = $1 and grain = 'm' and segment_key = 'channel' order by 1, 2`,
    [id],
  )
  expect(rolled.map(row => `${row.question_id}/${row.item} ${row.n} ${row.c2} ${row.c4} ${row.bucket}`)).toEqual([
    '/ 1 0 0 2026-03-01',
    'grid/staff 1 0 1 2026-03-01',
    'nps/ 1 1 0 2026-03-01',
    'reasons/ 1 0 0 2026-03-01',
    'reasons/speed 1 0 0 2026-03-01',
    'why/ 1 0 0 2026-03-01',
  ])
  const [activity] = await rows('select verb, actor_kind from activity where subject_id = $1', [sent.body.id])
  expect(activity).toEqual({ verb: 'response.submitted', actor_kind: 'key' })
})

it('lets rules act in the same transaction, and takes nothing when they fail', async () => {
  const id = await live()
  let seen: unknown
  afterSubmit.fill(async (_tx, response) => {
    seen = response
    throw new Error('routing broke')
  })
  expect((await send(id, { nps: 1 })).status).toBe(500)
  expect(seen).toMatchObject({ answers: { nps: 1 }, surveyId: id, anonymous: false })
  afterSubmit.fill(async () => ({ alertIds: [] }))
  expect(await rows('select 1 from response where survey_id = $1', [id])).toEqual([])
  expect(await rows('select 1 from rollup where survey_id = $1', [id])).toEqual([])
})

it.each([
  ['an unknown question', { nps: 5, colour: 'red' }, {}, 'answers.colour'],
  ['a number off the scale', { nps: 11 }, {}, 'answers.nps'],
  ['a missing required answer', { why: 'because' }, {}, 'answers.nps'],
  ['an unknown option', { nps: 5, reasons: ['magic'] }, {}, 'answers.reasons'],
  ['a key like a prototype', JSON.parse('{"nps": 5, "__proto__": {"x": 1}}'), {}, undefined],
  ['an unknown unit', { nps: 5 }, { unit: 'nowhere' }, 'unit'],
  ['the future', { nps: 5 }, { respondedAt: '2999-01-01T00:00:00Z' }, 'respondedAt'],
  ['a NUL in the source', { nps: 5 }, { source: 'a\u0000b' }, 'source'],
  ['a wrong address', { nps: 5 }, { person: { email: 'nobody' } }, 'person.email'],
])('refuses %s', async (_what, answers, more, path) => {
  const id = await live()
  const sent = await send(id, answers, more)
  if (path === undefined) return expect([201, 400]).toContain(sent.status)
  expect(sent.body).toMatchObject({ code: 'bad_input' })
  expect(sent.body.errors[0].path).toBe(path)
})

it('takes NUL and control characters out of what people write', async () => {
  const id = await live()
  const sent = await send(id, { nps: 5, why: 'a\u0000b\u0007c' })
  expect(sent.status).toBe(201)
  expect(await rows(`select text from answer where response_id = $1 and question_id = 'why'`, [sent.body.id])).toEqual([
    { text: 'abc' },
  ])
})

it('refuses a body that is too large', async () => {
  const id = await live()
  expect((await send(id, { nps: 5, why: 'x'.repeat(300_000) })).status).toBe(413)
  expect((await send(id, { nps: 5, why: 'x'.repeat(10_001) })).status).toBe(400)
})

it('keeps nothing that names who answered an anonymous survey', async () => {
  const id = await live({ anonymous: true })
  expect((await send(id, { nps: 5 }, { person: { email: dana.email } })).body.errors[0].path).toBe('person')
  const sent = await send(id, { nps: 5 }, { respondedAt: '2026-03-31T08:17:23Z', locale: 'fi' })
  expect(sent.status, sent.text).toBe(201)
  const [response] = await rows('select * from response where id = $1', [sent.body.id])
  expect(response).toMatchObject({
    person_id: null,
    invitation_id: null,
    locale: null,
    responded_at: new Date('2026-03-31T12:00:00Z'),
  })
  expect(response.started_at).toEqual(response.responded_at)
  expect(Number.parseInt(sent.body.id.replace('-', '').slice(0, 12), 16)).toBe(Date.parse('2026-03-31T12:00:00Z'))
  expect(await rows('select 1 from activity where subject_id = $1', [sent.body.id])).toEqual([])
})

it('closes when its quota is full, also when many answer at once', async () => {
  const id = await live({ quota: 3 })
  const sent = await Promise.all(Array.from({ length: 8 }, () => send(id, { nps: 9 })))
  expect(sent.filter(one => one.status === 201)).toHaveLength(3)
  expect(sent.filter(one => one.body.code === 'survey_closed')).toHaveLength(5)
  expect((await app.call('GET', `/surveys/${id}`)).body).toMatchObject({ state: 'closed', responses: 3 })
})

it('takes nothing after its closing date', async () => {
  const id = await live({ closesAt: '2020-01-31' })
  expect((await send(id, { nps: 9 })).body.code).toBe('survey_closed')
})

it('answers a repeated Idempotency-Key with the first response', async () => {
  const id = await live()
  const how = { headers: { 'idempotency-key': 'till-1' } }
  const once = await app.call('POST', `/surveys/${id}/responses`, { answers: { nps: 7 } }, how)
  const twice = await app.call('POST', `/surveys/${id}/responses`, { answers: { nps: 7 } }, how)
  expect(twice.body).toEqual(once.body)
  expect(twice.status).toBe(201)
  expect((await app.call('GET', `/surveys/${id}`)).body.responses).toBe(1)
})

it('is not for viewers, nor for another organisation', async () => {
  const id = await live()
  const key = (await app.call('POST', '/api-keys', { name: 'Viewer', role: 'viewer' })).body.apiKey
  expect((await app.call('POST', `/surveys/${id}/responses`, { answers: { nps: 7 } }, { key })).status).toBe(403)
  expect((await app.call('POST', `/surveys/${id}/responses`, { answers: { nps: 7 } }, { key: null })).status).toBe(401)
})

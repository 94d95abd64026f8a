import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/app.ts'
import { systemCaller } from '../../kit/caller.ts'
import { valueCountColumns } from './intake/intakeStore.ts'
import { mergeSlots, recount } from './numbers/rollupStore.ts'

const nhs = '../shared/data/feedback/nhs_fft_comments.csv'

let app: TestApp
beforeAll(async () => void (app = await testApp()))
afterAll(() => app.close())

const questions = [
  { id: 'stars', kind: 'rating', prompt: 'How was it?', required: true },
  { id: 'why', kind: 'text', prompt: 'Why?' },
  { id: 'parts', kind: 'choices', prompt: 'What?', options: ['Speed', 'Price'] },
  { id: 'grid', kind: 'matrix', prompt: 'Rate', rows: ['Staff', 'Site'] },
]

async function live(more: object = {}): Promise<string> {
  const { id } = (await app.call('POST', '/surveys', { name: 'Visit', locale: 'en', questions, ...more })).body
  expect((await app.call('POST', `/surveys/${id}/publish`)).status).toBe(200)
  return id
}

const load = (id: string, csv: string | Buffer, query: Record<string, string> = {}, headers: Record<string, string> = {}) =>
  app.call('POST', `/surveys/${id}/responses/import?${new URLSearchParams(query)}`, csv, { headers })
const map = (columns: object) => ({ map: JSON.stringify(columns) })

const csv = `when,where,stars,words,mail,channel
2026-03-01,kelby,5,Splendid,dana@bakery.example,phone
2026-03-02,kelby,9,Off the scale,,phone
2026-03-02,kelby,2,"=cmd|' /C calc'!A0",,web
2026-03-03,nowhere,3,Lost,,web
soon,kelby,3,When?,,web
2026-03-05,,4,,,
`
const columns = { when: 'respondedAt', where: 'unit', stars: 'stars', words: 'why', mail: 'email', channel: 'segment.channel' }

it('takes what can be responses and says by line why the rest cannot', async () => {
  const id = await live()
  await app.call('POST', '/units/import', 'unit,parent,name\nkelby,,Kelby\n')
  const dry = await load(id, csv, { ...map(columns), dry_run: 'true' })
  expect(dry.body).toMatchObject({ id: null, imported: 3, skippedCount: 3 })
  expect((await app.call('GET', `/surveys/${id}`)).body.responses).toBe(0)
  const done = await load(id, csv, map(columns))
  expect(done.status, done.text).toBe(200)
  expect(done.body.imported).toBe(3)
  expect(done.body.skipped.map((one: any) => one.line)).toEqual([3, 5, 6])
  expect(done.body.skipped[0].reason).toContain('Column “stars” holds “9”')
  expect((await app.call('GET', `/surveys/${id}`)).body.responses).toBe(3)
  expect(await differences(id)).toEqual([])
})

it('creates missing units when told to', async () => {
  const id = await live()
  const done = await load(id, csv.replace('nowhere', 'farmoor'), { ...map(columns), createUnits: 'true' })
  expect(done.body.imported).toBe(4)
  expect((await app.database.pool.query(`select 1 from unit where key = 'farmoor'`)).rowCount).toBe(1)
})

it('takes in again what it gave out, every cell, and finds units by the names that stand in it', async () => {
  const id = await live()
  await app.call('POST', '/units/import', 'unit,parent,name\nk7,,Farmoor Hill\nk8,,Twin\nk9,,Twin\n')
  const answers = { stars: 2, why: '=1+1, "so"\nhe said', parts: ['speed', 'price'], grid: { staff: 4, site: 1 } }
  const person = { email: 'dana@bakery.example' }
  const respondedAt = '2026-03-01T10:00:00.000Z'
  await app.call('POST', `/surveys/${id}/responses`, { answers, person, respondedAt, unit: 'k7', segments: { tier: 'gold' } })
  const given = await app.call('GET', `/surveys/${id}/responses/export.csv`)
  const copy = await live()
  expect((await load(copy, given.text)).body).toMatchObject({ imported: 1, skipped: [] })
  const again = await app.call('GET', `/surveys/${copy}/responses/export.csv`)
  const cells = (text: string) =>
    text
      .replace(/^\uFEFF/, '')
      .replaceAll(/^[0-9a-f-]{36},/gm, '')
      .replace(/,(api|import),/, ',')
  expect(cells(again.text)).toBe(cells(given.text))
  const twice = await load(copy, 'unit,stars\nTwin,5\nk8,5\n', { createUnits: 'true' })
  expect(twice.body).toMatchObject({ imported: 1, skipped: [{ line: 2, reason: expect.stringMatching(/^Several units/) }] })
})

it('can be undone, once, and leaves no trace in the numbers', async () => {
  const id = await live()
  await app.call('POST', `/surveys/${id}/responses`, {
    answers: { stars: 5, parts: ['speed'] },
    respondedAt: '2026-03-01T10:00:00Z',
  })
  const { body } = await load(id, csv, map(columns))
  expect((await app.call('GET', `/surveys/${id}`)).body.responses).toBe(4)
  expect((await app.call('DELETE', `/imports/${body.id}`)).body).toEqual({ removed: 3 })
  expect((await app.call('DELETE', `/imports/${body.id}`)).body.code).toBe('not_allowed_now')
  expect((await app.call('GET', `/surveys/${id}`)).body.responses).toBe(1)
  expect(await differences(id)).toEqual([])
  expect((await app.call('GET', `/surveys/${id}/imports`)).body.items).toMatchObject([{ imported: 3, undoneBy: 'First key' }])
})

it('imports once for one Idempotency-Key', async () => {
  const id = await live()
  const first = await load(id, csv, map(columns), { 'idempotency-key': 'march' })
  const again = await load(id, csv, map(columns), { 'idempotency-key': 'march' })
  expect(again.body).toEqual(first.body)
  expect((await app.call('GET', `/surveys/${id}`)).body.responses).toBe(3)
})

it('keeps an anonymous history anonymous', async () => {
  const id = await live({ anonymous: true })
  expect((await load(id, csv, map(columns))).body.errors[0].path).toBe('map')
  const { mail: _mail, ...rest } = columns
  expect((await load(id, csv.replace('2026-03-01', '2026-03-01 17:23'), map(rest))).body.imported).toBe(3)
  const times = await app.database.pool.query(
    `select distinct to_char(responded_at at time zone 'UTC', 'HH24:MI') as at from response where survey_id = $1`,
    [id],
  )
  expect(times.rows).toEqual([{ at: '12:00' }])
})

it.each([
  ['nothing', ''],
  ['no column that answers', 'a,b\n1,2\n'],
  ['a quotation mark that never closes', 'stars,why\n5,"and so on\n'],
])('refuses %s', async (_what, text) => {
  expect((await load(await live(), text)).body.code).toBe('bad_input')
})

it('refuses a map that names what is not there', async () => {
  const id = await live()
  expect((await load(id, csv, map({ when: 'colour' }))).body.code).toBe('bad_input')
  expect((await load(id, csv, { map: '{' })).body.errors[0].path).toBe('map')
  expect((await load(id, csv, { map: '{"stars": {"a": 1}}' })).body.errors[0].path).toBe('map')
})

describe.skipIf(!existsSync(nhs))('the NHS history (skipped where ../shared/data is absent)', () => {
  it('comes in whole, in one go', async () => {
    const id = await live()
    const started = Date.now()
    const done = await load(id, readFileSync(nhs), {
      ...map({ date: 'respondedAt', trust: 'unit', stars: 'stars', comment: 'why', service: 'segment.service' }),
      createUnits: 'true',
    })
    expect(done.body.skipped).toEqual([])
    expect(done.body.imported).toBe(3682)
    console.log(`3,682 rows in ${Date.now() - started} ms`)
    expect(await differences(id)).toEqual([])
  })
})

it('keeps rollups equal to a recount, whatever is sent, imported, undone and merged, and whoever is erased', async () => {
  const id = await live()
  const sent = fc.record({
    stars: fc.integer({ min: 1, max: 5 }),
    parts: fc.subarray(['speed', 'price']),
    staff: fc.option(fc.integer({ min: 1, max: 5 })),
    unit: fc.constantFrom(undefined, 'kelby'),
    day: fc.integer({ min: 1, max: 28 }),
    channel: fc.constantFrom('web', 'phone', ''),
    email: fc.constantFrom(undefined, 'carl@bakery.example', 'dana@bakery.example'),
  })
  const send = ({ stars, parts, staff, unit, day, channel, email }: any) =>
    app.call('POST', `/surveys/${id}/responses`, {
      answers: { stars, parts, ...(staff && { grid: { staff } }) },
      unit,
      ...(email && { person: { email } }),
      segments: channel ? { channel } : {},
      respondedAt: `2026-0${1 + (day % 3)}-${String(day).padStart(2, '0')}T10:00:00Z`,
    })
  await fc.assert(
    fc.asyncProperty(
      fc.array(sent, { minLength: 1, maxLength: 12 }),
      fc.boolean(),
      fc.boolean(),
      fc.constantFrom(null, 'carl', 'dana'),
      async (responses, undo, merge, erased) => {
        const statuses = await Promise.all(responses.map(send))
        expect(new Set(statuses.map(one => one.status))).toEqual(new Set([201]))
        const done = await load(id, csv, map(columns))
        if (undo) await app.call('DELETE', `/imports/${done.body.id}`)
        if (merge) await app.database.inOrg(app.orgId, systemCaller('test'), tx => mergeSlots(tx, '2026-03-02'))
        if (erased) await erase(`${erased}@bakery.example`)
        expect(await differences(id)).toEqual([])
      },
    ),
    { numRuns: 8 },
  )
})

async function erase(email: string): Promise<void> {
  for (const { id } of (await app.call('GET', `/people?q=${email}`)).body.items)
    expect((await app.call('POST', `/people/${id}/erasure`)).status).toBe(200)
}

/** Where the rollups of a survey and a recount of its answers differ. */
async function differences(survey: string): Promise<unknown[]> {
  const keys = 'question_id, item, segment_key, segment_value, grain, bucket, unit_id'
  const all = ['n', ...valueCountColumns]
  const { rows } = await app.database.pool.query(
    `with kept as (select ${keys}, ${all.map(c => `sum(${c})::bigint as ${c}`).join(', ')} from rollup where org_id = $1 and survey_id = $2 group by ${keys} having sum(n) <> 0),
      counted as (select ${keys}, ${all.join(', ')} from (${recount('r.survey_id = $2')}) x)
    (select 'kept' as which, * from (select * from kept except select * from counted) a)
    union all (select 'counted', * from (select * from counted except select * from kept) b)`,
    [app.orgId, survey],
  )
  return rows
}

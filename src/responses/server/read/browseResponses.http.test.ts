import ExcelJS from 'exceljs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../../test/app.ts'

let app: TestApp
let id: string
beforeAll(async () => {
  app = await testApp()
  await app.call('POST', '/units/import', 'unit,parent,name\nnorthmoor,,Northmoor\nkelby,northmoor,Kelby\nwestbay,,Westbay\n')
  id = await live()
  await send(
    { nps: 2, why: '=HYPERLINK("http://evil.example")', parts: ['speed'] },
    { unit: 'kelby', person: { email: 'dana@bakery.example', name: 'Dana Whitlock' }, segments: { channel: 'web' } },
  )
  await send({ nps: 9, why: 'Splendid 100 % <b>work</b>', grid: { staff: 4 } }, { unit: 'westbay', source: 'till' })
  await send({ nps: 7 }, {})
})
afterAll(() => app.close())

async function live(more: object = {}): Promise<string> {
  const questions = [
    { id: 'nps', kind: 'nps', prompt: 'Recommend?' },
    { id: 'why', kind: 'text', prompt: 'Why?' },
    { id: 'parts', kind: 'choices', prompt: 'What?', options: ['Speed', 'Price'] },
    { id: 'grid', kind: 'matrix', prompt: 'Rate', rows: ['Staff', 'Site'] },
  ]
  const made = (await app.call('POST', '/surveys', { name: 'Visit', locale: 'en', questions, ...more })).body
  await app.call('POST', `/surveys/${made.id}/publish`)
  return made.id
}
let second = 0
const send = async (answers: object, more: object, survey = id) => {
  const respondedAt = `2026-03-01T12:00:${String(second++).padStart(2, '0')}Z`
  const sent = await app.call('POST', `/surveys/${survey}/responses`, { answers, respondedAt, ...more })
  expect(sent.status, sent.text).toBe(201)
  return sent.body.id as string
}
const scores = async (query: string) => {
  const { status, body, text } = await app.call('GET', `/surveys/${id}/responses${query}`)
  expect(status, text).toBe(200)
  return body.items.map((one: any) => one.score?.value)
}

it.each([
  ['', [7, 9, 2]],
  ['?atMost=6', [2]],
  ['?atLeast=7&atMost=8', [7]],
  ['?unit=northmoor', [2]],
  ['?search=100 %25', [9]],
  ['?search=%25', [9]],
  ['?search=HYPERLINK', [2]],
  ['?segment.channel=web', [2]],
  ['?source=till', [9]],
  ['?state=partial', []],
  ['?from=2026-03-02', []],
])('finds responses by %s', async (query, expected) => expect(await scores(query)).toEqual(expected))

it.each([
  ['', [7, 9, 2]],
  ['&search=e', [9, 2]],
])('turns pages without losing or doubling one: %s', async (narrowed, expected) => {
  const seen = []
  for (let cursor = ''; ; ) {
    const { body } = await app.call('GET', `/surveys/${id}/responses?limit=1${narrowed}${cursor}`)
    seen.push(...body.items.map((one: any) => one.score.value))
    if (!body.nextCursor) break
    cursor = `&cursor=${body.nextCursor}`
  }
  expect(seen).toEqual(expected)
  expect((await app.call('GET', `/surveys/${id}/responses?cursor=nonsense`)).body.code).toBe('bad_input')
  expect((await app.call('GET', `/surveys/${id}/responses?colour=red`)).body.code).toBe('bad_input')
})

it('tells one response whole, in the words of the version it answered', async () => {
  const { items } = (await app.call('GET', `/surveys/${id}/responses?unit=kelby`)).body
  const whole = (await app.call('GET', `/responses/${items[0].id}`)).body
  expect(whole).toMatchObject({ survey: { id, anonymous: false }, person: { name: 'Dana Whitlock' }, unit: { name: 'Kelby' } })
  expect(whole.answers.map((one: any) => [one.question, one.words])).toEqual([
    ['nps', '2 of 10'],
    ['why', '=HYPERLINK("http://evil.example")'],
    ['parts', 'Speed'],
  ])
  expect(whole.activity.map((one: any) => one.verb)).toEqual(['response.submitted'])
})

it('shows no names to who may not see people, and only their own units', async () => {
  const northmoor = (await app.database.pool.query(`select id from unit where key = 'northmoor'`)).rows[0].id
  const viewer = (await app.call('POST', '/api-keys', { name: 'V', role: 'viewer', units: [northmoor] })).body.apiKey
  const { body } = await app.call('GET', `/surveys/${id}/responses`, undefined, { key: viewer })
  expect(body.items).toMatchObject([{ person: null, score: { value: 2 } }])
  const all = (await app.call('GET', `/surveys/${id}/responses`)).body.items
  expect((await app.call('GET', `/responses/${all[0].id}`, undefined, { key: viewer })).status).toBe(404)
  const csv = await app.call('GET', `/surveys/${id}/responses/export.csv`, undefined, { key: viewer })
  expect(csv.text).not.toContain('dana@')
  expect(csv.text).not.toContain('Splendid')
})

it('exports a CSV that runs nothing', async () => {
  const csv = await app.call('GET', `/surveys/${id}/responses/export.csv`)
  expect(csv.headers['content-disposition']).toContain('responses.csv')
  const lines = csv.text.split('\r\n')
  expect(lines[0]).toBe(
    '\ufeffid,respondedAt,state,version,source,unit,email,person,locale,segment.channel,nps,why,parts,grid.staff,grid.site',
  )
  expect(lines[3]).toContain(`"'=HYPERLINK(""http://evil.example"")"`)
  expect(lines[2]).toContain(',9,Splendid 100 % <b>work</b>,,4,')
})

it('exports a spreadsheet whose cells are words, not formulas', async () => {
  const response = await app.app.inject({
    method: 'GET',
    url: `/api/v1/surveys/${id}/responses/export.xlsx?atMost=6`,
    headers: { authorization: `Bearer ${app.key}` },
  })
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(response.rawPayload as never)
  const [sheet] = book.worksheets
  expect(sheet!.rowCount).toBe(2)
  expect(sheet!.getRow(2).getCell(12).value).toBe('=HYPERLINK("http://evil.example")')
  expect(sheet!.getRow(2).getCell(11).value).toBe(2)
})

it('shows single answers of an anonymous survey only once nobody stands out', async () => {
  const anonymous = await live({ anonymous: true })
  const one = await send({ nps: 1 }, {}, anonymous)
  for (let i = 0; i < 3; i++) await send({ nps: 1 }, { unit: 'kelby', segments: { shift: 'night' } }, anonymous)
  expect((await app.call('GET', `/surveys/${anonymous}/responses`)).body).toEqual({ items: [], nextCursor: null, needed: 5 })
  expect((await app.call('GET', `/responses/${one}`)).status).toBe(404)
  expect((await app.call('GET', `/surveys/${anonymous}/responses/export.csv`)).text.trim().split('\r\n')).toHaveLength(1)
  await send({ nps: 1 }, {}, anonymous)
  const { items } = (await app.call('GET', `/surveys/${anonymous}/responses`)).body
  // Nothing says to whom one might belong, and none can be asked for by that.
  expect(items.map((row: { unit: unknown; segments: unknown }) => [row.unit, row.segments])).toEqual(Array(5).fill([null, {}]))
  for (const narrowed of ['unit=kelby', 'segment.shift=night', 'from=2026-01-01', 'source=api', 'locale=en', 'behind=left']) {
    const { body } = await app.call('GET', `/surveys/${anonymous}/responses?${narrowed}`)
    expect(body, narrowed).toEqual({ items: [], nextCursor: null, needed: 5, narrowed: true })
    const file = await app.call('GET', `/surveys/${anonymous}/responses/export.csv?${narrowed}`)
    expect(file.text.trim().split('\r\n'), narrowed).toHaveLength(1)
  }
  const { body } = await app.call('GET', `/responses/${one}`)
  expect(body).toMatchObject({ person: null, locale: null, activity: [], respondedOn: body.respondedAt.slice(0, 10) })
})

it('answers what is not there as not found, before a byte of a file is sent', async () => {
  const nowhere = '01900000-0000-7000-8000-000000000000'
  for (const path of [
    `/responses/${nowhere}`,
    `/surveys/${nowhere}/responses`,
    `/surveys/${nowhere}/responses/export.csv`,
    `/surveys/${nowhere}/responses/export.xlsx`,
  ])
    expect((await app.call('GET', path)).status, path).toBe(404)
})

it('finds words in German and Arabic, however they are written', async () => {
  const survey = await live()
  const german = await send({ nps: 1, why: 'Ärgerlich: die Straße war überflutet' }, {}, survey)
  const arabic = await send({ nps: 2, why: 'الخدمة بطيئة جدًا' }, {}, survey)
  const found = async (words: string) =>
    (await app.call('GET', `/surveys/${survey}/responses?search=${encodeURIComponent(words)}`)).body.items.map(
      (item: { id: string }) => item.id,
    )
  expect(await found('ärger')).toEqual([german])
  expect(await found('ÄRGER')).toEqual([german])
  expect(await found('ÜBERFLUTET')).toEqual([german])
  expect(await found('بطيئة')).toEqual([arabic])
  expect(await found('100%')).toEqual([])
})

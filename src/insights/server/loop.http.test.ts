import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/app.ts'
import { answer, inOrg, type Kelby, openKelby } from '../../../test/kelby.ts'
import { createUnit } from '../../people/server/units.ts'
import type { Quarter } from '../causeTable.ts'
import type { DriverTable, SegmentTable, Summary } from '../contract.ts'
import type { LoopNumbers } from '../loopNumbers.ts'
import type { InsightView } from '../viewContract.ts'
import { digestOf } from './digest.ts'

let app: TestApp
let at: Kelby
let harrow: string
let alerts: string[]

const get = async <T>(what: string, query: string, survey = at.survey): Promise<T> => {
  const reply = await app.call('GET', `/insights/${what}?survey=${survey}${query}`)
  expect(reply.status, reply.text).toBe(200)
  return reply.body
}

const spring = '&from=2026-04-01&to=2026-06-30'
const dana = { email: 'dana@customer.example' }
const carl = { email: 'carl@customer.example' }

beforeAll(async () => {
  app = await testApp()
  at = await openKelby(app)
  const westbay = (await inOrg(app, tx => createUnit(tx, { key: 'westbay', name: 'Westbay' }))).id
  harrow = (await inOrg(app, tx => createUnit(tx, { key: 'harrow', name: 'Harrow', parentId: at.northmoor }))).id
  await app.call('POST', '/alert-rules', { name: 'Low', survey: at.survey, when: { all: [{ question: 'stars', atMost: 2 }] } })
  // January to March everybody is content; from April on Kelby is not, and Harrow stands under Westbay.
  const send = (day: string, nps: number, unit: string, tier: string, more: object = {}) =>
    answer(
      app,
      at.survey,
      { nps, stars: Math.max(1, Math.round(nps / 2)) },
      { unit, respondedAt: `${day}T12:00:00Z`, segments: { tier }, ...more },
    )
  for (let i = 0; i < 6; i++) {
    await send(`2026-02-${10 + i}`, 10, 'kelby', 'gold')
    await send(`2026-02-${10 + i}`, 9, 'harrow', 'silver')
    await send(`2026-05-${10 + i}`, i < 4 ? 5 : 10, 'kelby', 'gold')
    await send(`2026-05-${10 + i}`, 9, 'harrow', 'silver')
  }
  await inOrg(app, async tx => {
    await tx.db.updateTable('unit_placement').set({ valid_to: '2026-05-01' }).where('unit_id', '=', harrow).execute()
    const moved = { org_id: tx.org, unit_id: harrow, parent_id: westbay, valid_from: '2026-05-01' }
    await tx.db.insertInto('unit_placement').values(moved).execute()
  })
  const first = await send('2026-05-20', 1, 'kelby', 'gold', { person: dana })
  const second = await send('2026-05-20', 2, 'kelby', 'gold', { person: carl })
  alerts = [...first.alertIds, ...second.alertIds]
  await app.call('POST', `/alerts/${alerts[0]}/contacts`, { how: 'call', note: 'Put right' })
  await app.call('POST', `/alerts/${alerts[0]}/causes`, { causes: ['Call-back not kept'] })
  await app.call('POST', `/alerts/${alerts[0]}/resolutions`, { outcome: 'put-right' })
  await inOrg(app, async tx => {
    await tx.query({
      text: `update alert set contacted_at = '2026-05-21', opened_at = '2026-05-20', resolved_at = '2026-05-22' where id = $1`,
      values: [alerts[0]],
    })
    await tx.query({ text: `update alert_contact set at = '2026-05-21' where alert_id = $1`, values: [alerts[0]] })
  })
  await send('2026-05-28', 9, 'kelby', 'gold', { person: dana })
  await send('2026-05-28', 3, 'kelby', 'gold', { person: carl })
})
afterAll(() => app.close())

describe('a segment', () => {
  it('is one value of one key, counted by rollups', async () => {
    const told = await get<Summary>('summary', `${spring}&segment.tier=gold`)
    expect(told).toMatchObject({ segment: { key: 'tier', value: 'gold' }, responses: 10, score: { n: 10 }, before: { n: 6 } })
    expect(told.units.map(({ name, score }) => [name, score.kind === 'score' && score.n])).toEqual([['Northmoor', 10]])
    const two = await app.call('GET', `/insights/summary?survey=${at.survey}&segment.tier=gold&segment.size=big`)
    expect([two.status, two.body.errors[0].path]).toEqual([400, 'segment.size'])
    expect((await app.call('GET', `/insights/summary?survey=${at.survey}&tier=gold`)).status).toBe(400)
  })

  it('stands beside the others, each change corrected for looking at all of them', async () => {
    const [tier] = await get<SegmentTable[]>('segments', spring)
    expect(tier).toMatchObject({ key: 'tier', without: 0 })
    expect(tier!.values.map(({ value, score, change }) => [value, score.kind === 'score' && score.n, change?.verdict])).toEqual([
      ['gold', 10, 'down'],
      ['silver', 6, 'even'],
    ])
  })
})

describe('the hierarchy', () => {
  it('is told as it is, or as it was on the day of each answer', async () => {
    const half = '&from=2026-01-01&to=2026-06-30'
    const names = (told: Summary) => told.units.map(({ name, score }) => [name, score.kind === 'score' && score.n])
    const is = await get<Summary>('summary', half)
    expect([is.moved, names(is)]).toEqual([false, [['Northmoor', 16], ['Westbay', 12]]]) // biome-ignore format: rows
    const was = await get<Summary>('summary', `${half}&tree=was`)
    expect([was.moved, names(was)]).toEqual([true, [['Northmoor', 22], ['Westbay', 6]]]) // biome-ignore format: rows
    expect((await get<Summary>('summary', `${half}&tree=was&unit=northmoor`)).score).toMatchObject({ n: 22 })
    const inWas = await get<Summary>('summary', `${half}&tree=was&unit=westbay`)
    expect(inWas.series.filter(point => point.score.kind === 'score').map(({ at }) => at)).toEqual(
      ['2026-05-11', '2026-05-04'].sort(),
    )
    expect((await get<Summary>('summary', `${half}&unit=northmoor`)).score).toMatchObject({ n: 16 })
  })
})

describe('a change', () => {
  it('is made of who answered and how each unit answered, and adds up', async () => {
    const { parts, change, units } = await get<Summary>('summary', `${spring}&unit=northmoor&tree=was`)
    const sum = parts!.mix + parts!.parts.reduce((all, { rate }) => all + rate, 0)
    expect(sum).toBeCloseTo(change!.difference, 9)
    expect(parts!.parts[0]!.id).toBe(units.find(({ name }) => name === 'Kelby')!.id)
  })

  it('is against the same days a year earlier, where one asks for that', async () => {
    const told = await get<Summary>('summary', `${spring}&against=year`)
    expect(told).toMatchObject({
      compared: { from: '2025-04-01', to: '2025-06-30' },
      before: { kind: 'none' },
      change: null,
      parts: null,
    })
  })
})

describe('the loop', () => {
  it('says that nothing was promised, how long it takes, and who came back beside who was left alone', async () => {
    const told = await get<LoopNumbers>('loop', spring)
    expect(told.responseRate).toBeNull()
    expect(told.alerts).toMatchObject({ opened: 3, closed: 1, waiting: 2 })
    expect(told.timeToClose.median).toMatchObject({ kind: 'score', score: 2 * 24 * 60, n: 3, closed: 1 })
    expect(told.recovery).toMatchObject({ contacted: { score: 1, n: 1 }, notContacted: { score: 0, n: 1 } })
    expect(told.outcomes).toMatchObject([
      { outcome: 'put-right', n: 1, recovered: { score: 1, n: 1 }, next: { score: 9 } },
      { outcome: null, recovered: { score: 0, n: 1 }, next: { score: 3 } },
    ])
  })

  it('tells promises that clocks keep: in time, and overdue', async () => {
    await inOrg(app, async tx => {
      await tx.query({ text: `delete from sla_clock where org_id = $1 and subject_type = 'alert'`, values: [tx.org] })
    })
    const hours = { mon: [['00:00', '24:00']] }
    const calendar = (await app.call('POST', '/calendars', { name: 'Mondays', tz: 'UTC', hours })).body.id
    const policy = (await app.call('POST', '/policies', { name: 'Two hours', calendar, contact: 120, resolve: 600 })).body.id
    await inOrg(app, async tx => {
      const clock = (alert: string, target: string, phase: string, breached: boolean) =>
        tx.query({
          text: `insert into sla_clock (org_id, id, subject_type, subject_id, target, policy_id, policy_version, calendar_id, priority, phase,
              target_ms, elapsed_ms, counted_at, breached_at) values ($1, gen_random_uuid(), 'alert', $2, $3, $4, 1, $5, '', $6, 1000, 0, now(), $7)`,
          values: [tx.org, alert, target, policy, calendar, phase, breached ? tx.now : null],
        })
      await clock(alerts[0]!, 'contact', 'done', false)
      await clock(alerts[0]!, 'resolve', 'done', true)
      await clock(alerts[1]!, 'contact', 'running', true)
    })
    const told = await get<LoopNumbers>('loop', spring)
    expect(told.alerts).toMatchObject({
      promised: 2,
      overdue: 1,
      contactDue: 2,
      contactInTime: 1,
      resolveDue: 1,
      resolveInTime: 0,
    })
    expect(told.closeTheLoop).toMatchObject({ kind: 'score', definition: 'close-the-loop@1', score: 0.5, n: 2 })
    expect(told.closedInTime).toMatchObject({ score: 0, n: 1 })
  })
})

describe('causes by quarter', () => {
  it('tell which cause had how many of a quarter’s alerts, and what it cost then', async () => {
    const quarters = await get<Quarter[]>('causes/quarters', spring)
    expect(quarters).toHaveLength(6)
    expect(quarters.at(-1)).toMatchObject({
      from: '2026-04-01',
      to: '2026-06-30',
      explained: 1,
      causes: [{ cause: 'Call-back not kept', n: 1, share: 1, impact: { n: 1 } }],
    })
    expect(quarters.at(-2)!.explained).toBe(0)
  })
})

describe('drivers', () => {
  it('tell what moves the score, from thirty answers on', async () => {
    const few = await get<DriverTable>('drivers', spring)
    expect(few).toMatchObject({ r2: null, needed: 30, measures: 1, drivers: [] })
    for (let i = 0; i < 16; i++)
      await answer(app, at.survey, { nps: 2 * ((i % 5) + 1), stars: (i % 5) + 1 }, { respondedAt: `2026-03-${10 + i}T12:00:00Z` })
    const told = await get<DriverTable>('drivers', '')
    expect(told).toMatchObject({ n: 44, drivers: [{ question: 'stars', share: 1, rises: true }] })
    expect(told.r2).toBeGreaterThan(0.9)
  })
})

describe('what is shown', () => {
  it('can be taken away as CSV and as a spreadsheet', async () => {
    const csv = await app.call('GET', `/insights/export.csv?survey=${at.survey}${spring}&segment.tier=gold`)
    expect(csv.headers['content-disposition']).toContain('insights.csv')
    const lines = csv.text.split('\r\n')
    expect(lines[0]).toBe('\uFEFFsection,name,measure,value,low,high,n,note')
    expect(lines.some(line => /^Score,Service visit,nps,-40,.*,10,$/.test(line))).toBe(true)
    expect(lines.some(line => line.startsWith('Causes,Call-back not kept,share of alerts with a cause,1,'))).toBe(true)
    const raw = await app.app.inject({
      method: 'GET',
      url: `/api/v1/insights/export.xlsx?survey=${at.survey}${spring}`,
      headers: { authorization: `Bearer ${app.key}` },
    })
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(raw.rawPayload as unknown as ExcelJS.Buffer)
    expect(book.worksheets.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Score', 'Units', 'Segments', 'Loop', 'Causes']),
    )
  })

  it('hides in exports and segments what few answered, and does not tell it by difference', async () => {
    const made = await app.call('POST', '/surveys', {
      name: 'Anonymous',
      locale: 'en',
      anonymous: true,
      questions: [{ id: 'nps', kind: 'nps', prompt: 'Would you recommend us?' }],
    })
    const survey: string = made.body.id
    await app.call('POST', `/surveys/${survey}/publish`)
    for (const nps of [10, 9, 8, 3, 9, 10, 7, 8]) await answer(app, survey, { nps }, { segments: { shift: 'day' } })
    for (const nps of [0, 1]) await answer(app, survey, { nps }, { segments: { shift: 'night' } })
    const [shift] = await get<SegmentTable[]>('segments', '', survey)
    expect(shift!.values.map(({ value, score, hidden }) => [value, score.kind, hidden])).toEqual([
      ['day', 'suppressed', 'protects-another'],
      ['night', 'suppressed', 'too-few'],
    ])
    for (const value of ['day', 'night']) {
      const told = await get<Summary>('summary', `&segment.shift=${value}`, survey)
      expect(told).toMatchObject({ score: { kind: 'suppressed' }, distribution: null, units: [] })
      const csv = await app.call('GET', `/insights/export.csv?survey=${survey}&segment.shift=${value}`)
      expect(csv.text).toContain('nps,,,,,too few answers: 5 are needed')
      expect(csv.text).not.toMatch(/Course,[^,]+,nps,-?\d/)
    }
  })
})

describe('views', () => {
  it('are kept under a name, shared or not, and removed by who keeps them', async () => {
    const save = (name: string, shared: boolean, key?: string) =>
      app.call('POST', '/insights/views', { name, shared, search: { time: '90', 'segment.tier': 'gold' } }, key ? { key } : {})
    const { apiKey: priya } = (await app.call('POST', '/api-keys', { name: 'Priya', role: 'analyst' })).body
    expect((await save('Gold', true)).status).toBe(201)
    const mine = await save('Mine', false)
    expect((await save('mine', false)).body.id).toBe(mine.body.id)
    await save('Hers', false, priya)
    const listed = async (key?: string) =>
      ((await app.call('GET', '/insights/views', undefined, key ? { key } : {})).body as InsightView[]).map(({ name, mine }) => [
        name,
        mine,
      ])
    expect(await listed()).toEqual([['Gold', true], ['mine', true]]) // biome-ignore format: rows
    expect(await listed(priya)).toEqual([['Hers', true], ['Gold', false]]) // biome-ignore format: rows
    const gold = ((await app.call('GET', '/insights/views')).body as InsightView[]).find(({ name }) => name === 'Gold')!
    expect(gold.search).toEqual({ time: '90', 'segment.tier': 'gold' })
    expect((await app.call('DELETE', `/insights/views/${gold.id}`, undefined, { key: priya })).status).toBe(403)
    expect((await app.call('DELETE', `/insights/views/${mine.body.id}`, undefined, { key: priya })).status).toBe(404)
    expect((await app.call('DELETE', `/insights/views/${gold.id}`)).status).toBe(200)
    expect(await listed(priya)).toEqual([['Hers', true]])
  })
})

it('gives the few numbers that a mail tells', async () => {
  const told = await inOrg(app, tx =>
    digestOf(tx, { survey: at.survey, unit: at.northmoor, from: '2026-04-01', to: '2026-06-30' }),
  )
  expect(told).toMatchObject({
    survey: 'Service visit',
    score: { kind: 'score', n: 10 },
    alerts: { opened: 3 },
    causes: [{ cause: 'Call-back not kept' }],
  })
})

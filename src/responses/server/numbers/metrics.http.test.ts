import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../../test/app.ts'
import { spansOf } from './countStore.ts'

let app: TestApp
beforeAll(async () => {
  app = await testApp()
  await app.call('POST', '/units/import', 'unit,parent,name\nnorthmoor,,Northmoor\nkelby,northmoor,Kelby\nwestbay,,Westbay\n')
})
afterAll(() => app.close())

const questions = [
  { id: 'nps', kind: 'nps', prompt: 'Recommend?' },
  { id: 'stars', kind: 'rating', prompt: 'How was it?' },
  { id: 'parts', kind: 'choices', prompt: 'What?', options: ['Speed', 'Price'] },
  { id: 'grid', kind: 'matrix', prompt: 'Rate', rows: ['Staff', 'Site'] },
]

async function live(more: object = {}): Promise<string> {
  const { id } = (await app.call('POST', '/surveys', { name: 'Visit', locale: 'en', questions, ...more })).body
  await app.call('POST', `/surveys/${id}/publish`)
  return id
}
const send = async (id: string, answers: object, day: string, unit?: string, segments: object = {}) => {
  const sent = await app.call('POST', `/surveys/${id}/responses`, { answers, unit, segments, respondedAt: `${day}T12:00:00Z` })
  expect(sent.status, sent.text).toBe(201)
}
const get = async (path: string, key?: string) => (await app.call('GET', path, undefined, key ? { key } : {})).body

it('tells NPS with interval and definition, for a unit and all below it, a period and a segment', async () => {
  const id = await live()
  for (const [score, day, unit, channel] of [
    [10, '2026-01-31', 'kelby', 'web'],
    [9, '2026-02-01', 'kelby', 'phone'],
    [3, '2026-02-28', 'northmoor', 'web'],
    [7, '2026-03-01', 'westbay', 'web'],
    [0, '2026-03-15', undefined, 'phone'],
  ] as const)
    await send(id, { nps: score }, day, unit, { channel, size: score > 5 ? 'big' : 'small' })
  const all = await get(`/surveys/${id}/metrics/nps`)
  expect(all).toMatchObject({
    kind: 'score',
    definition: 'nps@1',
    n: 5,
    score: 0,
    promoters: 2,
    detractors: 2,
    passives: 1,
    question: 'nps',
    readFrom: 'rollups',
  })
  expect(all.interval).toMatchObject({ level: 0.95, method: 'adjusted-wald' })
  expect(await get(`/surveys/${id}/metrics/nps?unit=northmoor`)).toMatchObject({ n: 3, promoters: 2, detractors: 1 })
  expect(await get(`/surveys/${id}/metrics/nps?unit=northmoor&from=2026-01-31&to=2026-02-27`)).toMatchObject({ n: 2 })
  expect(await get(`/surveys/${id}/metrics/nps?from=2026-02-01&to=2026-02-28`)).toMatchObject({ n: 2 })
  expect(await get(`/surveys/${id}/metrics/nps?segment.channel=web`)).toMatchObject({ n: 3, readFrom: 'rollups' })
  expect(await get(`/surveys/${id}/metrics/nps?segment.channel=web&segment.size=big`)).toMatchObject({
    n: 2,
    readFrom: 'answers',
  })
  expect(await get(`/surveys/${id}/metrics/nps?from=2030-01-01`)).toEqual({
    kind: 'none',
    n: 0,
    definition: 'nps@1',
    question: 'nps',
    readFrom: 'rollups',
  })
  expect((await get(`/surveys/${id}/metrics/nps/series?by=month`)).items.map((one: any) => [one.from, one.n])).toEqual([
    ['2026-01-01', 1],
    ['2026-02-01', 2],
    ['2026-03-01', 2],
  ])
  expect((await get(`/surveys/${id}/metrics/nps/series?by=week&unit=kelby`)).items.map((one: any) => [one.from, one.n])).toEqual([
    ['2026-01-26', 2],
  ])
})

it('tells results question by question', async () => {
  const id = await live()
  await send(id, { nps: 9, parts: ['speed', 'price'], grid: { staff: 5 } }, '2026-03-01')
  await send(id, { stars: 4, parts: ['speed'], grid: { staff: 3, site: 1 } }, '2026-03-02')
  const results = await get(`/surveys/${id}/results`)
  expect(results.responses).toBe(2)
  const by = Object.fromEntries(results.questions.map((one: any) => [one.id, one]))
  expect(by.nps).toMatchObject({ n: 1, metric: { definition: 'nps@1', score: 100 } })
  expect(by.stars.values.find((one: any) => one.value === 4).n).toBe(1)
  expect(by.parts).toMatchObject({
    n: 2,
    options: [
      { id: 'speed', n: 2, share: { score: 1 } },
      { id: 'price', n: 1, share: { score: 0.5 } },
    ],
  })
  expect(by.grid.rows).toMatchObject([
    { id: 'staff', n: 2, metric: { score: 4 } },
    { id: 'site', n: 1, metric: { score: 1 } },
  ])
})

it('hides what few people answered anonymously, also where it could be worked out', async () => {
  const id = await live({ anonymous: true })
  for (const unit of ['kelby', 'kelby', 'kelby', 'kelby', 'kelby', 'westbay', 'westbay'])
    await send(id, { nps: 9 }, '2026-03-01', unit)
  expect(await get(`/surveys/${id}/metrics/nps`)).toMatchObject({ kind: 'score', n: 7 })
  const hidden = await get(`/surveys/${id}/metrics/nps?unit=westbay`)
  expect(hidden).toMatchObject({ kind: 'suppressed', needed: 5 })
  expect(hidden).not.toHaveProperty('score')
  expect(await get(`/surveys/${id}/metrics/nps?unit=kelby`)).toMatchObject({ kind: 'suppressed' })
  expect(await get(`/surveys/${id}/results?unit=westbay`)).toMatchObject({ responses: null, needed: 5, questions: [] })
})

it('shows managers their own units only', async () => {
  const id = await live()
  await send(id, { nps: 9 }, '2026-03-01', 'kelby')
  await send(id, { nps: 1 }, '2026-03-01', 'westbay')
  const kelby = (await app.database.pool.query(`select id from unit where key = 'northmoor'`)).rows[0].id
  const key = (await app.call('POST', '/api-keys', { name: 'Mira', role: 'manager', units: [kelby] })).body.apiKey
  expect(await get(`/surveys/${id}/metrics/nps`, key)).toMatchObject({ n: 1, score: 100 })
  expect((await app.call('GET', `/surveys/${id}/metrics/nps?unit=westbay`, undefined, { key })).status).toBe(404)
})

it.each([
  ['a typo', 'nps?form=2026-01-01'],
  ['an unknown metric', 'joy'],
  ['an unknown question', 'nps?question=nothing'],
  ['a question that gives no number', 'nps?question=parts'],
  ['NPS of five stars', 'nps?question=stars'],
  ['a day that is none', 'nps?from=2026-02-30'],
  ['an end before the beginning', 'nps?from=2026-03-01&to=2026-02-01'],
])('refuses %s', async (_what, path) => {
  const id = await live()
  expect((await app.call('GET', `/surveys/${id}/metrics/${path}`)).body.code).toBe('bad_input')
})

it('reads each day of a period once, by month where it can', () => {
  const day = fc
    .date({ min: new Date('2024-01-01T00:00:00Z'), max: new Date('2027-12-31T00:00:00Z'), noInvalidDate: true })
    .map(date => date.toISOString().slice(0, 10))
  const next = (from: string, days: number) =>
    new Date(Date.parse(`${from}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 400 }), (from, length) => {
      const to = next(from, length)
      const days = spansOf('m', from, to).flatMap(span => {
        if (span.grain === 'd') return list(span.from, span.to)
        expect(span.from.endsWith('-01')).toBe(true)
        expect(next(span.to, 1).endsWith('-01')).toBe(true)
        return list(span.from, span.to)
      })
      expect(days.sort()).toEqual(list(from, to))
    }),
  )
  function list(from: string, to: string): string[] {
    return from > to ? [] : [from, ...list(next(from, 1), to)]
  }
})

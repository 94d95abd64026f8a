import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/app.ts'
import { answer, inOrg, openKelby } from '../../../test/kelby.ts'
import { createUnit } from '../../people/server/units.ts'
import type { SegmentTable, Summary } from '../contract.ts'
import type { LoopNumbers } from '../loopNumbers.ts'
import type { ShownMetric } from '../metricSchemas.ts'

// Somebody who may see every number of an anonymous survey wants to know what one colleague answered, and takes numbers from each other.

let app: TestApp
let survey: string
const K = 5

beforeAll(async () => {
  app = await testApp()
  const { northmoor } = await openKelby(app)
  await inOrg(app, async tx => {
    await createUnit(tx, { key: 'harrow', name: 'Harrow', parentId: northmoor })
    const west = await createUnit(tx, { key: 'westbay', name: 'Westbay' })
    await createUnit(tx, { key: 'saltmouth', name: 'Saltmouth', parentId: west.id })
    await createUnit(tx, { key: 'eastfell', name: 'Eastfell' })
    await createUnit(tx, { key: 'southdown', name: 'Southdown' })
  })
  const made = await app.call('POST', '/surveys', {
    name: 'Pulse',
    locale: 'en',
    anonymous: true,
    questions: [
      { id: 'nps', kind: 'nps', prompt: 'Would you recommend us?' },
      { id: 'stars', kind: 'rating', prompt: 'How are you?' },
      { id: 'why', kind: 'text', prompt: 'Why?' },
    ],
  })
  survey = made.body.id
  await app.call('POST', `/surveys/${survey}/publish`)
  await app.call('POST', '/alert-rules', { name: 'Low', survey, when: { all: [{ question: 'nps', atMost: 2 }] } })
  // Six weeks; Eastfell is small, Westbay is nothing but Saltmouth, and one colleague of Harrow works at night.
  let n = 0
  const send = (unit: string, day: string, shift: string, nps = 5 + (n++ % 6)) =>
    answer(
      app,
      survey,
      { nps, ...(n % 3 > 0 && { stars: 1 + (n % 5) }) },
      { unit, respondedAt: `${day}T12:00:00Z`, segments: { shift } },
    )
  for (let week = 0; week < 6; week++) {
    const day = `2026-03-${String(2 + 4 * week).padStart(2, '0')}`
    for (let i = 0; i < 6; i++) await send('kelby', day, 'day')
    for (let i = 0; i < (week % 2 ? 7 : 2); i++) await send('harrow', day, 'day')
    for (let i = 0; i < 5; i++) await send('southdown', day, i < 3 ? 'night' : 'day')
    for (let i = 0; i < (week < 3 ? 2 : 3); i++) await send('saltmouth', day, 'day')
  }
  for (let i = 0; i < 2; i++) await send('eastfell', '2026-03-06', 'day', 0)
  await send('harrow', '2026-03-10', 'night', 0)
})
afterAll(() => app.close())

const get = async <T>(path: string): Promise<T> => {
  const reply = await app.call('GET', path)
  expect(reply.status, reply.text).toBe(200)
  return reply.body
}
const summary = (query = '') => get<Summary>(`/insights/summary?survey=${survey}${query}`)
const units = ['northmoor', 'kelby', 'harrow', 'westbay', 'saltmouth', 'eastfell', 'southdown']

/** Everybody, a unit, a value of a segment, or both; up to a day, from a day on, or a few days in between. */
const places = ['', ...units.map(unit => `&unit=${unit}`), '&segment.shift=night', '&unit=harrow&segment.shift=night']
const days = Array.from({ length: 6 }, (_, i) => `2026-03-${String(2 + 4 * i).padStart(2, '0')}`)
const times = [
  '',
  ...days.slice(0, -1).map(to => `&from=${days[0]}&to=${to}`),
  ...days.slice(1).map(from => `&from=${from}&to=${days.at(-1)}`),
  '&from=2026-03-07&to=2026-03-09',
]

/** How often each answer was given, where that is told. */
const told = ({ score, distribution }: Summary): number[] | null =>
  score.kind === 'suppressed' ? null : distribution!.map(({ n }) => n)
const sizeOf = (counts: readonly number[]) => counts.reduce((sum, n) => sum + n, 0)

describe('nobody works out what a few answered', () => {
  it('by taking one number of a place from another, whatever the time', async () => {
    for (const place of places) {
      const known: number[][] = []
      for (const time of times) {
        const counts = told(await summary(place + time))
        if (counts && sizeOf(counts) > 0) known.push(counts)
      }
      for (const a of known) {
        expect(sizeOf(a)).toBeGreaterThanOrEqual(K)
        for (const b of known) {
          const left = a.map((n, i) => n - b[i]!)
          // One is part of the other: what is left are no answers, or those of many.
          if (left.every(n => n >= 0) && sizeOf(left) > 0) expect(sizeOf(left), place).toBeGreaterThanOrEqual(K)
        }
      }
    }
  }, 120_000)

  it('by taking all units that are told from their total, at any time, also one level further down', async () => {
    for (const time of times) {
      for (const place of ['', ...units.map(unit => `&unit=${unit}`)]) {
        const all = await summary(place + time)
        if (all.score.kind !== 'score') continue
        const rows = all.units.filter(({ score }) => score.kind === 'score').map(({ score }) => nOf(score))
        const left = all.score.n - sizeOf(rows)
        expect(left === 0 || left >= K, `${place}${time}: ${left}`).toBe(true)
        for (const n of rows) expect(n).toBeGreaterThanOrEqual(K)
        // What a row tells, the page of the unit tells of the same answers, or it tells of fewer times, never of more.
        for (const row of all.units.filter(({ hidden }) => hidden !== null)) {
          const own = await summary(`&unit=${row.key}${time}`)
          expect(own, row.key).toMatchObject({
            score: { kind: 'suppressed' },
            distribution: null,
            alerts: null,
            series: [],
            units: [],
          })
        }
      }
    }
  }, 120_000)

  it('by the values of a segment, or by who has none', async () => {
    for (const time of times) {
      const all = await summary(time)
      if (all.score.kind !== 'score') continue
      for (const { values } of await get<SegmentTable[]>(`/insights/segments?survey=${survey}${time}`)) {
        const left = all.score.n - sizeOf(values.filter(({ score }) => score.kind === 'score').map(({ score }) => nOf(score)))
        expect(left === 0 || left >= K).toBe(true)
      }
      expect(await get(`/insights/segments?survey=${survey}${time}&unit=harrow`)).toEqual([])
    }
  })

  it('by who is of one unit and of one segment', async () => {
    expect(told(await summary('&unit=harrow&segment.shift=night'))).toBeNull()
    expect(told(await summary('&unit=southdown&segment.shift=night'))).toBeNull()
    expect((await summary('&segment.shift=day')).units).toEqual([])
  })

  it('by a unit that hides behind another, or is all that another is', async () => {
    const all = await summary()
    expect(all.units.filter(({ hidden }) => hidden).map(({ name, hidden }) => [name, hidden])).toEqual([
      ['Eastfell', 'too-few'],
      ['Westbay', 'protects-another'],
    ])
    // Saltmouth is all of Westbay: who knew it would know Eastfell.
    expect(told(await summary('&unit=saltmouth'))).toBeNull()
  })

  it('by the hierarchy as it was', async () => {
    expect((await summary('&tree=was&unit=northmoor')).tree).toBe('is')
  })

  it('by alerts, causes, drivers, quarters or files', async () => {
    for (const query of [
      '&unit=eastfell',
      '&unit=saltmouth',
      '&from=2026-03-07&to=2026-03-09',
      '&unit=harrow&segment.shift=night',
    ]) {
      const loop = await get<LoopNumbers>(`/insights/loop?survey=${survey}${query}`)
      expect(loop, query).toMatchObject({ alerts: null, units: [], outcomes: [], timeToClose: { median: { kind: 'none' } } })
      expect(await get(`/insights/causes?survey=${survey}${query}`)).toEqual([])
      expect(await get(`/insights/drivers?survey=${survey}${query}`)).toMatchObject({ n: 0, drivers: [] })
      const csv = (await app.call('GET', `/insights/export.csv?survey=${survey}${query}`)).text
      expect(csv).toMatch(/Score,Pulse,nps,,,,,too few answers: 5 are needed/)
      expect(csv.split('\r\n').filter(line => /^(Answers|Course|Units|Segments|Loop,Alerts,(opened|closed))/.test(line))).toEqual(
        [],
      )
    }
    expect(await get(`/insights/causes/quarters?survey=${survey}`)).toEqual([])
    const { units } = await get<LoopNumbers>(`/insights/loop?survey=${survey}`)
    expect(units.map(({ name }) => name)).not.toContain('Eastfell')
  })

  it('by the plain metrics, their course, the results, or single answers', async () => {
    const metric = (query: string) => get<{ kind: string; n?: number }>(`/surveys/${survey}/metrics/nps?${query}`)
    for (const place of places) {
      const shown = await summary(place)
      const plain = await metric(place.slice(1))
      expect([place, plain.kind === 'score' ? plain.n : null]).toEqual([
        place,
        shown.score.kind === 'score' ? shown.score.n : null,
      ])
    }
    for (const time of times) {
      const [shown, plain] = [await summary(time), await metric(time.slice(1))]
      expect(plain.kind === 'score' ? plain.n : null).toBe(shown.score.kind === 'score' ? shown.score.n : null)
    }
    const course = await get<{ by: string; items: { n: number }[] }>(`/surveys/${survey}/metrics/nps/series?by=day`)
    expect(course.by).toBe('batch')
    expect(course.items.every(({ n }) => n >= K)).toBe(true)
    for (const query of [
      'unit=eastfell',
      'unit=saltmouth',
      'unit=harrow&segment.shift=night',
      'from=2026-03-07&to=2026-03-09',
      'source=api',
    ])
      expect(await get(`/surveys/${survey}/results?${query}`)).toMatchObject({ responses: null, needed: K, questions: [] })
    expect(await get(`/surveys/${survey}/responses?unit=northmoor`)).toMatchObject({ items: [], narrowed: true })
    const { items } = await get<{ items: { id: string; unit: unknown }[] }>(`/surveys/${survey}/responses?limit=200`)
    expect(items.every(({ unit }) => unit === null)).toBe(true)
    expect(await get(`/responses/${items[0]!.id}`)).toMatchObject({ unit: null, segments: {} })
  })

  it('by being somebody who sees one small unit only', async () => {
    const limited = async (unit: string) => {
      const { id } = await inOrg(app, tx => createUnit(tx, { key: unit, name: unit }))
      return (await app.call('POST', '/api-keys', { name: unit, role: 'manager', units: [id] })).body.apiKey as string
    }
    const key = await limited('eastfell')
    const as = async (path: string) => (await app.call('GET', path, undefined, { key })).body
    expect(await as(`/insights/summary?survey=${survey}`)).toMatchObject({ score: { kind: 'suppressed' }, alerts: null })
    expect(await as(`/surveys/${survey}/responses`)).toMatchObject({ items: [], needed: K })
    expect(await as(`/surveys/${survey}/metrics/nps`)).toMatchObject({ kind: 'suppressed' })
    const south = await limited('southdown')
    const seen = await app.call('GET', `/insights/summary?survey=${survey}`, undefined, { key: south })
    expect(seen.body).toMatchObject({ score: { kind: 'score', n: 30 } })
  })

  it('while what many answered is told: units, course, change and what it is made of', async () => {
    const all = await summary('&from=2026-03-14&to=2026-03-22')
    expect(all.score.kind).toBe('score')
    expect(all.units.filter(({ score }) => score.kind === 'score').map(({ name }) => name)).toEqual(['Northmoor', 'Southdown'])
    expect((await summary()).series.length).toBeGreaterThan(1)
    const north = await summary('&unit=northmoor')
    expect(north.units.map(({ name, score }) => [name, nOf(score)])).toEqual([['Harrow', 28], ['Kelby', 36]]) // biome-ignore format: rows
    const [shift] = await get<SegmentTable[]>(`/insights/segments?survey=${survey}`)
    expect(shift!.values.map(({ value, score }) => [value, nOf(score)])).toEqual([['day', 92], ['night', 19]]) // biome-ignore format: rows
  })
})

const nOf = (score: ShownMetric): number => (score.kind === 'score' ? score.n : 0)

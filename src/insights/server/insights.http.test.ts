import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/app.ts'
import { answer, inOrg, type Kelby, openKelby, openSurvey } from '../../../test/kelby.ts'
import { createUnit } from '../../people/server/units.ts'
import type { CauseRow } from '../causeTable.ts'
import type { Summary, UnitRow } from '../contract.ts'

let app: TestApp
let at: Kelby
beforeAll(async () => {
  app = await testApp()
  at = await openKelby(app)
  await inOrg(app, tx => createUnit(tx, { key: 'westbay', name: 'Westbay' }))
  await app.call('POST', '/alert-rules', { name: 'Low', survey: at.survey, when: { all: [{ question: 'stars', atMost: 2 }] } })
  const close = async (stars: number, nps: number, unit: string, cause: string) => {
    const { alertIds } = await answer(app, at.survey, { stars, nps }, { unit })
    await app.call('POST', `/alerts/${alertIds[0]}/causes`, { causes: [cause] })
  }
  for (const [
    stars,
    nps,
    unit,
  ] of [[5, 10, 'kelby'], [5, 9, 'kelby'], [4, 8, 'kelby'], [5, 10, 'westbay'], [4, 9, 'westbay'], [3, 6, 'northmoor']] as const) // biome-ignore format: rows
    await answer(app, at.survey, { stars, nps }, { unit })
  await close(1, 0, 'kelby', 'Call-back not kept')
  await close(1, 2, 'kelby', 'Call-back not kept')
  await close(2, 5, 'westbay', 'No notice given')
  await answer(app, at.survey, { stars: 5, nps: 10 }, { unit: 'kelby', respondedAt: '2025-01-10T12:00:00Z' })
})
afterAll(() => app.close())

const causes = async (query = ''): Promise<CauseRow[]> =>
  (await app.call('GET', `/insights/causes?survey=${at.survey}${query}`)).body
const summary = async (query = '', survey = at.survey): Promise<Summary> =>
  (await app.call('GET', `/insights/summary?survey=${survey}${query}`)).body
const today = new Date().toISOString().slice(0, 10)

describe('causes', () => {
  it('are told with share, interval and what they cost the NPS, the costliest first', async () => {
    const [first, second] = await causes(`&from=${today}`)
    expect([first!.cause, first!.n, second!.cause, second!.n]).toEqual(['Call-back not kept', 2, 'No notice given', 1])
    expect(first!.share).toBeCloseTo(2 / 3, 12)
    expect(first!.interval).toMatchObject({ method: 'wilson', level: 0.95 })
    // Nine answers: 4 promoters, 1 passive, 4 detractors = 0; without the two: 4 promoters of 7, 2 detractors = 28.57.
    expect(first!.npsImpact!.value).toBeCloseTo(0 - 200 / 7, 9)
    expect(first!.npsImpact!.interval.low).toBeLessThan(first!.npsImpact!.value)
    expect(first!.impact).toMatchObject({ n: 2, value: first!.npsImpact!.value })
  })

  it('cost another metric what they cost it', async () => {
    const [first] = await causes(`&from=${today}&metric=mean`)
    // 30 stars in nine answers; 28 in the seven without the cause.
    expect(first!.impact!.value).toBeCloseTo(30 / 9 - 28 / 7, 9)
    expect(first!.npsImpact!.value).toBeCloseTo(-200 / 7, 9)
  })

  it('are told for a unit, and for all surveys at once', async () => {
    expect((await causes('&unit=westbay')).map(row => row.cause)).toEqual(['No notice given'])
    const all = await app.call('GET', '/insights/causes')
    expect(all.body.map((row: CauseRow) => [row.cause, row.npsImpact])).toEqual([
      ['Call-back not kept', null],
      ['No notice given', null],
    ])
  })
})

describe('the summary', () => {
  it('says the score with its interval, how it is spread, and how it stands against before', async () => {
    const told = await summary(`&from=${today}`)
    expect(told).toMatchObject({
      metric: 'nps',
      question: { id: 'nps', min: 0, max: 10 },
      score: { kind: 'score', score: 0, n: 9, band: 'needs_work' },
      before: { kind: 'none' },
      change: null,
      responses: 9,
      alerts: { opened: 3, waiting: 3, closed: 0, explained: 3 },
      bucket: 'day',
    })
    expect(told.distribution!.find(({ value }) => value === 10)!.n).toBe(2)
    expect(told.series).toHaveLength(1)
    expect(told.series[0]).toMatchObject({ at: today, unfinished: true, score: { n: 9 } })
  })

  it('looks at everything unless told, month by month', async () => {
    const told = await summary()
    expect(told).toMatchObject({ compared: null, responses: 10, bucket: 'month', period: { from: '2025-01-10' } })
    expect(told.series[0]).toMatchObject({ at: '2025-01-01', score: { kind: 'score', score: 100, n: 1 } })
    expect(told.series[1]!.score.kind).toBe('none')
  })

  it('opens a unit to those below it', async () => {
    const top = await summary(`&from=${today}`)
    expect(top.units.map((u: UnitRow) => [u.name, u.more, u.score.kind === 'score' && u.score.n])).toEqual([
      ['Northmoor', true, 6],
      ['Westbay', false, 3],
    ])
    const northmoor = await summary(`&from=${today}&unit=northmoor`)
    expect(northmoor).toMatchObject({ unit: { name: 'Northmoor' }, above: [], elsewhere: 1, score: { n: 6 } })
    expect(northmoor.units.map(u => u.name)).toEqual(['Kelby'])
    expect((await summary(`&unit=kelby`)).above.map(u => u.name)).toEqual(['Northmoor'])
    expect((await app.call('GET', `/insights/summary?survey=${at.survey}&unit=nowhere`)).status).toBe(404)
  })

  it('shows a key that is limited to Northmoor only Northmoor', async () => {
    const { apiKey: key } = (await app.call('POST', '/api-keys', { name: 'N', role: 'manager', units: [at.northmoor] })).body
    const told = await app.call('GET', `/insights/summary?survey=${at.survey}&from=${today}`, undefined, { key })
    expect(told.body).toMatchObject({ responses: 6, alerts: { opened: 2 } })
    expect(told.body.units.map((u: UnitRow) => u.name)).toEqual(['Northmoor'])
    expect((await app.call('GET', `/insights/summary?survey=${at.survey}&unit=westbay`, undefined, { key })).status).toBe(404)
  })

  it('hides small groups of an anonymous survey, also when one asks for them directly', async () => {
    const made = await app.call('POST', '/surveys', {
      name: 'Anonymous',
      locale: 'en',
      anonymous: true,
      questions: [{ id: 'nps', kind: 'nps', prompt: 'Would you recommend us?' }],
    })
    await app.call('POST', `/surveys/${made.body.id}/publish`)
    for (const nps of [10, 9, 8, 3, 9, 10]) await answer(app, made.body.id, { nps }, { unit: 'westbay' })
    await answer(app, made.body.id, { nps: 0 })
    const told = await summary('', made.body.id)
    expect(told.score).toMatchObject({ kind: 'score', n: 7 })
    expect(told.series).toMatchObject([{ at: today, score: { n: 7 } }])
    // Northmoor has one answer; with Westbay's six shown, it could be worked out from the total.
    expect(told.units.map(u => [u.name, u.score.kind, u.hidden])).toEqual([
      ['Northmoor', 'suppressed', 'too-few'],
      ['Westbay', 'suppressed', 'protects-another'],
    ])
    const alone = await summary('&unit=westbay', made.body.id)
    expect(alone.score).toEqual({ kind: 'suppressed', definition: 'nps@1', needed: 5 })
    expect(alone.distribution).toBeNull()
    expect(alone.series.every(point => point.score.kind !== 'score')).toBe(true)
  })

  it('says what it cannot count', async () => {
    const made = await app.call('POST', '/surveys', {
      name: 'Words',
      locale: 'en',
      questions: [{ id: 'why', kind: 'text', prompt: 'Why?' }],
    })
    expect((await app.call('GET', `/insights/summary?survey=${made.body.id}`)).status).toBe(400)
    expect((await app.call('GET', `/insights/summary?survey=${await openSurvey(app, 'Fresh')}`)).body).toMatchObject({
      score: { kind: 'none' },
      units: [],
      series: [{ score: { kind: 'none' } }],
    })
    expect((await app.call('GET', `/insights/summary?survey=${at.survey}&from=2026-02-01&to=2026-01-01`)).status).toBe(400)
  })
})

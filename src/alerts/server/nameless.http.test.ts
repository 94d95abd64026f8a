import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { type TestApp, testApp } from '../../../test/app.ts'
import { answer, inOrg, type Kelby, openKelby } from '../../../test/kelby.ts'
import { createUnit } from '../../people/server/units.ts'

let app: TestApp
let at: Kelby
beforeAll(async () => {
  app = await testApp()
  at = await openKelby(app)
  await inOrg(app, tx => createUnit(tx, { key: 'harrow', name: 'Harrow', parentId: at.northmoor }))
})
afterAll(() => app.close())

async function pulse(name: string): Promise<string> {
  const made = await app.call('POST', '/surveys', {
    name,
    locale: 'en',
    anonymous: true,
    questions: [
      { id: 'stars', kind: 'rating', prompt: 'How are you?' },
      { id: 'why', kind: 'text', prompt: 'Why?' },
    ],
  })
  await app.call('POST', `/surveys/${made.body.id}/publish`)
  const when = { all: [{ question: 'stars', atMost: 2 }] }
  const rule = await app.call('POST', '/alert-rules', {
    name: `Low in ${name}`,
    survey: made.body.id,
    route: [{ to: 'unit-manager' }],
    when,
  })
  expect(rule.status, rule.text).toBe(201)
  return made.body.id
}

const send = (survey: string, day: string, unit: string, stars: number, why = 'As always') =>
  answer(app, survey, { stars, why }, { unit, respondedAt: `${day}T09:30:00Z`, segments: { shift: 'night' } })

const content = async (survey: string, day: string, unit: string, n: number) => {
  for (let i = 0; i < n; i++) await send(survey, day, unit, 5)
}

const unitOf = async (id: string | undefined) => (await app.call('GET', `/alerts/${id}`)).body.unit?.name ?? null

// First, while nothing else has told of Kelby.
it('lets nobody work out the unit or the segment another way', async () => {
  const survey = await pulse('Attacked')
  await content(survey, '2026-04-01', 'harrow', 6)
  const { alertIds, id } = await send(survey, '2026-04-02', 'kelby', 1, 'Nobody listens here')
  const whole = (await app.call('GET', `/alerts/${alertIds[0]}`)).body
  expect(whole).toMatchObject({ unit: null, clocks: [], openedOn: '2026-04-02', owner: { email: 'olga@northwind.example' } })
  expect(whole.path).toEqual([
    'Anonymous, and few answered there that day: its unit is not told',
    'Olga Owner, owner of the organisation, because nobody else is there',
  ])
  await app.call('POST', `/alerts/${alertIds[0]}/acknowledgements`)
  const told: string[] = []
  for (const path of [
    `/alerts/${alertIds[0]}`,
    `/alerts?survey=${survey}`,
    `/responses/${id}`,
    `/activity?subject=${alertIds[0]}`,
    '/notifications',
    '/outbox?limit=50',
    '/search?q=listens',
  ]) {
    const reply = await app.call('GET', path)
    expect(reply.status, `${path}: ${reply.text}`).toBeLessThan(300)
    told.push(...(/Kelby|kelby|night/.test(reply.text) || reply.text.includes(at.kelby) ? [path] : []))
  }
  expect(told).toEqual([])
  const found = async (query: string) => (await app.call('GET', `/alerts?survey=${survey}&${query}`)).body.items.length
  expect(await found('')).toBe(1)
  for (const query of ['unit=kelby', 'unit=northmoor', 'tree=is&unit=kelby', 'segment.shift=night', 'q=Kelby'])
    expect(await found(query), query).toBe(0)
  const insights = async (what: string) => (await app.call('GET', `/insights/${what}?survey=${survey}&segment.shift=night`)).body
  expect((await insights('loop')).alerts).toBeNull()
  expect((await insights('summary')).alerts).toBeNull()
})

it('tells the unit of an anonymous answer only where so many answered that day that nobody stands out', async () => {
  const survey = await pulse('Groups')
  await content(survey, '2026-03-02', 'kelby', 4)
  const alone = await send(survey, '2026-03-03', 'kelby', 1)
  // The four of the day before are no help: its day is told, too.
  expect(await unitOf(alone.alertIds[0])).toBeNull()
  await content(survey, '2026-03-04', 'harrow', 6)
  const subtracted = await send(survey, '2026-03-04', 'kelby', 1)
  // Were Harrow told and Northmoor as well, what is of Northmoor alone would be Kelby's one.
  expect(await unitOf(subtracted.alertIds[0])).toBe('Northmoor')
  const hidden = await send(survey, '2026-03-04', 'harrow', 1)
  expect(await unitOf(hidden.alertIds[0])).toBe('Northmoor')
  await content(survey, '2026-03-05', 'harrow', 5)
  await content(survey, '2026-03-05', 'kelby', 4)
  const among = await send(survey, '2026-03-05', 'kelby', 1)
  expect(await unitOf(among.alertIds[0])).toBe('Kelby')
})

it('tells no word and no score before so many have answered that single answers may be read', async () => {
  const survey = await pulse('Few')
  const first = await send(survey, '2026-05-04', 'kelby', 1, 'The boiler room is cold')
  const told = async () => ({
    alert: (await app.call('GET', `/alerts/${first.alertIds[0]}`)).text,
    list: (await app.call('GET', `/alerts?survey=${survey}`)).text,
    news: (await app.call('GET', '/notifications')).text,
    words: (await app.call('GET', `/alerts?survey=${survey}&q=boiler`)).body.items.length,
  })
  const before = await told()
  for (const text of [before.alert, before.list, before.news]) expect(text).not.toMatch(/boiler|"score":\{|answered 1 of 5/)
  expect(before.words).toBe(0)
  await content(survey, '2026-05-05', 'harrow', 4)
  const after = await told()
  expect(after.alert).toContain('boiler')
  expect(after.list).toContain('boiler')
  expect(after.words).toBe(1)
})

it('names nobody near an anonymous answer when a rule is tried on the past', async () => {
  const survey = await pulse('Tried')
  const rule = (await app.call('GET', `/alert-rules?survey=${survey}`)).body.items[0].id
  const period = { from: '2026-06-01', to: '2026-06-30' }
  await content(survey, '2026-06-01', 'harrow', 3)
  const low = await send(survey, '2026-06-02', 'kelby', 1)
  expect((await app.call('POST', `/alert-rules/${rule}/replays`, period)).body.title).toMatch(/^So few have answered/)
  await content(survey, '2026-06-02', 'harrow', 6)
  const tried = async (id: string) => {
    const { body } = await app.call('POST', `/alert-rules/${id}/replays`, period)
    return vi.waitFor(
      async () => {
        const reply = await app.call('GET', `/alert-rules/${id}/replays/${body.id}`)
        expect(reply.body.state).toBe('done')
        return reply.body.result
      },
      { timeout: 15_000, interval: 30 },
    )
  }
  const named = async (id: string) => (await tried(id)).owners.map(({ name }: { name: string }) => name)
  // Kelby's manager would say that the low one is Kelby's.
  expect(await named(rule)).toEqual(['Mira Lindqvist'])
  const route = [
    { to: 'person', email: 'omar@northwind.example', when: { segment: { key: 'shift', value: 'night' } } },
    { to: 'skip' },
  ]
  await app.call('PATCH', `/alert-rules/${rule}`, { route })
  expect(await named(rule)).not.toContain('Omar Haddad')
  // That several of one unit were low in a row would say which are of one unit.
  await send(survey, '2026-06-02', 'kelby', 2)
  const series = await app.call('POST', '/alert-rules', {
    name: 'Twice low',
    survey,
    when: { all: [{ series: { question: 'stars', atMost: 2, count: 2, of: 2, per: 'unit' } }] },
    on: false,
  })
  expect((await tried(series.body.id)).alerts).toBe(0)
  expect(low.alertIds).toHaveLength(1)
})

it('is found by its words, and named by its score', async () => {
  const survey = await pulse('Found')
  await content(survey, '2026-07-01', 'harrow', 5)
  await send(survey, '2026-07-01', 'kelby', 1, 'The lift is stuck again')
  const { groups } = (await app.call('GET', '/search?q=lift')).body
  expect(groups[0].items[0].label).toBe('1 of 5')
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/app.ts'
import { peopleCsv, unitsCsv } from '../../../test/cast.ts'

let app: TestApp
const unit: Record<string, string> = {}
const person: Record<string, string> = {}

beforeAll(async () => {
  app = await testApp()
  await app.call('POST', '/units/import', unitsCsv)
  await app.call('POST', '/people/import', peopleCsv)
  for (const one of (await app.call('GET', '/units')).body.items) unit[one.key] = one.id
  for (const one of (await app.call('GET', '/people')).body.items) person[one.externalId ?? one.email] = one.id
})
afterAll(() => app.close())

const post = (path: string, body: object = {}) => app.call('POST', path, body)
const parents = async (on?: string) =>
  Object.fromEntries(
    (await app.call('GET', `/units${on ? `?on=${on}` : ''}`)).body.items.map((u: { key: string; parentId: string }) => [
      u.key,
      u.parentId,
    ]),
  )

describe('a unit', () => {
  it('is moved next month, while last quarter stays as it was', async () => {
    expect((await post(`/units/${unit['kelby']}/moves`, { parent: unit['westbay'], from: '2099-01-01' })).status).toBe(200)
    expect((await parents())['kelby']).toBe(unit['northmoor'])
    expect((await parents('2099-01-01'))['kelby']).toBe(unit['westbay'])
    const whole = (await app.call('GET', `/units/${unit['kelby']}`)).body
    expect(whole.path.map((u: { name: string }) => u.name)).toEqual(['Northmoor', 'Kelby'])
    expect(whole.placements).toEqual([
      { parent: { id: unit['northmoor'], name: 'Northmoor' }, from: null, to: '2099-01-01' },
      { parent: { id: unit['westbay'], name: 'Westbay' }, from: '2099-01-01', to: null },
    ])
  })
  it('cannot come to stand below itself, not even because of a move that is planned', async () => {
    const refused = await post(`/units/${unit['westbay']}/moves`, { parent: unit['kelby'] })
    expect(refused.status).toBe(409)
    expect(refused.body.title).toContain('2099-01-01: Westbay → Kelby → Westbay')
  })
  it('stays where it is when the move is called off', async () => {
    expect((await app.call('DELETE', `/units/${unit['kelby']}/moves/2099-01-01`)).status).toBe(200)
    expect((await parents('2099-01-02'))['kelby']).toBe(unit['northmoor'])
    expect((await app.call('DELETE', `/units/${unit['kelby']}/moves/2099-01-01`)).status).toBe(404)
  })
  it('is closed when nothing is open below it, leaves the tree from then on, and can come back', async () => {
    const refused = await post(`/units/${unit['northmoor']}/closing`)
    expect(refused.body.title).toContain('Kelby')
    expect((await post(`/units/${unit['saltmouth']}/closing`, { on: '2098-01-01' })).status).toBe(200)
    expect((await parents('2097-12-31'))['saltmouth']).toBeDefined()
    expect((await parents('2098-01-01'))['saltmouth']).toBeUndefined()
    expect((await app.call('DELETE', `/units/${unit['saltmouth']}/closing`)).status).toBe(200)
    expect((await parents('2098-01-01'))['saltmouth']).toBeDefined()
  })
  it('gets a key from its name, and keeps keys apart', async () => {
    const made = await post('/units', { name: 'Köln Süd', parent: unit['westbay'] })
    expect(made.status).toBe(201)
    expect((await app.call('GET', `/units/${made.body.id}`)).body.key).toBe('koln-sud')
    expect((await post('/units', { name: 'Other', key: 'kelby' })).status).toBe(409)
    expect((await app.call('PATCH', `/units/${made.body.id}`, { name: 'Cologne', key: 'kelby' })).status).toBe(400)
    expect((await app.call('PATCH', `/units/${made.body.id}`, { name: 'Cologne' })).status).toBe(200)
  })
  it('changes managers from today on; the former one stays a member', async () => {
    const put = (people: string[]) => app.call('PUT', `/units/${unit['kelby']}/managers`, { people })
    expect((await put([person['E1']!])).status).toBe(200)
    const whole = (await app.call('GET', `/units/${unit['kelby']}`)).body
    expect(whole.managers.map((m: { name: string }) => m.name)).toEqual(['Mira Lindqvist'])
    const omar = (await app.call('GET', `/people/${person['E2']}`)).body
    expect(omar.units).toEqual([{ id: unit['kelby'], name: 'Kelby', role: 'member' }])
    expect((await put([person['E2']!])).status).toBe(200)
    expect((await put(['00000000-0000-7000-8000-000000000000'])).status).toBe(400)
  })
})

describe('a person', () => {
  it('is found by name, e-mail, unit with all below it, kind and segment', async () => {
    await app.call('PATCH', `/people/${person['C1']}`, { segments: { plan: 'gold' } })
    const names = async (query: string) =>
      (await app.call('GET', `/people?${query}`)).body.items.map((p: { label: string }) => p.label)
    expect(await names('q=whit')).toEqual(['Dana Whitlock'])
    expect(await names('q=OMAR@')).toEqual(['Omar Haddad'])
    expect(await names('q=%25')).toEqual([])
    expect(await names(`unit=${unit['northmoor']}&kind=staff`)).toEqual(['Mira Lindqvist', 'Omar Haddad'])
    expect(await names('segment=plan:gold')).toEqual(['Dana Whitlock'])
    expect(await names('segment=plan:silver')).toEqual([])
    const first = (await app.call('GET', '/people?limit=1')).body
    const second = (await app.call('GET', `/people?limit=1&cursor=${first.nextCursor}`)).body
    expect(second.items[0].label > first.items[0].label).toBe(true)
  })
  it('is known whole: manager, reports, account, units and their history', async () => {
    const omar = (await app.call('GET', `/people/${person['E2']}`)).body
    expect(omar).toMatchObject({ label: 'Omar Haddad', manager: { name: 'Mira Lindqvist' }, hasLogin: false })
    const mira = (await app.call('GET', `/people/${person['E1']}`)).body
    expect(mira.reports.map((p: { name: string }) => p.name)).toEqual(['Omar Haddad'])
    expect((await app.call('GET', `/people/${person['C1']}`)).body.account.name).toBe("Whitlock's Bakery")
  })
  it('needs something to be known by, and no address twice', async () => {
    expect((await post('/people', { name: 'Nobody' })).status).toBe(400)
    const twice = await post('/people', { email: 'dana@bakery.example' })
    expect([twice.status, twice.body.code]).toEqual([409, 'already_exists'])
    expect((await app.call('PATCH', `/people/${person['E2']}`, { email: 'dana@bakery.example' })).status).toBe(409)
  })
  it('cannot report to somebody who reports to them', async () => {
    const refused = await app.call('PATCH', `/people/${person['E1']}`, { manager: person['E2'] })
    expect(refused.body.title).toContain('Mira Lindqvist → Omar Haddad → Mira Lindqvist')
  })
  it('opts out and in again, and is away with a delegate', async () => {
    await app.call('PUT', `/people/${person['C1']}/opt-out`)
    expect((await app.call('GET', '/people?state=opted-out')).body.items).toHaveLength(1)
    await app.call('DELETE', `/people/${person['C1']}/opt-out`)
    expect((await app.call('GET', '/people?state=opted-out')).body.items).toHaveLength(0)
    const away = await post(`/people/${person['E2']}/absences`, {
      from: '2020-01-01T00:00:00Z',
      to: '2099-01-01T00:00:00Z',
      delegate: person['E1'],
    })
    expect(away.status).toBe(201)
    const omar = (await app.call('GET', `/people/${person['E2']}`)).body
    expect(omar.absences[0]).toMatchObject({ delegate: { name: 'Mira Lindqvist' } })
    expect(omar.awayUntil).toBe('2099-01-01T00:00:00.000Z')
    expect((await app.call('DELETE', `/absences/${away.body.id}`)).status).toBe(200)
    expect(
      (await post(`/people/${person['E2']}/absences`, { from: '2020-01-02T00:00:00Z', to: '2020-01-01T00:00:00Z' })).status,
    ).toBe(400)
  })
  it('is seen by a manager only in the manager’s own units', async () => {
    const { body } = await post('/api-keys', { name: 'Kelby', role: 'manager', units: [unit['kelby']] })
    const as = { key: body.apiKey }
    const items = (await app.call('GET', '/people', undefined, as)).body.items
    expect(items.map((p: { label: string }) => p.label)).toEqual(['Dana Whitlock', 'Omar Haddad'])
    expect((await app.call('GET', `/people/${person['E1']}`, undefined, as)).status).toBe(404)
    expect(
      (await app.call('GET', '/units', undefined, as)).body.items.map((u: { key: string; parentId: null }) => [
        u.key,
        u.parentId,
      ]),
    ).toEqual([['kelby', null]])
    expect((await app.call('GET', `/units/${unit['westbay']}`, undefined, as)).status).toBe(404)
    expect((await app.call('GET', '/people/export', undefined, as)).text).not.toContain('Mira Lindqvist,')
    expect((await app.call('PATCH', `/people/${person['C1']}`, { name: 'x' }, as)).status).toBe(403)
  })
})

it('answers what makes no sense with a reason, not with a failure', async () => {
  const cursor = btoa(JSON.stringify(['a', 'b']))
  for (const path of [
    `/people?cursor=${cursor}`,
    `/customer-accounts?cursor=${cursor}`,
    `/teams?cursor=${cursor}`,
    '/units?on=0000-01-01',
    '/people/x',
  ])
    expect([path, (await app.call('GET', path)).status]).toEqual([path, 400])
  const nobody = '00000000-0000-7000-8000-000000000000'
  for (const [path, body] of [
    ['/units', { name: 'x', parent: nobody }],
    [`/units/${unit['kelby']}/moves`, { parent: nobody }],
    ['/people', { email: 'x@x.example', manager: nobody }],
    ['/people', { email: 'x@x.example', account: nobody }],
    ['/people', { email: 'x@x.example', units: [{ unit: nobody }] }],
    [`/people/${person['E1']}/absences`, { from: '0000-01-01T00:00:00Z', to: '2099-01-01T00:00:00Z' }],
    ['/teams', { name: 'T', people: [nobody] }],
    ['/customer-accounts', { name: 'A', owner: nobody }],
  ] as const)
    expect((await post(path, body)).status, path + JSON.stringify(body)).toBeOneOf([400, 404, 409])
})

describe('customer accounts and teams', () => {
  it('have an owner, are found by name and go without their people', async () => {
    const { body: list } = await app.call('GET', '/customer-accounts?q=bakery')
    const id = list.items[0].id
    expect((await app.call('PATCH', `/customer-accounts/${id}`, { owner: person['E2'] })).status).toBe(200)
    expect((await app.call('GET', `/customer-accounts/${id}`)).body).toMatchObject({ owner: { name: 'Omar Haddad' }, people: 1 })
    expect((await post('/customer-accounts', { name: "WHITLOCK'S BAKERY" })).status).toBe(409)
    expect((await app.call('DELETE', `/customer-accounts/${id}`)).status).toBe(200)
    expect((await app.call('GET', `/people/${person['C1']}`)).body.account).toBeNull()
  })
  it('have people', async () => {
    const made = await post('/teams', { name: 'Callbacks', people: [person['E1'], person['E2']] })
    expect(made.status).toBe(201)
    expect((await post('/teams', { name: 'callbacks' })).status).toBe(400)
    await app.call('PATCH', `/teams/${made.body.id}`, { people: [person['E2']] })
    expect((await app.call('GET', '/teams')).body.items).toMatchObject([{ name: 'Callbacks', people: [{ name: 'Omar Haddad' }] }])
    expect((await app.call('DELETE', `/teams/${made.body.id}`)).status).toBe(200)
  })
})

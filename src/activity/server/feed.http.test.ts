import { afterAll, beforeAll, expect, it } from 'vitest'
import { owner, type TestApp, testApp } from '../../../test/app.ts'
import { omar, priya, unitsCsv } from '../../../test/cast.ts'
import { newId } from '../../kit/ids.ts'
import { systemCaller } from '../../kit/caller.ts'
import { record } from './record.ts'

let app: TestApp
let omarsId: string
beforeAll(async () => {
  app = await testApp()
  omarsId = (await app.call('POST', '/members', { email: omar.email, role: 'manager' })).body.userId
  await app.call('PATCH', `/members/${omarsId}`, { role: 'agent' })
  await app.call('POST', '/members', { email: priya.email, role: 'analyst' })
})
afterAll(() => app.close())

const feed = async (query = '', key?: string) => app.call('GET', `/activity${query}`, undefined, key ? { key } : {})
// What the directory notes of its own (a member becomes a person) is not the story here.
const verbs = async (query = '', key?: string) =>
  (await feed(query, key)).body.items
    .map((item: { verb: string }) => item.verb)
    .filter((verb: string) => !verb.startsWith('person.'))

it('tells what happened, newest first, by whom and from what to what', async () => {
  expect(await verbs()).toEqual(['member.invited', 'member.changed', 'member.invited', 'org.created'])
  const [changed] = (await feed(`?subject=${omarsId}`)).body.items
  expect(changed).toMatchObject({
    verb: 'member.changed',
    actor: { kind: 'key', name: 'First key' },
    subject: { type: 'login', id: omarsId },
    detail: { email: omar.email, from: { role: 'manager' }, to: { role: 'agent' } },
    erased: false,
  })
})

it('shows the feed of one object, of one actor, of one kind, and since a day', async () => {
  expect(await verbs(`?subject=${omarsId}`)).toEqual(['member.changed', 'member.invited'])
  expect(await verbs(`?actor=${app.ownerId}`)).toEqual(['org.created'])
  expect(await verbs('?verb=org.')).toEqual(['org.created'])
  expect(await verbs('?from=2020-01-01')).toHaveLength(4)
  expect(await verbs('?from=2999-01-01')).toEqual([])
  expect(await verbs('?to=2020-01-01T00:00:00Z')).toEqual([])
})

it('pages without losing or doubling anything', async () => {
  const all = (await feed()).body.items.length
  const first = (await feed('?limit=3')).body
  const second = (await feed(`?limit=3&cursor=${first.nextCursor}`)).body
  expect(new Set([...first.items, ...second.items].map((item: { id: string }) => item.id)).size).toBe(all)
  expect(second.nextCursor).toBeNull()
  expect((await feed('?cursor=nonsense')).status).toBe(400)
  expect((await feed('?subject=nonsense')).status).toBe(400)
})

it('shows a manager of some units only what concerns these units, and what they did', async () => {
  await app.call('POST', '/units/import', unitsCsv)
  const units = (await app.call('GET', '/units')).body.items as { id: string; key: string }[]
  const [kelby, saltmouth] = ['kelby', 'saltmouth'].map(key => units.find(unit => unit.key === key)!.id) as [string, string]
  await app.database.inOrg(app.orgId, systemCaller('test'), async tx => {
    await record(tx, 'alert.opened', { type: 'alert', id: newId(), also: [kelby] })
    await record(tx, 'alert.opened', { type: 'alert', id: newId(), also: [saltmouth] })
  })
  const { apiKey, id } = (await app.call('POST', '/api-keys', { name: 'Kelby', role: 'manager', units: [kelby] })).body
  expect(await verbs('?verb=alert.', apiKey)).toEqual(['alert.opened'])
  expect(await verbs('?verb=org.', apiKey)).toEqual([])
  expect(await verbs(`?subject=${saltmouth}`, apiKey)).toEqual([])
  expect(id).toBeTruthy()
})

it('shows nothing of another organisation', async () => {
  const other = (await app.call('POST', '/orgs', { ...owner, org: 'Southwind', email: 'sam@southwind.example' })).body
  expect(await verbs('', other.apiKey)).toEqual(['member.invited', 'org.created'])
  expect(await verbs(`?subject=${omarsId}`, other.apiKey)).toEqual([])
})

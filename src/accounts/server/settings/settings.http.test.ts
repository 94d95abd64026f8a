import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { owner, type TestApp, testApp } from '../../../../test/app.ts'

let app: TestApp
let viewer: string
beforeAll(async () => {
  app = await testApp()
  viewer = (await app.call('POST', '/api-keys', { name: 'Viewer', role: 'viewer' })).body.apiKey
})
afterAll(() => app.close())

const change = (body: object) => app.call('PATCH', '/org', body)
const org = async () => (await app.call('GET', '/org')).body

it('keeps what the organisation decides, shows it to everybody in it, and notes from what to what', async () => {
  const decided = {
    zone: 'Europe/Berlin',
    locale: 'de',
    locales: ['de', 'en', 'ar'],
    address: 'Northwind Water, 1 Quay Street',
    sender: { name: 'Northwind', address: 'feedback@northwind.example' },
    hours: {
      mon: [
        ['09:00', '12:30'],
        ['13:00', '17:00'],
      ],
      fri: [['22:00', '06:00']],
    },
    holidays: [{ date: '2026-12-24', name: 'Heiligabend' }],
    retention: { comments: 365, activityDetails: 730 },
    contactEveryDays: 90,
  }
  expect((await change({ ...decided, name: 'Northwind Waters' })).status).toBe(200)
  expect((await app.call('GET', '/org', undefined, { key: viewer })).body).toMatchObject({
    name: 'Northwind Waters',
    settings: decided,
    logoUrl: null,
  })
  expect((await change({ address: null, name: owner.org })).status).toBe(200)
  expect((await org()).settings.address).toBeUndefined()
  const [last] = (await app.call('GET', '/activity?verb=org.changed')).body.items
  expect(last.detail).toEqual({
    name: { from: 'Northwind Waters', to: owner.org },
    address: { from: decided.address, to: null },
  })
  expect((await app.call('PATCH', '/org', { zone: 'UTC' }, { key: viewer })).status).toBe(403)
})

it.each([
  ['a zone that is none', { zone: 'Europe/Atlantis' }],
  ['an offset as a zone', { zone: '+02:00' }],
  ['a colour that is none', { colour: 'teal' }],
  ['hours that end when they begin', { hours: { mon: [['09:00', '09:00']] } }],
  ['a time that is none', { hours: { mon: [['25:00', '26:00']] } }],
  ['a day that is none', { holidays: [{ date: '2026-02-30', name: 'Never' }] }],
  ['a retention shorter than a month', { retention: { comments: 1 } }],
  ['a blank name', { name: ' ' }],
])('refuses %s', async (_what, body) => {
  const reply = await change(body)
  expect(reply.status).toBe(400)
  expect(reply.body.errors.length).toBeGreaterThan(0)
})

it('says whether the colour can be read, and which near one can', async () => {
  await change({ colour: '#FFD400' })
  const { colour, settings } = await org()
  expect(settings.colour).toBe('#ffd400')
  expect(colour.light).toMatchObject({ passes: false })
  expect(colour.light.colour).not.toBe('#ffd400')
  expect(colour.dark.passes).toBe(true)
})

it('draws an uploaded logo anew, serves it to anybody, and forgets it', async () => {
  const picture = await sharp({ create: { width: 900, height: 300, channels: 4, background: '#0a6375' } })
    .withExif({ IFD0: { Artist: 'Olga' } })
    .jpeg()
    .toBuffer()
  const put = await app.call('PUT', '/org/logo', picture, { type: 'application/octet-stream' })
  expect(put.status).toBe(200)
  const path = new URL(put.body.logoUrl).pathname
  const served = await app.app.inject({ url: path })
  expect(served.headers).toMatchObject({ 'content-type': 'image/png' })
  expect(served.headers['cache-control']).toContain('immutable')
  const metadata = await sharp(served.rawPayload).metadata()
  expect(metadata).toMatchObject({ format: 'png', width: 480, height: 160 })
  expect(metadata.exif).toBeUndefined()
  await app.call('DELETE', '/org/logo')
  expect((await app.app.inject({ url: path })).statusCode).toBe(404)
  expect((await org()).logoUrl).toBeNull()
})

it.each([
  ['a drawing with script', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'), 415],
  ['a page that calls itself a picture', Buffer.from('<html>'), 415],
  ['half a picture', Buffer.from('\x89PNG\r\n\x1a\n0000', 'latin1'), 400],
  ['more than a megabyte', Buffer.alloc(1024 * 1024 + 1), 413],
])('refuses %s as a logo', async (_what, bytes, status) => {
  expect((await app.call('PUT', '/org/logo', bytes, { type: 'application/octet-stream' })).status).toBe(status)
})

it('proposes the holidays of a country or state', async () => {
  const { items } = (await app.call('GET', '/holiday-proposals?country=DE&state=BY&year=2026')).body
  expect(items).toContainEqual({ date: '2026-01-06', name: 'Heilige Drei Könige' })
  expect((await app.call('GET', '/holiday-regions')).body.items).toContainEqual({ code: 'DE', name: 'Germany' })
  expect((await app.call('GET', '/holiday-regions?country=DE')).body.items).toContainEqual({
    code: 'BY',
    name: expect.any(String),
  })
  expect((await app.call('GET', '/holiday-proposals?country=XX&year=2026')).body.items).toEqual([])
})

it('tells the machine-readable description of every call', async () => {
  const { status, body } = await app.call('GET', '/openapi.json')
  expect(status).toBe(200)
  expect(Object.keys(body.paths)).toEqual(expect.arrayContaining(['/api/v1/org', '/api/v1/activity', '/api/v1/session']))
})

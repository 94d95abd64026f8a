import { afterAll, beforeAll, expect, it } from 'vitest'
import { owner, type TestApp, testApp } from '../../../test/app.ts'
import { dana } from '../../../test/cast.ts'
import { answer, type Kelby, openKelby } from '../../../test/kelby.ts'

let app: TestApp
let at: Kelby
let cookie: string
beforeAll(async () => {
  app = await testApp()
  at = await openKelby(app)
  await app.call('POST', '/alert-rules', {
    name: 'Five stars',
    kind: 'excellence',
    survey: at.survey,
    when: { all: [{ question: 'stars', atLeast: 5 }] },
  })
  const signIn = await app.call('POST', '/session', { email: owner.email, password: owner.password }, { key: null })
  cookie = String(signIn.headers['set-cookie']).split(';')[0]!
})
afterAll(() => app.close())

const asOlga = {
  key: null,
  headers: {
    get cookie() {
      return cookie
    },
  },
}
const praised = async () =>
  (await answer(app, at.survey, { stars: 5, why: 'Carl stayed until it ran clear.' }, { person: { email: dana.email } }))
    .alertIds[0]!
const share = (id: string, more: object = {}) =>
  app.call('POST', `/alerts/${id}/practices`, {
    title: 'Stay until it runs clear',
    story: 'Carl waits ten minutes.',
    theme: 'Repairs',
    ...more,
  })
const wall = async (query = '') => (await app.call('GET', `/practices${query}`, undefined, asOlga)).body.items

it('shows what was shared, without the customer’s name unless they agreed; each alert once', async () => {
  const [first, second] = [await praised(), await praised()]
  expect((await share(first)).status).toBe(201)
  expect((await share(first)).body.code).toBe('already_exists')
  await share(second, { title: 'Named', agreed: true, quote: false, theme: 'Welcome' })
  const [named, nameless] = await wall()
  expect(nameless).toMatchObject({
    words: 'Carl stayed until it ran clear.',
    customer: null,
    unit: { name: 'Kelby' },
    theme: 'Repairs',
  })
  expect(named).toMatchObject({ words: null, customer: dana.name })
  expect(await wall('?q=ten+minutes')).toHaveLength(2)
  expect(await wall('?theme=repairs')).toHaveLength(1)
  expect(await wall(`?unit=${at.northmoor}`)).toHaveLength(2)
  expect((await app.call('GET', '/practices/themes')).body.items).toEqual([
    { theme: 'Repairs', n: 1 },
    { theme: 'Welcome', n: 1 },
  ])
})

it('counts each person’s applause once, and takes it back', async () => {
  const { body } = await share(await praised())
  const applaud = (applaud: boolean) => app.call('PUT', `/practices/${body.id}/applause`, { applaud }, asOlga)
  await applaud(true)
  await applaud(true)
  expect((await wall())[0]).toMatchObject({ applause: 1, applauded: true })
  await applaud(false)
  expect((await wall())[0]).toMatchObject({ applause: 0, applauded: false })
  expect((await app.call('PUT', `/practices/${body.id}/applause`, { applaud: true })).status).toBe(403)
})

it('says who does the same, and where', async () => {
  const { body } = await share(await praised())
  await app.call('POST', `/practices/${body.id}/reuses`, { place: 'Saltmouth', note: 'Since May.' }, asOlga)
  expect((await wall())[0].reuses).toMatchObject([{ by: owner.name, place: 'Saltmouth', note: 'Since May.' }])
})

it('is looked after by managers: taken off with a reason, and put back', async () => {
  const { body } = await share(await praised())
  const { apiKey: key } = (await app.call('POST', '/api-keys', { name: 'Agent', role: 'agent' })).body
  const hide = (how: object) => app.call('PUT', `/practices/${body.id}/visibility`, { visible: false, reason: 'Twice' }, how)
  expect((await hide({ key })).status).toBe(403)
  const { apiKey: other } = (await app.call('POST', '/api-keys', { name: 'Westbay', role: 'manager', units: [at.northmoor] }))
    .body
  expect((await hide({ key: other })).status).toBe(200)
  expect((await app.call('GET', '/practices', undefined, { key })).body.items.map((p: { id: string }) => p.id)).not.toContain(
    body.id,
  )
  expect((await wall())[0].hidden).toMatchObject({ reason: 'Twice' })
  await app.call('PUT', `/practices/${body.id}/visibility`, { visible: true })
  expect((await app.call('GET', '/practices', undefined, { key })).body.items[0].id).toBe(body.id)
})

import { afterAll, beforeAll, expect, it } from 'vitest'
import { owner, type TestApp, testApp } from '../../../test/app.ts'
import { dana } from '../../../test/cast.ts'
import { answer, type Kelby, openKelby } from '../../../test/kelby.ts'

let app: TestApp
let at: Kelby
let cause: string
let cookie: string
const words = 'We now warn by text message the day before.'

beforeAll(async () => {
  app = await testApp()
  at = await openKelby(app)
  await app.call('POST', '/alert-rules', { name: 'Low', survey: at.survey, when: { all: [{ question: 'stars', atMost: 2 }] } })
  const top = (await app.call('POST', '/causes', { name: 'Works' })).body.id
  cause = (await app.call('POST', '/causes', { name: 'No notice', parentId: top })).body.id
  for (const email of [dana.email, dana.email, 'carl@bakery.example', 'eve@bakery.example', 'ben@bakery.example']) {
    const { alertIds } = await answer(app, at.survey, { stars: 1, why: `No notice, says ${email}` }, { person: { email } })
    await app.call('POST', `/alerts/${alertIds[0]}/causes`, { causes: [cause] })
  }
  await app.database.pool.query(`update person set locale = 'de-AT' where email like 'eve@%'`)
  await app.database.pool.query(`update person set opted_out_at = now() where email like 'carl@%'`)
  await app.database.pool.query(`update person set bounced_at = now() where email like 'ben@%'`)
  const signIn = await app.call('POST', '/session', { email: owner.email, password: owner.password }, { key: null })
  cookie = String(signIn.headers['set-cookie']).split(';')[0]!
})
afterAll(() => app.close())

const texts = { en: words, de: 'Wir warnen jetzt am Vortag per SMS.' }
const go = (what: string, body: unknown = { texts }) => app.call('POST', `/causes/${cause}/${what}`, body)
const mails = async () =>
  (await app.database.pool.query(`select payload from outbox where key like 'fix told %' order by id`)).rows.map(
    row => row.payload,
  )

it('tells nobody before it is fixed', async () => {
  expect((await go('tellings')).body).toMatchObject({ code: 'not_allowed_now' })
  expect((await go('fixes', { note: words })).status).toBe(201)
  expect((await go('fixes', { note: words })).body.code).toBe('already_exists')
  expect((await app.call('GET', `/causes/${cause}/fix`)).body.fix).toMatchObject({ note: words, told: 0 })
  expect((await app.call('GET', '/causes')).body.items.find((c: { id: string }) => c.id === cause).fixed).toBe(true)
})

it('shows before who would be told, who is held back and why, and the mail', async () => {
  const { body } = await go('tellings/preview')
  expect(body.told).toBe(2)
  expect(body.held.map((h: { email: string; reason: string }) => [h.email, h.reason])).toEqual(
    expect.arrayContaining([
      ['carl@bakery.example', 'Wants no more questions'],
      ['ben@bakery.example', 'Mail to this address comes back'],
    ]),
  )
  expect(body.mail).toMatchObject({ locale: 'en', text: expect.stringContaining(words) })
  expect(body.languages).toEqual([
    { reader: 'de-AT', n: 1, gets: 'de' },
    { reader: 'en', n: 1, gets: 'en' },
  ])
  expect((await go('tellings/preview', { texts, from: '2999-01-01' })).body.told).toBe(0)
  expect(await mails()).toEqual([])
})

it('shows the mail in each language, and says who gets which for want of their own', async () => {
  const german = (await go('tellings/preview', { texts, reader: 'de' })).body.mail
  expect(german).toMatchObject({ subject: 'Sie sagten es, wir taten es', text: expect.stringContaining(texts.de) })
  const only = (await go('tellings/preview', { texts: { en: words, de: ' ' } })).body
  expect(only.languages).toContainEqual({ reader: 'de-AT', n: 1, gets: 'en' })
  expect((await go('tellings/preview', { texts: { en: '' } })).status).toBe(400)
  expect((await go('tellings/preview', { texts: {} })).status).toBe(400)
})

it('sends oneself a test first', async () => {
  const reply = await app.call(
    'POST',
    `/causes/${cause}/tellings/test`,
    { texts, reader: 'de' },
    { key: null, headers: { cookie } },
  )
  expect(reply.body).toEqual({ to: owner.email })
  expect((await go('tellings/test')).body.errors[0].path).toBe('to')
})

it('tells each person once', async () => {
  expect((await go('tellings')).body).toEqual({ told: 2, held: 2 })
  expect((await mails()).map(mail => mail.to).sort((a: string, b: string) => a.localeCompare(b))).toEqual([
    dana.email,
    'eve@bakery.example',
  ])
  const wordsTo = async (to: string) => (await mails()).find(mail => mail.to === to)
  expect(await wordsTo('eve@bakery.example')).toMatchObject({ locale: 'de', data: { words: texts.de } })
  expect(await wordsTo(dana.email)).toMatchObject({ locale: 'en', data: { words } })
  expect((await app.call('GET', `/causes/${cause}/fix`)).body.fix).toMatchObject({ texts, told: 2 })
  expect((await go('tellings')).body).toEqual({ told: 0, held: 2 })
  expect((await go('tellings/preview')).body.already).toBe(2)
})

it('counts as a contact: the next fix, and the next survey, wait', async () => {
  await app.call('DELETE', `/causes/${cause}/fix`)
  await go('fixes', { note: 'Once more.' })
  const { body } = await go('tellings/preview')
  expect(body.told).toBe(0)
  expect(body.held.find((h: { email: string }) => h.email === dana.email)).toMatchObject({
    reason: 'Was asked something else not long ago',
    until: expect.any(String),
  })
  const preview = await app.call('POST', `/surveys/${at.survey}/sends/preview`, { audience: { list: [{ email: dana.email }] } })
  expect(preview.body).toMatchObject({ total: 1, invited: 0 })
})

it('is honoured by one click in the mail program', async () => {
  const mail = (await mails()).find(one => one.to === 'eve@bakery.example')
  const path = new URL(mail.unsubscribe).pathname
  const type = 'application/x-www-form-urlencoded'
  await app.call('POST', path, 'List-Unsubscribe=One-Click', { page: true, key: null, type })
  const { rows } = await app.database.pool.query(`select opted_out_at from person where email = 'eve@bakery.example'`)
  expect(rows[0].opted_out_at).not.toBeNull()
})

import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/app.ts'

let app: TestApp
beforeAll(async () => void (app = await testApp()))
afterAll(() => app.close())

const draft = async () =>
  (
    await app.call('POST', '/surveys', {
      name: 'Visit',
      locale: 'en',
      questions: [{ id: 'stars', kind: 'rating', prompt: 'How was it?' }],
    })
  ).body.id

it('deletes a draft, and nothing that was published', async () => {
  const id = await draft()
  expect((await app.call('DELETE', `/surveys/${id}`)).status).toBe(200)
  expect((await app.call('GET', `/surveys/${id}`)).status).toBe(404)
  const published = await draft()
  await app.call('POST', `/surveys/${published}/publish`)
  expect((await app.call('DELETE', `/surveys/${published}`)).body.code).toBe('not_allowed_now')
})

it('tells the day of the last answer', async () => {
  const id = await draft()
  await app.call('POST', `/surveys/${id}/publish`)
  expect((await app.call('GET', `/surveys/${id}`)).body.lastAnswerOn).toBeNull()
  await app.call('POST', `/surveys/${id}/responses`, { answers: { stars: 5 }, respondedAt: '2026-03-17T12:00:00Z' })
  await app.call('POST', `/surveys/${id}/responses`, { answers: { stars: 4 }, respondedAt: '2026-03-02T12:00:00Z' })
  const { items } = (await app.call('GET', '/surveys?state=live')).body
  expect(items.find((one: { id: string }) => one.id === id)).toMatchObject({ responses: 2, lastAnswerOn: '2026-03-17' })
})

it('draws a survey’s logo anew and serves it to anybody', async () => {
  const id = await draft()
  const picture = await sharp({ create: { width: 900, height: 300, channels: 4, background: '#0a6375' } })
    .png()
    .toBuffer()
  const put = await app.call('PUT', `/surveys/${id}/logo`, picture, { type: 'application/octet-stream' })
  expect(put.status, put.text).toBe(200)
  const served = await app.call('GET', put.body.logo, undefined, { page: true, key: null })
  expect(served.headers['content-type']).toBe('image/png')
  expect(
    (await app.call('GET', put.body.logo.replace(/.{5}\.png/, '00000.png'), undefined, { page: true, key: null })).status,
  ).toBe(404)
  expect((await app.call('PATCH', `/surveys/${id}`, { brand: { logo: put.body.logo } })).status).toBe(200)
})

it('notes that somebody edits once a sitting, not with every letter that saves itself', async () => {
  const id = await draft()
  const edits = async () =>
    (await app.call('GET', `/activity?subject=${id}&verb=survey.changed`)).body.items.map(
      (item: { detail: { fields: string[] } }) => item.detail.fields,
    )
  for (const title of ['W', 'We', 'Wel', 'Welcome']) await app.call('PATCH', `/surveys/${id}`, { title })
  expect(await edits()).toEqual([['title']])
  await app.call('PATCH', `/surveys/${id}`, { title: 'Welcome!', about: 'Two questions' })
  await app.call('PATCH', `/surveys/${id}`, { about: 'Three questions' })
  expect(await edits()).toEqual([['title', 'about'], ['title']])
  // Who looks after it is told each time.
  for (let i = 0; i < 2; i++) await app.call('PATCH', `/surveys/${id}`, { owner: app.ownerId })
  expect(await edits()).toHaveLength(4)
  // Another one has a sitting of their own.
  const { apiKey } = (await app.call('POST', '/api-keys', { name: 'Priya', role: 'analyst' })).body
  await app.call('PATCH', `/surveys/${id}`, { title: 'Hello' }, { key: apiKey })
  expect(await edits()).toHaveLength(5)
})

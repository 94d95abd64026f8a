import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/app.ts'
import { systemCaller } from '../../kit/caller.ts'
import { closeDueSurveys } from './closeDueSurveys.ts'

let app: TestApp
beforeAll(async () => void (app = await testApp()))
afterAll(() => app.close())

const visit = {
  name: 'Your visit',
  locale: 'en',
  questions: [
    { id: 'stars', kind: 'rating', prompt: 'How was it?', required: true },
    { id: 'why', kind: 'text', prompt: 'Why?' },
  ],
}

async function draft(more: object = {}): Promise<string> {
  const made = await app.call('POST', '/surveys', { ...visit, ...more })
  expect(made.status, made.text).toBe(201)
  return made.body.id
}

it('is a draft, then a version that nobody can change, then the next version', async () => {
  const id = await draft()
  expect((await app.call('POST', `/surveys/${id}/responses`, { answers: { stars: 5 } })).body.code).toBe('survey_not_published')
  expect((await app.call('POST', `/surveys/${id}/publish`)).body).toEqual({ id, version: 1, state: 'live' })
  const changed = await app.call('PATCH', `/surveys/${id}`, {
    name: 'Another name',
    questions: [...visit.questions, { id: 'nps', kind: 'nps', prompt: 'Again?' }],
  })
  expect(changed.status, changed.text).toBe(200)
  const whole = (await app.call('GET', `/surveys/${id}`)).body
  expect(whole).toMatchObject({ name: 'Another name', version: 1, changed: true, questions: 3, responses: 0, problems: [] })
  await app.call('POST', `/surveys/${id}/publish`)
  const versions = (await app.call('GET', `/surveys/${id}/versions?limit=1`)).body
  expect(versions.items.map((one: any) => [one.version, one.content.questions.length])).toEqual([[2, 3]])
  const older = (await app.call('GET', `/surveys/${id}/versions?limit=1&cursor=${versions.nextCursor}`)).body
  expect(older.items.map((one: any) => [one.version, one.content.questions.length])).toEqual([[1, 2]])
  expect((await app.call('GET', `/surveys/${id}`)).body.changed).toBe(false)
  await expect(app.database.pool.query(`update survey_version set content = '{}'`)).rejects.toThrow('immutable')
})

it('does not overwrite what somebody else changed in between', async () => {
  const id = await draft()
  const { revision } = (await app.call('GET', `/surveys/${id}`)).body
  expect((await app.call('PATCH', `/surveys/${id}`, { revision, title: 'Mira was here' })).status).toBe(200)
  expect((await app.call('PATCH', `/surveys/${id}`, { revision, title: 'Omar too' })).body.code).toBe('conflict')
  expect((await app.call('GET', `/surveys/${id}`)).body.draft.title).toBe('Mira was here')
})

it('says place by place why it cannot be published', async () => {
  const id = await draft({ questions: [{ id: 'pick', kind: 'choice', prompt: 'Which?', options: ['One'] }] })
  const refused = await app.call('POST', `/surveys/${id}/publish`)
  expect(refused.body).toMatchObject({ code: 'bad_input', errors: [{ path: 'questions.0.options' }] })
})

it('closes, opens again, is put away and brought back', async () => {
  const id = await draft()
  expect((await app.call('POST', `/surveys/${id}/closures`)).body.code).toBe('not_allowed_now')
  await app.call('POST', `/surveys/${id}/publish`)
  expect((await app.call('POST', `/surveys/${id}/responses`, { answers: { stars: 5 } })).status).toBe(201)
  expect((await app.call('POST', `/surveys/${id}/closures`)).status).toBe(200)
  expect((await app.call('POST', `/surveys/${id}/responses`, { answers: { stars: 5 } })).body.code).toBe('survey_closed')
  expect((await app.call('POST', `/surveys/${id}/reopenings`)).status).toBe(200)
  expect((await app.call('POST', `/surveys/${id}/responses`, { answers: { stars: 4 } })).status).toBe(201)
  expect((await app.call('GET', `/surveys/${id}`)).body.responses).toBe(2)
  expect((await app.call('POST', `/surveys/${id}/archivings`)).status).toBe(200)
  const ids = async (query: string) => (await app.call('GET', `/surveys${query}`)).body.items.map((one: any) => one.id)
  expect(await ids('')).not.toContain(id)
  expect(await ids('?archived=true')).toEqual([id])
  expect((await app.call('DELETE', `/surveys/${id}/archivings`)).status).toBe(200)
  expect(await ids('?search=visit&state=closed')).toContain(id)
})

it('stays anonymous once people were told so', async () => {
  const id = await draft({ anonymous: true })
  await app.call('POST', `/surveys/${id}/publish`)
  expect((await app.call('PATCH', `/surveys/${id}`, { anonymous: false })).body.code).toBe('not_allowed_now')
  const copy = (await app.call('POST', `/surveys/${id}/copies`, {})).body.id
  expect((await app.call('PATCH', `/surveys/${copy}`, { anonymous: false })).status).toBe(200)
})

it('makes open links with a code to print', async () => {
  const id = await draft()
  const link = await app.call('POST', `/surveys/${id}/links`, { name: 'Counter', segments: { channel: 'counter' } })
  expect(link.body.url).toMatch(/^http:\/\/localhost:3000\/f\/[\w-]{28}$/)
  const svg = await app.call('GET', `/surveys/${id}/links/${link.body.id}/qr.svg`)
  expect(svg.text).toContain('<svg')
  const png = await app.call('GET', `/surveys/${id}/links/${link.body.id}/qr.png?size=128`)
  expect(png.headers['content-type']).toBe('image/png')
  expect((await app.call('GET', `/surveys/${id}/links`)).body.items).toMatchObject([
    { name: 'Counter', responses: 0, segments: { channel: 'counter' } },
  ])
  expect((await app.call('DELETE', `/surveys/${id}/links/${link.body.id}`)).status).toBe(200)
  expect((await app.call('POST', `/surveys/${id}/links`, { name: 'x', unit: 'nowhere' })).body.errors[0].path).toBe('unit')
})

it('says that it is closed once its closing date has passed', async () => {
  const id = await draft({ closesAt: '2020-01-31' })
  await app.call('POST', `/surveys/${id}/publish`)
  await app.database.inOrg(app.orgId, systemCaller('surveys.close'), closeDueSurveys)
  expect((await app.call('GET', `/surveys/${id}`)).body).toMatchObject({ state: 'closed', closesAt: '2020-02-01T00:00:00.000Z' })
  expect((await app.call('POST', `/surveys/${id}/reopenings`)).body.code).toBe('not_allowed_now')
})

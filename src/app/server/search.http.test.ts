import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApp, testApp } from '../../../test/app.ts'
import { peopleCsv, unitsCsv } from '../../../test/cast.ts'

let app: TestApp
beforeAll(async () => {
  app = await testApp()
  await app.call('POST', '/units/import', unitsCsv)
  await app.call('POST', '/people/import', peopleCsv)
  await app.call('POST', '/surveys', {
    name: 'Whitlock’s visit',
    locale: 'en',
    questions: [{ id: 'why', kind: 'text', prompt: 'Why?' }],
  })
})
afterAll(() => app.close())

const kinds = async (q: string, key?: string) => {
  const { body } = await app.call('GET', `/search?q=${encodeURIComponent(q)}`, undefined, key ? { key } : {})
  return body.groups.map((group: { kind: string }) => group.kind)
}

test('one word finds the person, her account and the survey about her', async () => {
  expect(await kinds('whitlock')).toEqual(['people', 'surveys', 'accounts'])
})

test('a sign that means something to the database is only a sign', async () => {
  expect(await kinds('%')).toEqual([])
  expect(await kinds('\\')).toEqual([])
})

test('who may not see people does not find them', async () => {
  const { body } = await app.call('POST', '/api-keys', { name: 'Viewer', role: 'viewer' })
  expect(await kinds('whitlock', body.apiKey)).toEqual(['surveys'])
})

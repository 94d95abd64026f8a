import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/app.ts'

let app: TestApp
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.close())

const add = async (name: string, parentId?: string): Promise<string> =>
  (await app.call('POST', '/causes', { name, parentId })).body.id
const tree = async () => (await app.call('GET', '/causes')).body.items.map((c: { path: string[] }) => c.path.join(' › '))

it('grows a tree of causes, renames, moves, retires and removes them', async () => {
  const works = await add('Works')
  const notice = await add('No notice given', works)
  const centre = await add('Contact centre')
  expect(await tree()).toEqual(['Contact centre', 'Works', 'Works › No notice given'])
  expect((await app.call('PATCH', `/causes/${notice}`, { name: ' No  notice ', parentId: centre })).status).toBe(200)
  expect(await tree()).toEqual(['Contact centre', 'Contact centre › No notice', 'Works'])
  await app.call('PATCH', `/causes/${notice}`, { retired: true })
  expect((await app.call('GET', '/causes')).body.items[1].retired).toBe(true)
  expect((await app.call('DELETE', `/causes/${works}`)).status).toBe(200)
  expect(await tree()).toEqual(['Contact centre', 'Contact centre › No notice'])
})

it('refuses what would tear the tree, with words', async () => {
  const top = await add('Billing')
  const below = await add('Bill unclear', top)
  const ring = await app.call('PATCH', `/causes/${top}`, { parentId: below })
  expect(ring.body.errors).toEqual([{ path: 'parentId', message: 'A cause cannot stand below itself.' }])
  expect((await app.call('POST', '/causes', { name: 'BILL unclear', parentId: top })).body.code).toBe('already_exists')
  expect((await app.call('DELETE', `/causes/${top}`)).body.title).toMatch(/has causes below it/)
  expect((await app.call('PATCH', '/causes/00000000-0000-7000-8000-000000000000', { name: 'x' })).status).toBe(404)
})

it('lets viewers read it and only those who may write rules change it', async () => {
  const { apiKey: key } = (await app.call('POST', '/api-keys', { name: 'Viewer', role: 'viewer' })).body
  expect((await app.call('GET', '/causes', undefined, { key })).status).toBe(200)
  expect((await app.call('POST', '/causes', { name: 'x' }, { key })).status).toBe(403)
})

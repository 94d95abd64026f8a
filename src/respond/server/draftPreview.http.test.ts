import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/app.ts'

let app: TestApp
let id: string
beforeAll(async () => {
  app = await testApp()
  const made = await app.call('POST', '/surveys', {
    name: 'Visit',
    locale: 'en',
    title: 'Your visit',
    questions: [
      { id: 'stars', kind: 'rating', prompt: 'How was it?', required: true },
      { id: 'why', kind: 'text', prompt: 'Why so low?', showIf: { question: 'stars', atMost: 2 } },
    ],
    thanks: [
      { id: 'sorry', atMost: 2, title: 'We are sorry' },
      { id: 'fine', title: 'Thank you, Dana' },
    ],
    translations: { ar: { 'stars.prompt': 'كيف كانت؟' } },
  })
  id = made.body.id
})
afterAll(() => app.close())

const look = (query = '') => app.call('GET', `/surveys/${id}/preview${query}`)
const fill = (fields: Record<string, string>, query = '') =>
  app.call('POST', `/surveys/${id}/preview${query}`, new URLSearchParams(fields).toString(), {
    type: 'application/x-www-form-urlencoded',
  })

it('shows the draft as respondents will see it, in each language', async () => {
  const page = await look()
  expect(page.headers['content-type']).toContain('text/html')
  expect(page.text).toContain('How was it?')
  const arabic = await look('?locale=ar')
  expect(arabic.text).toContain('dir="rtl"')
  expect(arabic.text).toContain('كيف كانت؟')
  expect((await fill({ lang: 'ar', step: '0' })).text).toContain('dir="rtl"')
})

it('hides a question by its rule, except the one that is being edited', async () => {
  expect((await look()).text).toContain('#q-why{display:none}')
  expect((await look('?question=why')).text).not.toContain('#q-why{display:none}')
})

it('goes through to the thanks by score, and keeps nothing', async () => {
  expect((await fill({ do: 'send', step: '0' })).text).toContain('Please answer this question')
  expect((await fill({ do: 'send', step: '0', 'q.stars': '1' })).text).toContain('We are sorry')
  expect((await fill({ do: 'send', step: '0', 'q.stars': '5' })).text).toContain('Thank you, Dana')
  expect((await fill({ do: 'send', step: '0', kept: 'not json' })).status).toBe(200)
  const { rows } = await app.database.pool.query('select count(*)::int n from response')
  expect(rows[0].n).toBe(0)
})

it('shows a thank-you page by itself, and the product’s own where there is none', async () => {
  expect((await look('?thanks=fine')).text).toContain('Thank you, Dana')
  expect((await look('?thanks=-')).text).toContain('Your answer has arrived')
})

it('shows what was published after the draft has gone on', async () => {
  await app.call('POST', `/surveys/${id}/publish`)
  await app.call('PATCH', `/surveys/${id}`, { title: 'Another title' })
  expect((await look('?version=1')).text).toContain('Your visit')
  expect((await look()).text).toContain('Another title')
  expect((await look('?version=9')).status).toBe(404)
})

it('is for members only', async () => {
  expect((await app.call('GET', `/surveys/${id}/preview`, undefined, { key: null })).status).toBe(401)
})

import { afterEach, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { contract, idParam, page, paging } from '../contract.ts'
import { makeClient } from './api.ts'
import { ApiError, explain, fieldErrors } from './problem.ts'

const alerts = makeClient(
  contract({
    list: {
      method: 'GET',
      path: '/alerts',
      access: 'alerts.read',
      scope: 'units',
      summary: '',
      query: paging.extend({ unit: z.string().optional() }),
      reply: page(z.string()),
    },
    resolve: {
      method: 'POST',
      path: '/alerts/:id/resolutions',
      access: 'alerts.work',
      scope: 'units',
      summary: '',
      params: idParam,
      body: z.object({ outcome: z.string() }),
      reply: z.object({ ok: z.boolean() }),
    },
  }),
)

const answer = (status: number, body: unknown, headers: Record<string, string> = {}) => {
  const mock = vi.fn(async (_url: string, _request: RequestInit) => new Response(JSON.stringify(body), { status, headers }))
  vi.stubGlobal('fetch', mock)
  return mock
}

afterEach(() => vi.unstubAllGlobals())

test('a list is asked for with what is set, and what is empty stays away', async () => {
  const fetched = answer(200, { items: ['Dana'], nextCursor: null })
  expect(await alerts.list({ query: { limit: 20, unit: '' } })).toEqual({ items: ['Dana'], nextCursor: null })
  expect(fetched.mock.calls[0]![0]).toBe('/api/v1/alerts?limit=20')
})

test('a post carries its body and a key under which the server acts once', async () => {
  const fetched = answer(200, { ok: true })
  await alerts.resolve({ params: { id: 'a/b' }, body: { outcome: 'put right' } }, { idempotencyKey: 'once' })
  const [url, request] = fetched.mock.calls[0]!
  expect(url).toBe('/api/v1/alerts/a%2Fb/resolutions')
  expect(request).toMatchObject({ method: 'POST', body: '{"outcome":"put right"}', headers: { 'idempotency-key': 'once' } })
})

test('the resource leads the key of a query, so that a live message finds all of it', () => {
  expect(alerts.list.query({ query: { unit: 'kelby' } }).queryKey).toEqual(['alerts', '/alerts', { unit: 'kelby' }])
  expect(alerts.list.pages({ query: {} }).getNextPageParam({ items: [], nextCursor: 'c1' })).toBe('c1')
})

test('a refusal says what is wrong with which field', async () => {
  answer(400, { code: 'bad_input', detail: 'Two fields are wrong.', errors: [{ path: 'outcome', message: 'must not be blank' }] })
  const error = await alerts.list().catch((e: unknown) => e)
  expect(explain(error)).toEqual({ title: 'That was not accepted', detail: 'Two fields are wrong.', retry: false })
  expect(fieldErrors(error)).toEqual({ outcome: 'must not be blank' })
})

test.each([
  [new ApiError(503, 'unavailable', ''), 'The server is busy or restarting', true],
  [new ApiError(0, 'timeout', ''), 'The server did not answer in time', true],
  [new ApiError(409, 'alert_closed', 'This alert is closed. Reopen it to go on.'), 'That cannot be done now', false],
  [new TypeError('x is undefined'), 'Something went wrong on this page', true],
])('%s is explained as “%s”', (error, title, retry) => {
  expect(explain(error)).toMatchObject({ title, retry })
})

test('how long to wait is said when the server says it', async () => {
  answer(429, {}, { 'retry-after': '30' })
  expect(explain(await alerts.list().catch((e: unknown) => e)).detail).toBe('Try again in 30 seconds.')
})

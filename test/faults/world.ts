import { expect } from 'vitest'
import pg from 'pg'
import type { Kind } from './load.ts'

export const ROWS = 100

export const owner = {
  org: 'Northwind Water',
  name: 'Olga Owner',
  email: 'olga@northwind.example',
  password: 'correct horse battery',
}

const questions = [
  { id: 'stars', kind: 'rating', prompt: 'How was it?', required: true },
  { id: 'why', kind: 'text', prompt: 'Why?' },
]

/** An organisation with a published survey, and the work that its clients send. */
export async function makeWorld(url: string): Promise<{ apiKey: string; kinds: Kind[] }> {
  const { apiKey } = await call<{ apiKey: string }>(url, '', '/setup', owner)
  const { id } = await call<{ id: string }>(url, apiKey, '/surveys', { name: 'Visit', locale: 'en', questions })
  await call(url, apiKey, `/surveys/${id}/publish`, {})
  const map = encodeURIComponent(JSON.stringify({ stars: 'stars', why: 'why' }))
  return {
    apiKey,
    kinds: [
      {
        name: 'response',
        path: `/surveys/${id}/responses`,
        type: 'application/json',
        body: mark => JSON.stringify({ answers: { stars: 4, why: mark } }),
        clients: 6,
      },
      {
        name: 'import',
        path: `/surveys/${id}/responses/import?map=${map}`,
        type: 'text/csv',
        body: mark => `stars,why\n${`5,${mark}\n`.repeat(ROWS)}`,
        clients: 1,
      },
      {
        name: 'directory',
        path: '/people/import',
        type: 'text/csv',
        body: mark => `external_id,name\n${Array.from({ length: ROWS }, (_, row) => `${mark}/${row},Person ${row}\n`).join('')}`,
        clients: 1,
      },
      {
        name: 'invitation',
        path: '/members',
        type: 'application/json',
        body: mark => JSON.stringify({ email: `${mark}@northwind.example`, role: 'viewer' }),
        clients: 1,
      },
    ],
  }
}

export async function call<T>(url: string, apiKey: string, path: string, body: object | string): Promise<T> {
  const reply = await fetch(`${url}/api/v1${path}`, {
    method: 'POST',
    headers: {
      'content-type': typeof body === 'string' ? 'text/csv' : 'application/json',
      ...(apiKey && { authorization: `Bearer ${apiKey}` }),
    },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  const text = await reply.text()
  expect(reply.ok, `${path}: ${text}`).toBe(true)
  return JSON.parse(text)
}

/** Asks the database itself, as its owner, who sees every row. */
export async function ask<Row extends pg.QueryResultRow>(connection: pg.ClientConfig, text: string): Promise<Row[]> {
  const client = new pg.Client(connection)
  await client.connect()
  return (await client.query<Row>(text).finally(() => client.end())).rows
}

/** Also outside of tests, where nothing may be polled by the runner. */
export async function until(what: () => boolean | Promise<boolean>, milliseconds: number): Promise<void> {
  const end = Date.now() + milliseconds
  while (!(await what())) {
    if (Date.now() > end) throw new Error('It did not come to be in time')
    await new Promise(done => setTimeout(done, 200))
  }
}

/** Reads a stream until the word came; all that came so far. */
export async function readUntil(reply: Response, word: string): Promise<string> {
  let text = ''
  const decoder = new TextDecoder()
  for await (const chunk of reply.body!) {
    text += decoder.decode(chunk as Uint8Array, { stream: true })
    if (text.includes(word)) return text
  }
  return text
}

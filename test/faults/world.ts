import { expect } from 'vitest'
import pg from 'pg'
import type { Kind } from './load.ts'

/** Every variant of every story, however long; without it each is told at its smallest. */
export const all = process.env['TEST_ALL'] === '1'
/** How often a story kills, at least once. */
export const rounds = Number(process.env['FAULT_ROUNDS'] ?? (all ? 25 : 1))

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
        restMs: 50,
      },
      {
        name: 'import',
        path: `/surveys/${id}/responses/import?map=${map}`,
        type: 'text/csv',
        body: mark => `stars,why\n${`5,${mark}\n`.repeat(ROWS)}`,
        clients: 1,
        restMs: 200,
      },
      {
        name: 'directory',
        path: '/people/import',
        type: 'text/csv',
        body: mark => `external_id,name\n${Array.from({ length: ROWS }, (_, row) => `${mark}/${row},Person ${row}\n`).join('')}`,
        clients: 1,
        restMs: 200,
      },
      {
        name: 'invitation',
        path: '/members',
        type: 'application/json',
        body: mark => JSON.stringify({ email: `${mark}@northwind.example`, role: 'viewer' }),
        clients: 1,
        restMs: 200,
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
export async function until(what: () => boolean | Promise<boolean>, milliseconds: number, pause = 200): Promise<void> {
  const end = Date.now() + milliseconds
  while (!(await what())) {
    if (Date.now() > end) throw new Error('It did not come to be in time')
    await new Promise(done => setTimeout(done, pause))
  }
}

const inHand = `select (select count(*) from pgboss.job where state in ('created', 'retry', 'active') and start_after <= now())
  + (select count(*) from outbox where state in ('waiting', 'sending', 'handing')) as n`

/** Until every job is done and every mail has left: what would have come twice has come. */
export const untilDone = (connection: pg.ClientConfig): Promise<void> =>
  until(async () => Number((await ask<{ n: string }>(connection, inHand))[0]!.n) === 0, 300_000)

/** As if the time had passed after which those who are gone lose what they had in hand. Only while no node lives: theirs would be lost too. */
export async function endLeases(connection: pg.ClientConfig): Promise<void> {
  await ask(connection, "update outbox set next_at = now() where state in ('sending', 'handing')")
  await ask(connection, "update pgboss.job set state = 'retry', start_after = now() where state = 'active'")
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

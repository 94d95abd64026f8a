import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Running, startProduct } from '../product.ts'
import { find15, type Server15, start15 } from '../server15.ts'
import { startSmtp, type TestSmtp } from '../smtp.ts'
import { ask, readUntil, until, untilDone } from './world.ts'

const bin = find15()
const PEOPLE = 40
const owner = { org: 'Northwind Water', name: 'Olga Owner', email: 'olga@northwind.example', password: 'correct horse battery' }
const questions = [
  { id: 'stars', kind: 'rating', prompt: 'How was it?', scale: { min: 1, max: 5 } },
  { id: 'why', kind: 'text', prompt: 'Why?' },
]

// Skipped, saying so, where there is no server that two nodes could share.
describe.skipIf(!bin)('two nodes on one PostgreSQL', () => {
  let server: Server15
  let smtp: TestSmtp
  let one: Running
  let two: Running
  let key: string
  let survey: string

  beforeAll(async () => {
    server = await start15(bin!, ['-c', 'fsync=off'])
    smtp = await startSmtp()
    const env = {
      DATABASE_URL: server.url,
      SMTP_URL: smtp.url,
      FULLCIRCLE_SECRET: 's'.repeat(40),
      MAIL_FROM: 'care@northwind.example',
    }
    // Together: the first start migrates once, whoever is first.
    ;[one, two] = await Promise.all([startProduct(env), startProduct(env)])
    key = (await call(one, 'POST', '/setup', owner)).apiKey
    survey = (await call(one, 'POST', '/surveys', { name: 'Visit', locale: 'en', questions })).id
    await call(one, 'POST', `/surveys/${survey}/publish`, {})
  })

  afterAll(async () => {
    await Promise.allSettled([one?.stop(), two?.stop()])
    await smtp?.stop()
    await server?.stop()
  })

  const call = async (
    node: Running,
    method: string,
    path: string,
    body?: unknown,
    how: { key?: string; status?: number } = {},
  ) => {
    const reply = await fetch(`${node.url}/api/v1${path}`, {
      method,
      headers: {
        ...((how.key ?? key) && { authorization: `Bearer ${how.key ?? key}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const text = await reply.text()
    if (how.status) expect(reply.status, text).toBe(how.status)
    else expect(reply.ok, `${method} ${path}: ${reply.status} ${text}`).toBe(true)
    return text ? JSON.parse(text) : undefined
  }

  test('a key that is taken back on one node is refused by the other at once', async () => {
    const made = await call(one, 'POST', '/api-keys', { name: 'Guest', role: 'viewer' })
    await call(two, 'GET', '/surveys', undefined, { key: made.apiKey })
    await call(one, 'DELETE', `/api-keys/${made.id}`)
    await call(two, 'GET', '/surveys', undefined, { key: made.apiKey, status: 401 })
  })

  test('a rule that is switched on at one node acts on the next answer at the other', async () => {
    await call(one, 'POST', '/alert-rules', {
      name: 'Two stars or fewer',
      survey,
      kind: 'recovery',
      when: { all: [{ question: 'stars', atMost: 2 }] },
      route: [{ to: 'unit-manager' }],
    })
    const answered = await call(two, 'POST', `/surveys/${survey}/responses`, { answers: { stars: 1, why: 'Nobody called back' } })
    expect(answered.alertIds).toHaveLength(1)
  })

  test('what happens at one node is seen live at the other', async () => {
    const stop = new AbortController()
    const stream = await fetch(`${two.url}/api/v1/live?topics=alerts`, {
      headers: { authorization: `Bearer ${key}` },
      signal: stop.signal,
    })
    const { alertIds } = await call(one, 'POST', `/surveys/${survey}/responses`, { answers: { stars: 1 } })
    expect(await readUntil(stream, alertIds[0])).toContain('"topic":"alerts"')
    stop.abort()
  })

  test('each invitation is mailed once, those of a send at a later minute too', async () => {
    await call(one, 'POST', `/surveys/${survey}/sends`, { audience: { list: people('now') } })
    await call(two, 'POST', `/surveys/${survey}/sends`, {
      audience: { list: people('later') },
      schedule: { kind: 'later', at: new Date(Date.now() + 1_000).toISOString() },
    })
    await until(() => smtp.mails.filter(mail => /^(now|later)/.test(mail.to)).length >= 2 * PEOPLE, 500_000)
    await untilDone({ connectionString: server.url })
    const to = smtp.mails.map(mail => mail.to).filter(address => /^(now|later)/.test(address))
    expect(new Set(to).size).toBe(2 * PEOPLE)
    expect(to).toHaveLength(2 * PEOPLE)
  })

  test('each clock struck once a minute, whichever node heard it', async () => {
    const strikes = () =>
      ask<{ n: number }>(
        { connectionString: server.url },
        `select count(*)::int as n from pgboss.job where name = 'clock' and state = 'completed'
         group by data ->> 'clock', date_trunc('minute', created_on)`,
      )
    await until(async () => (await strikes()).length > 0, 300_000)
    await untilDone({ connectionString: server.url })
    const rows = await strikes()
    expect(Math.max(...rows.map(row => row.n))).toBe(1)
  })
})

const people = (word: string) =>
  Array.from({ length: PEOPLE }, (_, i) => ({ email: `${word}${i}@bakery.example`, name: `Person ${i}` }))

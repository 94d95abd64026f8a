import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { fullcircle } from '../commandLine.ts'
import { findPooler, startPooler } from '../pooler.ts'
import { type Running, startProduct } from '../product.ts'
import { find15, type Server15, start15 } from '../server15.ts'
import { startSmtp, type TestSmtp } from '../smtp.ts'
import { makePromisedWorld } from './promisedWorld.ts'
import { all, ask, call, readUntil, until } from './world.ts'

const [bin, program] = [find15(), findPooler()]

// Skipped, saying so, where there is no pgbouncer.
describe.skipIf(!bin || !program)('behind pgbouncer', () => {
  let server: Server15
  let smtp: TestSmtp
  const undo: (() => unknown)[] = []

  beforeAll(async () => {
    ;[server, smtp] = await Promise.all([start15(bin!, ['-c', 'fsync=off']), startSmtp()])
  })
  afterAll(async () => {
    await Promise.allSettled([smtp?.stop(), server?.stop()])
  })
  afterEach(async () => {
    for (const step of undo.splice(0).reverse()) await step()
  })

  async function poolerOf(...how: [mode: 'session' | 'transaction', settings?: string[]]) {
    const pooler = await startPooler(program!, server, ...how)
    undo.push(() => pooler.stop())
    return pooler.url
  }

  const databaseOf = (url: string, name: string) => url.replace(/postgres$/, name)

  async function startNode(env: Record<string, string>): Promise<Running> {
    const node = await startProduct({
      SMTP_URL: smtp.url,
      MAIL_FROM: 'care@northwind.example',
      FULLCIRCLE_SECRET: 's'.repeat(40),
      WEBHOOK_NETWORKS: '127.0.0.1',
      ...env,
    })
    undo.push(() => node.stop())
    return node
  }

  function folder() {
    const dir = mkdtempSync(join(tmpdir(), 'fullcircle-pooler-'))
    undo.push(() => rmSync(dir, { recursive: true, force: true }))
    return dir
  }

  // Where it pools sessions it stands in nobody's way: the doctor's story below tells that one too.
  test.each(all ? (['session', 'transaction'] as const) : (['transaction'] as const))(
    'two nodes close the loop where it pools %ss',
    async mode => {
      await ask({ connectionString: server.url }, `create database ${mode}`)
      const direct = databaseOf(server.url, mode)
      const env = {
        DATABASE_URL: databaseOf(await poolerOf(mode), mode),
        ...(mode === 'transaction' && { DATABASE_DIRECT_URL: direct }),
      }
      const [one, two] = await Promise.all([startNode(env), startNode(env)])
      const { apiKey, survey } = await makePromisedWorld(one.url, `${one.url}/nowhere`)

      const stream = await fetch(`${two.url}/api/v1/live?topics=alerts`, { headers: { authorization: `Bearer ${apiKey}` } })
      const { alertIds } = await call<{ alertIds: string[] }>(one.url, apiKey, `/surveys/${survey}/responses`, {
        answers: { stars: 1, why: 'Nobody called back' },
        person: { email: 'dana@bakery.example' },
        unit: 'kelby',
      })
      expect(alertIds).toHaveLength(1)
      expect(await readUntil(stream, alertIds[0]!)).toContain('"topic":"alerts"')

      // Many at once, so that sessions change hands.
      const answer = (node: Running) =>
        call<object>(node.url, apiKey, `/surveys/${survey}/responses`, { answers: { stars: 5 }, unit: 'kelby' })
      for (let i = 0; i < 10; i++) await Promise.all([one, two].flatMap(node => [answer(node), answer(node), answer(node)]))
      const responses = await ask<{ n: number }>({ connectionString: direct }, 'select count(*)::int as n from response')
      expect(responses[0]!.n).toBe(61)

      const list = Array.from({ length: 20 }, (_, i) => ({ email: `${mode}${i}@bakery.example`, name: `Person ${i}` }))
      await call(two.url, apiKey, `/surveys/${survey}/sends`, { audience: { list } })
      await until(() => smtp.mails.filter(({ to }) => to.startsWith(mode)).length === 20, 300_000)

      const steps = `select c.target || ' ' || s.step as step, count(*)::int as n from sla_step s
      join sla_clock c on c.org_id = s.org_id and c.id = s.clock_id where s.step <> 'warning' group by 1 order by 1`
      const fired = () => ask<{ step: string; n: number }>({ connectionString: direct }, steps)
      await until(async () => (await fired()).length === 6, 300_000)
      expect((await fired()).map(({ n }) => n)).toEqual([1, 1, 1, 1, 1, 1])
      expect(
        [one, two].map(node => node.log()).filter(log => /prepared statement "|does not exist|already exists/.test(log)),
      ).toEqual([])
    },
  )

  test('a pooler of transactions alone is refused with what to do', async () => {
    const url = await poolerOf('transaction')
    const refusal =
      /pooler in transaction mode\. Set DATABASE_DIRECT_URL to the PostgreSQL server itself, or let the pooler pool sessions/
    await expect(startNode({ DATABASE_URL: url })).rejects.toThrow(refusal)
    const { code, out } = await fullcircle(['doctor'], { DATABASE_URL: url, DATA_DIR: folder() })
    expect(code).toBe(1)
    expect(out).toMatch(/pools transactions[^]*Set DATABASE_DIRECT_URL/)
  })

  test('a pooler that refuses the settings of a session is told how to let them pass', async () => {
    const url = await poolerOf('session', [])
    const words = /refuses statement_timeout\. Set ignore_startup_parameters = statement_timeout,idle_in_transaction/
    await expect(startNode({ DATABASE_URL: url })).rejects.toThrow(words)
    expect((await fullcircle(['doctor'], { DATABASE_URL: url, DATA_DIR: folder() })).out).toMatch(words)
  })

  test('the doctor tells a good pooler, and what its age costs', async () => {
    const env = { DATABASE_URL: await poolerOf('transaction'), DATABASE_DIRECT_URL: server.url, DATA_DIR: folder() }
    const { out } = await fullcircle(['doctor', '--json'], env)
    const found = JSON.parse(out).findings.find(({ check }: { check: string }) => check === 'pooler')
    expect(found.seen).toContain('pools transactions')
    expect(found.state).toBe('notice')
    const session = await fullcircle(['doctor', '--json'], { DATABASE_URL: await poolerOf('session'), DATA_DIR: folder() })
    expect(JSON.parse(session.out).findings.find(({ check }: { check: string }) => check === 'pooler').seen).toContain(
      'pools sessions',
    )
  })
})

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { afterEach, describe, expect, test } from 'vitest'
import { runningAddress } from '../../src/kit/server/postgres/embedded.ts'
import { readPostmaster } from '../../src/kit/server/postgres/postmaster.ts'
import { type Running, startProduct } from '../product.ts'
import { find15, freePort, type Server15, start15 } from '../server15.ts'
import { startSmtp, type TestSmtp } from '../smtp.ts'
import { type Load, startLoad } from './load.ts'
import { ask, makeWorld, ROWS } from './world.ts'

// The product is killed and its database is taken away while clients work. Whatever was confirmed must be there once.

const rounds = Number(process.env['FAULT_ROUNDS'] ?? 5)
const between = (low: number, high: number) => low + Math.random() * (high - low)

const undo: (() => unknown)[] = []
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step()
})

/** A database that can be hurt. */
interface Ground {
  env: Record<string, string>
  connection(): pg.ClientConfig
  /** At once, without a chance to write anything down; nothing where the server is not the product's own. */
  kill(): void
  restart(): Promise<void>
}

function embedded(): Ground {
  const dir = temporary()
  const pid = () => readPostmaster(join(dir, 'postgres/data'))!.pid
  return {
    env: { DATA_DIR: dir },
    connection: () => runningAddress(dir)!,
    kill: () => process.kill(pid(), 'SIGKILL'),
    // The product itself brings it back.
    restart: async () => void process.kill(pid(), 'SIGINT'),
  }
}

async function server15(): Promise<Ground> {
  const server: Server15 = await start15(find15()!)
  undo.push(() => server.stop())
  return {
    env: { DATA_DIR: temporary(), DATABASE_URL: server.url },
    connection: () => ({ connectionString: server.url }),
    kill: () => {},
    restart: () => server.restart(),
  }
}

function temporary() {
  const dir = mkdtempSync(join(tmpdir(), 'fullcircle-faults-'))
  undo.push(() => rmSync(dir, { recursive: true, force: true }))
  return dir
}

async function start(ground: Ground, smtp: TestSmtp, port: number): Promise<Running> {
  const running = await startProduct({
    ...ground.env,
    PORT: String(port),
    SMTP_URL: smtp.url,
    MAIL_FROM: 'feedback@northwind.example',
    LOG_LEVEL: 'fatal',
  })
  undo.push(() => (isOver(running) ? undefined : running.stop()))
  return running
}

const isOver = ({ process: child }: Running) => child.exitCode !== null || child.signalCode !== null

async function mailServer() {
  const smtp = await startSmtp()
  undo.push(() => smtp.stop())
  return smtp
}

const grounds: [string, () => Promise<Ground>][] = [['the embedded PostgreSQL', async () => embedded()]]
if (find15()) grounds.push(['a PostgreSQL 15', server15])

describe.each(grounds)('On %s', (_name, makeGround) => {
  test(`Killed ${rounds} times at random moments under load, it loses and doubles nothing that it confirmed, and sends no mail twice.`, {
    timeout: 60_000 + rounds * 40_000,
  }, async () => {
    const ground = await makeGround()
    const smtp = await mailServer()
    const port = await freePort()
    let running = await start(ground, smtp, port)
    const { apiKey, kinds } = await makeWorld(running.url)
    const load = startLoad(running.url, apiKey, kinds)
    for (let round = 0; round < rounds; round++) {
      const before = load.count()
      await sleep(between(300, 2_500))
      running.process.kill('SIGKILL')
      // Every other time the database goes with it, as when the machine does.
      if (round % 2) ground.kill()
      await sleep(between(0, 200))
      running = await start(ground, smtp, port)
      await expect.poll(() => load.count(), { timeout: 20_000 }).toBeGreaterThan(before)
    }
    await load.finish()
    expect(load.wrong).toEqual([])
    await expectEachOnce(load, ground, smtp)
    await running.stop()
  })

  test('Asked to stop under load, it finishes what is in hand and ends well within ten seconds.', {
    timeout: 120_000,
  }, async () => {
    const ground = await makeGround()
    const smtp = await mailServer()
    const port = await freePort()
    const running = await start(ground, smtp, port)
    const { apiKey, kinds } = await makeWorld(running.url)
    const load = startLoad(running.url, apiKey, kinds)
    await sleep(1_000)
    const asked = performance.now()
    await running.stop()
    expect(performance.now() - asked).toBeLessThan(10_000)
    expect(running.process.exitCode).toBe(0)
    const next = await start(ground, smtp, port)
    await load.finish()
    expect(load.wrong).toEqual([])
    await expectEachOnce(load, ground, smtp)
    await next.stop()
  })

  test('Its database restarted under load: clear refusals, then success by itself.', { timeout: 360_000 }, async () => {
    const ground = await makeGround()
    const smtp = await mailServer()
    const running = await start(ground, smtp, await freePort())
    const { apiKey, kinds } = await makeWorld(running.url)
    const load = startLoad(running.url, apiKey, kinds)
    for (let round = 0; round < 3; round++) {
      await sleep(between(300, 1_000))
      await ground.restart()
      const before = load.count()
      await expect.poll(() => load.count(), { timeout: 30_000 }).toBeGreaterThan(before + 20)
    }
    await load.finish()
    expect(load.wrong).toEqual([])
    // The product never went away: every call was answered.
    expect(load.statuses.get(0)).toBeUndefined()
    expect(load.statuses.get(503)).toBeGreaterThan(0)
    await expectEachOnce(load, ground, smtp)
    await running.stop()
  })
})

async function expectEachOnce(load: Load, ground: Ground, smtp: TestSmtp) {
  const answers = "select text as mark, count(*)::int as n from answer where question_id = 'why' group by text"
  const people = `select split_part(external_id, '/', 1) as mark, count(*)::int as n from person where external_id like 'directory-%' group by 1`
  const found = await ask<{ mark: string; n: number }>(ground.connection(), `${answers} union all ${people}`)
  const expected = ['response', 'import', 'directory'].flatMap(kind =>
    load.acknowledged.get(kind)!.map(mark => [mark, kind === 'response' ? 1 : ROWS] as const),
  )
  expect(expected.length).toBeGreaterThan(20)
  expect(differences(new Map(expected), new Map(found.map(row => [row.mark, row.n])))).toEqual([])
  await expectRollupsToAgree(ground)
  await expectMailOnce(load, ground, smtp)
}

function differences(expected: Map<string, number>, found: Map<string, number>) {
  return [...new Set([...expected.keys(), ...found.keys()])]
    .filter(mark => expected.get(mark) !== found.get(mark))
    .map(mark => `${mark}: confirmed ${expected.get(mark) ?? 0}, stored ${found.get(mark) ?? 0}`)
}

async function expectRollupsToAgree(ground: Ground) {
  const [counts] = await ask(
    ground.connection(),
    `select (select count(*)::int from response where state = 'complete') as responses,
       (select coalesce(sum(n), 0)::int from rollup where question_id = '' and item = '' and segment_key = '' and grain = 't') as rolled`,
  )
  expect(counts!['rolled']).toBe(counts!['responses'])
}

const outstanding = "select count(*)::int as n from outbox where state in ('waiting', 'sending', 'handing')"

async function expectMailOnce(load: Load, ground: Ground, smtp: TestSmtp) {
  // What a killed node had in hand is taken up when its lease is over.
  await expect
    .poll(async () => (await ask(ground.connection(), outstanding))[0]!['n'], { timeout: 60_000, interval: 500 })
    .toBe(0)
  const arrived = Map.groupBy(smtp.mails, mail => mail.to)
  expect([...arrived].filter(([, mails]) => mails.length > 1).map(([to, mails]) => `${to} × ${mails.length}`)).toEqual([])
  const unsure = await ask<{ recipient: string }>(ground.connection(), "select recipient from outbox where state = 'unsure'")
  const known = new Set([...arrived.keys(), ...unsure.map(row => row.recipient)])
  const invited = load.acknowledged.get('invitation')!.map(mark => `${mark}@northwind.example`)
  expect(invited.length).toBeGreaterThan(0)
  expect(invited.filter(address => !known.has(address))).toEqual([])
}

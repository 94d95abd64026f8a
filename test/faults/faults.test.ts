import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runningAddress } from '../../src/kit/server/postgres/embedded.ts'
import { readPostmaster } from '../../src/kit/server/postgres/postmaster.ts'
import { prepare } from '../prepared.ts'
import { type Running, startProduct } from '../product.ts'
import { find15, freePort, type Server15, start15 } from '../server15.ts'
import { startSmtp, type TestSmtp } from '../smtp.ts'
import { type Kind, type Load, startLoad } from './load.ts'
import { all, ask, endLeases, makeWorld, ROWS, rounds } from './world.ts'

// The product is killed and its database is taken away while clients work. Whatever was confirmed must be there once.

const between = (low: number, high: number) => low + Math.random() * (high - low)

const undo: (() => unknown)[] = []
afterAll(async () => {
  for (const step of undo.splice(0).reverse()) await step()
})

/** A database that can be hurt. */
interface Ground {
  env: Record<string, string>
  connection(): pg.ClientConfig
  /** At once, without a chance to write anything down; where the server is the product's own. */
  kill?: () => void
  restart(): Promise<void>
}

async function embedded(): Promise<Ground> {
  const dir = await prepare(temporary())
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

const grounds: [string, () => Promise<Ground>][] = [['the embedded PostgreSQL', embedded]]
if (all && find15()) grounds.push(['a PostgreSQL 15', server15])

// One installation a ground, hurt in one way after the other: what an earlier story confirmed must still be there once at the end of the last.
describe.each(grounds)('On %s', (_name, makeGround) => {
  let ground: Ground
  let smtp: TestSmtp
  let port: number
  let running: Running
  let world: { apiKey: string; kinds: Kind[] }
  const loads: Load[] = []

  beforeAll(async () => {
    ground = await makeGround()
    smtp = await mailServer()
    port = await freePort()
    running = await start(ground, smtp, port)
    world = await makeWorld(running.url)
  })
  afterAll(() => running?.stop())

  /** Clients work while something is done to the product; everything that was ever confirmed is there once when they have finished. */
  async function underLoad(hurt: (load: Load) => Promise<void>) {
    const load = startLoad(running.url, world.apiKey, world.kinds)
    loads.push(load)
    await confirmed(load, 20)
    await hurt(load).finally(load.finish)
    expect(load.wrong).toEqual([])
    await expectEachOnce(loads, ground, smtp)
    return load
  }

  // Where the database can be killed as well, it is: with the product, and without it.
  const kills = makeGround === embedded ? Math.max(2, rounds) : rounds

  test(
    `Killed ${kills} times at random moments under load, it loses and doubles nothing that it confirmed, and sends no mail twice.`,
    {
      timeout: 600_000 + kills * 60_000,
    },
    () =>
      underLoad(async load => {
        for (let round = 0; round < kills; round++) {
          await confirmed(load, 1)
          await sleep(between(0, 1_500))
          running.process.kill('SIGKILL')
          await once(running.process, 'exit')
          // Every other time the database goes with it, as when the machine does.
          if (ground.kill && round % 2 === 0) ground.kill()
          else if (!all) await endLeases(ground.connection())
          running = await start(ground, smtp, port)
          await confirmed(load, 1)
        }
      }),
  )

  test('Its database restarted under load: clear refusals, then success by itself.', async () => {
    const { statuses } = await underLoad(async load => {
      for (let round = 0; round < (all ? 3 : 1) || !load.statuses.has(503); round++) {
        await sleep(between(0, 1_000))
        await ground.restart()
        await confirmed(load, 20)
      }
    })
    // The product never went away: every call was answered.
    expect(statuses.get(0)).toBeUndefined()
    expect(statuses.get(503)).toBeGreaterThan(0)
  })

  test('Asked to stop under load, it finishes what is in hand and ends well within ten seconds.', () =>
    underLoad(async () => {
      const [stopped] = await timed(running.stop())
      expect(running.process.exitCode).toBe(0)
      const [started, next] = await timed(start(ground, smtp, port))
      running = next
      // On a machine that is slow or busy, ten seconds are as many times longer as a start takes.
      expect(stopped).toBeLessThan(10_000 * Math.max(1, started / USUAL_START_MS))
    }))
})

/** A start on a machine that has nothing else to do. */
const USUAL_START_MS = 5_000

async function timed<T>(work: Promise<T>): Promise<[milliseconds: number, result: T]> {
  const begun = performance.now()
  const result = await work
  return [performance.now() - begun, result]
}

async function confirmed(load: Load, more: number): Promise<void> {
  const before = load.count()
  await expect.poll(() => load.count()).toBeGreaterThanOrEqual(before + more)
}

async function expectEachOnce(loads: Load[], ground: Ground, smtp: TestSmtp) {
  const answers = "select text as mark, count(*)::int as n from answer where question_id = 'why' group by text"
  const people = `select split_part(external_id, '/', 1) as mark, count(*)::int as n from person where external_id like 'directory-%' group by 1`
  const found = await ask<{ mark: string; n: number }>(ground.connection(), `${answers} union all ${people}`)
  const expected = ['response', 'import', 'directory'].flatMap(kind =>
    marksOf(loads, kind).map(mark => [mark, kind === 'response' ? 1 : ROWS] as const),
  )
  expect(expected.length).toBeGreaterThan(20)
  expect(differences(new Map(expected), new Map(found.map(row => [row.mark, row.n])))).toEqual([])
  await expectRollupsToAgree(ground)
  await expectMailOnce(loads, ground, smtp)
}

const marksOf = (loads: Load[], kind: string) => loads.flatMap(load => load.acknowledged.get(kind)!)

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

async function expectMailOnce(loads: Load[], ground: Ground, smtp: TestSmtp) {
  // What a killed node had in hand is taken up when its lease is over.
  await expect.poll(async () => (await ask(ground.connection(), outstanding))[0]!['n'], { interval: 200 }).toBe(0)
  const arrived = Map.groupBy(smtp.mails, mail => mail.to)
  expect([...arrived].filter(([, mails]) => mails.length > 1).map(([to, mails]) => `${to} × ${mails.length}`)).toEqual([])
  const unsure = await ask<{ recipient: string }>(ground.connection(), "select recipient from outbox where state = 'unsure'")
  const known = new Set([...arrived.keys(), ...unsure.map(row => row.recipient)])
  const invited = marksOf(loads, 'invitation').map(mark => `${mark}@northwind.example`)
  expect(invited.length).toBeGreaterThan(0)
  expect(invited.filter(address => !known.has(address))).toEqual([])
}

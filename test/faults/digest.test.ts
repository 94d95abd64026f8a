import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { enqueueDigests } from '../../src/insights/server/weeklyDigest.ts'
import { bucketOf } from '../../src/insights/trendBuckets.ts'
import { systemCaller } from '../../src/kit/caller.ts'
import { type Database, openDatabase } from '../../src/kit/server/db.ts'
import { openLog } from '../../src/kit/server/log.ts'
import { openSender } from '../../src/kit/server/queue.ts'
import { isoDayOf, plusDays } from '../../src/people/period.ts'
import { type Running, startProduct } from '../product.ts'
import { find15, freePort, type Server15, start15 } from '../server15.ts'
import { startSmtp, type TestSmtp } from '../smtp.ts'
import { all, ask, call, endLeases, owner, rounds, until, untilDone } from './world.ts'

// Monday comes again and again while one of two nodes is killed: each reader gets each week's digest once.

const bin = find15()
const READERS = all ? 60 : 30
/** This one, and one for each kill. */
const WEEKS = 1 + rounds
const thisMonday = bucketOf(isoDayOf(Date.now()), 'week')

describe.skipIf(!bin)('the weekly digest on two nodes', () => {
  let server: Server15
  let smtp: TestSmtp
  let database: Database
  let org: string
  let sender: { stop(): Promise<void> }
  const nodes: Running[] = []
  const connection = () => ({ connectionString: server.url })
  const rows = <Row extends Record<string, unknown>>(text: string) => ask<Row>(connection(), text)

  const start = (port: number) =>
    startProduct({
      DATABASE_URL: server.url,
      SMTP_URL: smtp.url,
      MAIL_FROM: 'care@northwind.example',
      FULLCIRCLE_SECRET: 's'.repeat(40),
      LOG_LEVEL: 'fatal',
      PORT: String(port),
    })

  beforeAll(async () => {
    server = await start15(bin!)
    smtp = await startSmtp()
    nodes.push(...(await Promise.all([start(await freePort()), start(await freePort())])))
    org = await makeReaders(nodes[0]!.url)
    database = openDatabase({ connection: { connectionString: server.url }, poolSize: 4 })
    sender = await openSender(database, openLog('error'))
  })

  afterAll(async () => {
    await Promise.allSettled(nodes.map(node => node.stop()))
    await sender?.stop()
    await database?.close()
    await smtp?.stop()
    await server?.stop()
  })

  async function makeReaders(url: string): Promise<string> {
    const setUp = await call<{ orgId: string; apiKey: string }>(url, '', '/setup', owner)
    const questions = [{ id: 'nps', kind: 'nps', prompt: 'Would you recommend us?' }]
    const { id } = await call<{ id: string }>(url, setUp.apiKey, '/surveys', { name: 'Visit', locale: 'en', questions })
    await call(url, setUp.apiKey, `/surveys/${id}/publish`, {})
    const map = encodeURIComponent(JSON.stringify({ score: 'nps', at: 'respondedAt' }))
    const answers = Array.from(
      { length: 20 * WEEKS },
      (_, i) => `${i % 11},${plusDays(thisMonday, -7 * (i % WEEKS) - 5)}T10:00:00Z`,
    )
    await call(url, setUp.apiKey, `/surveys/${id}/responses/import?map=${map}`, `score,at\n${answers.join('\n')}\n`)
    // To invite sixty people and let each of them accept takes longer than all the rest.
    await rows(`with l as (insert into login (id, email, name) select gen_random_uuid(), 'reader' || n || '@northwind.example', 'Reader ' || n
        from generate_series(2, ${READERS}) n returning id)
      insert into membership (org_id, user_id, role, accepted_at) select '${setUp.orgId}', id, 'viewer', now() from l`)
    return setUp.orgId
  }

  /** What the clock does on a Monday at seven, twice at once, as if two nodes had heard it. */
  async function strike(monday: string): Promise<void> {
    const now = new Date(`${monday}T07:07:00Z`)
    const hear = () => database.inOrg(org, systemCaller('test'), tx => enqueueDigests(Object.assign(tx, { now })))
    await Promise.all([hear(), hear()])
  }

  const digestsOf = (monday: string) =>
    rows<{ to: string; state: string; id: string }>(
      `select payload ->> 'to' as to, state, id from outbox where key like 'digest %${monday}'`,
    )

  async function arrived(monday: string): Promise<void> {
    await until(async () => (await digestsOf(monday)).length === READERS, 300_000)
    await untilDone(connection())
  }

  async function expectOneEach(monday: string): Promise<void> {
    const posted = await digestsOf(monday)
    expect(new Set(posted.map(mail => mail.to)).size).toBe(READERS)
    const got = Map.groupBy(smtp.mails, mail => mail.messageId)
    const times = posted.map(({ to, state, id }) => ({ to, state, times: got.get(`<${id}@northwind.example>`)?.length ?? 0 }))
    // Only of a mail whose last bytes were on their way when the node died nobody knows: a person decides.
    expect(times.filter(mail => mail.times !== 1 && !(mail.state === 'unsure' && mail.times === 0))).toEqual([])
    expect(times.filter(mail => mail.state === 'unsure').length).toBeLessThanOrEqual(6)
  }

  test('is one mail to each reader when both hear the clock', async () => {
    await strike(thisMonday)
    await arrived(thisMonday)
    await expectOneEach(thisMonday)
    await strike(thisMonday)
    await untilDone(connection())
    expect(smtp.mails).toHaveLength(READERS)
  })

  test(`is one mail to each reader when a node is killed in the middle, ${rounds} times, and both at last`, {
    timeout: 600_000 + rounds * 220_000,
  }, async () => {
    for (let round = 1; round <= rounds; round++) {
      const monday = plusDays(thisMonday, -7 * round)
      const before = smtp.mails.length
      await strike(monday)
      await until(() => smtp.mails.length > before + (Math.random() * READERS) / 2, 300_000, 5)
      const dying = round === rounds ? nodes.keys() : [round % 2]
      for (const i of dying) nodes[i]!.process.kill('SIGKILL')
      expect((await digestsOf(monday)).filter(mail => mail.state === 'sent').length).toBeLessThan(READERS)
      if (round === rounds && !all) await endLeases(connection())
      for (const i of nodes.keys()) if (nodes[i]!.process.killed) nodes[i] = await start(Number(new URL(nodes[i]!.url).port))
      await arrived(monday)
      await expectOneEach(monday)
    }
  })
})

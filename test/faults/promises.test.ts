import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Running, startProduct } from '../product.ts'
import { type Receiver, startReceiver } from '../receiver.ts'
import { find15, freePort, type Server15, start15 } from '../server15.ts'
import { startSmtp, type TestSmtp } from '../smtp.ts'
import { type Load, startLoad } from './load.ts'
import { answersOf, makePromisedWorld, saidBy } from './promisedWorld.ts'
import { ask, rounds as kills, until } from './world.ts'

// Alerts and promises while one of two nodes is killed, and their database: each alert is there once, each step fired once, nothing is forgotten.

const bin = find15()
const crashes = Math.ceil(kills / 5)
const between = (low: number, high: number) => low + Math.random() * (high - low)

describe.skipIf(!bin)('two nodes that keep promises', () => {
  let server: Server15
  let smtp: TestSmtp
  let receiver: Receiver
  const nodes: Running[] = []
  const answered: string[] = []
  const rows = <Row extends Record<string, unknown>>(text: string) => ask<Row>({ connectionString: server.url }, text)

  const start = (port: number) =>
    startProduct({
      DATABASE_URL: server.url,
      SMTP_URL: smtp.url,
      MAIL_FROM: 'care@northwind.example',
      FULLCIRCLE_SECRET: 's'.repeat(40),
      WEBHOOK_NETWORKS: '127.0.0.1',
      LOG_LEVEL: 'fatal',
      PORT: String(port),
    })

  beforeAll(
    async () => {
      server = await start15(bin!)
      ;[smtp, receiver] = await Promise.all([startSmtp(), startReceiver()])
      nodes.push(...(await Promise.all([start(await freePort()), start(await freePort())])))
      const { apiKey, survey } = await makePromisedWorld(nodes[0]!.url, receiver.url)
      const loads = nodes.map((node, i) => startLoad(node.url, apiKey, [answersOf(survey, `node${i}`)]))
      await hurt(loads)
      await until(() => loads.reduce((sum, load) => sum + load.count(), 0) > 30, 300_000)
      for (const load of loads) {
        await load.finish()
        expect(load.wrong).toEqual([])
        answered.push(...[...load.acknowledged.values()].flat())
      }
      await settled()
    },
    600_000 + (kills + crashes) * 60_000,
  )

  afterAll(async () => {
    await Promise.allSettled(nodes.map(node => node.stop()))
    await Promise.allSettled([smtp?.stop(), receiver?.stop(), server?.stop()])
  })

  /** Kills the one node and the other in turn, and now and then the database. */
  async function hurt(loads: Load[]) {
    const every = Math.ceil(kills / crashes)
    for (let round = 0; round < kills; round++) {
      const i = round % 2
      const before = loads[i]!.count()
      await sleep(between(500, 2_500))
      nodes[i]!.process.kill('SIGKILL')
      await sleep(between(0, 500))
      nodes[i] = await start(Number(new URL(nodes[i]!.url).port))
      if (round % every === every - 1) await server.crash()
      await until(() => loads[i]!.count() > before, 300_000)
    }
  }

  /** Every step that is to come has come, and every word about it has left. */
  async function settled() {
    const left = `select (select count(*)::int from sla_clock where next_at is not null) as clocks,
      (select count(*)::int from outbox where state in ('waiting', 'sending', 'handing')) as mails,
      (select count(*)::int from webhook_delivery where state in ('waiting', 'sending')) as deliveries,
      (select count(*)::int from activity a where (verb = 'alert.opened' or verb like 'promise.%')
        and not exists (select from webhook_delivery d where d.event_id = a.id)) as unsent`
    let still: Record<string, unknown> = {}
    const nothing = async () => Object.values((still = (await rows(left))[0]!)).every(n => n === 0)
    await until(nothing, 500_000).catch(() => expect.fail(`Still to come: ${JSON.stringify(still)}`))
  }

  test('keep every answer that was confirmed, once', async () => {
    const found = await rows<{ mark: string; n: number }>(
      "select split_part(text, ' ', 1) as mark, count(*)::int as n from answer where question_id = 'why' group by 1",
    )
    expect(found.filter(row => row.n !== 1)).toEqual([])
    expect(found.map(row => row.mark).sort()).toEqual(answered.toSorted())
    expect(answered.length).toBeGreaterThan(20)
  })

  test('raise each alert once: of a score, of a comment, of a series', async () => {
    const found = await rows<{ rule: string; mark: string; person: string }>(
      `select r.name as rule, split_part(w.text, ' ', 1) as mark, p.email as person from alert a
        join alert_rule r on r.org_id = a.org_id and r.id = a.rule_id
        join answer w on w.org_id = a.org_id and w.response_id = a.response_id and w.question_id = 'why'
        join person p on p.org_id = a.org_id and p.id = a.person_id`,
    )
    const marks = (rule: string) =>
      found
        .filter(row => row.rule === rule)
        .map(row => row.mark)
        .sort()
    expect(marks('score')).toEqual(answered.filter(mark => saidBy(mark).low).sort())
    expect(marks('comment')).toEqual(answered.filter(mark => saidBy(mark).comment).sort())
    const low = Map.groupBy(
      answered.filter(mark => saidBy(mark).low),
      mark => `customer${saidBy(mark).person}@bakery.example`,
    )
    const series = found.filter(row => row.rule === 'series').map(row => row.person)
    expect(new Set(series).size).toBe(series.length)
    // Of two answers in the same instant neither sees the other; the third sees both.
    expect([...low].filter(([person, marks]) => marks.length >= 4 && !series.includes(person))).toEqual([])
    expect(series.filter(person => !low.has(person))).toEqual([])
  })

  test('fire every step once: marked, recorded, and told once', async () => {
    const clocks = await rows<{ id: string; steps: string[] }>(
      `select c.id, array(select step from sla_step s where s.org_id = c.org_id and s.clock_id = c.id and step <> 'warning' order by 1) as steps from sla_clock c`,
    )
    const [{ alerts }] = (await rows<{ alerts: number }>('select count(*)::int as alerts from alert')) as [{ alerts: number }]
    expect(clocks).toHaveLength(2 * alerts)
    expect(clocks.filter(({ steps }) => steps.join() !== 'breach,ladder.0,ladder.1')).toEqual([])
    const told = await rows(
      `with fired as (
          select c.subject_id, c.target, 'promise.' || case s.step when 'ladder.0' then 'reminder' when 'ladder.1' then 'escalation' else s.step end as verb,
            c.id || ' ' || s.round || ' ' || s.step as key
          from sla_step s join sla_clock c on c.org_id = s.org_id and c.id = s.clock_id
        ), recorded as (
          select a.subject_id, a.verb, d.detail ->> 'target' as target, count(*) as n from activity a
          join activity_detail d on d.org_id = a.org_id and d.activity_id = a.id where a.verb like 'promise.%' group by 1, 2, 3
        ), mailed as (
          select substring(key from '^promise (.*)$') as key, count(*) as n from notification where key like 'promise %' group by 1
        ), counted as (
          select f.verb, coalesce(r.n, 0) as records, coalesce(m.n, 0) as mails from fired f
          left join recorded r on (r.subject_id, r.verb, r.target) = (f.subject_id, f.verb, f.target) left join mailed m using (key)
        )
        select verb, records, mails, count(*)::int as n from counted where records <> 1 or mails <> 1 group by 1, 2, 3`,
    )
    expect(told).toEqual([])
    const [{ records, steps }] = (await rows(
      "select (select count(*) from activity where verb like 'promise.%') as records, (select count(*) from sla_step) as steps",
    )) as [{ records: number; steps: number }]
    expect(records).toBe(steps)
  })

  test('send each mail once', async () => {
    const arrived = Map.groupBy(smtp.mails, mail => mail.messageId)
    expect([...arrived].filter(([, mails]) => mails.length > 1).map(([id]) => id)).toEqual([])
    const [{ sent }] = (await rows<{ sent: number }>("select count(*)::int as sent from outbox where state = 'sent'")) as [
      { sent: number },
    ]
    // A flood to two people comes together: the slower the machine, the fewer mails.
    expect(sent).toBeGreaterThanOrEqual(2)
    expect(arrived.size).toBeGreaterThanOrEqual(sent)
  })

  test('deliver each event; twice only where the answer of the receiver was lost with a node, and under the same id', async () => {
    const wanted = await rows<{ event_id: string; attempts: number }>('select event_id, attempts from webhook_delivery')
    const got = Map.groupBy(receiver.got, one => one.id)
    expect(new Set(got.keys())).toEqual(new Set(wanted.map(row => row.event_id)))
    const attempts = new Map(wanted.map(row => [row.event_id, row.attempts]))
    expect([...got].filter(([id, times]) => times.length > Math.max(1, attempts.get(id)!))).toEqual([])
  })
})

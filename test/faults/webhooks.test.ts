import { createHash } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Running, startProduct } from '../product.ts'
import { isSignedWith, type Received, type Receiver, startReceiver } from '../receiver.ts'
import { find15, freePort, type Server15, start15 } from '../server15.ts'
import { type Load, startLoad } from './load.ts'
import { ask, call, makeWorld, rounds as kills, until } from './world.ts'

// Webhooks while one of two nodes is killed and the receiver has a bad day: everything that happened arrives, under one id for good.

const bin = find15()
const between = (low: number, high: number) => low + Math.random() * (high - low)

/** Messages to one endpoint that a node has in hand at most: what a kill may cut off before it was sent. */
const IN_HAND = 4
/** Once the receiver hangs no more, no attempt lasts so long: whoever began it is gone. */
const LOST_AFTER_S = 5

interface Told {
  event: string
  state: string
  attempts: number
  status: number
}

describe.skipIf(!bin)('two nodes that report to a moody receiver', () => {
  let server: Server15
  let receiver: Receiver
  let key: string
  let endpoint: string
  let rotated: { at: number; old: string; fresh: string }
  const nodes: Running[] = []
  const confirmed: string[] = []
  let moods: Moods
  const rows = <Row extends Record<string, unknown>>(text: string) => ask<Row>({ connectionString: server.url }, text)

  const start = (port: number) =>
    startProduct({
      DATABASE_URL: server.url,
      FULLCIRCLE_SECRET: 's'.repeat(40),
      WEBHOOK_NETWORKS: '127.0.0.1',
      LOG_LEVEL: 'fatal',
      PORT: String(port),
    })

  beforeAll(
    async () => {
      server = await start15(bin!, ['-c', 'fsync=off'])
      receiver = await startReceiver()
      moods = beMoody(receiver)
      nodes.push(...(await Promise.all([start(await freePort()), start(await freePort())])))
      const world = await makeWorld(nodes[0]!.url)
      key = world.apiKey
      endpoint = (await call<{ id: string }>(nodes[0]!.url, key, '/webhooks', { name: 'CRM', url: receiver.url, kinds: null })).id
      const answer = { ...world.kinds.find(({ name }) => name === 'response')!, clients: 2, restMs: 500 }
      const loads = nodes.map(node => startLoad(node.url, key, [answer]))
      await hurt(loads)
      await until(() => loads.reduce((sum, load) => sum + load.count(), 0) > 20, 300_000)
      for (const load of loads) {
        await load.finish()
        expect(load.wrong).toEqual([])
        confirmed.push(...load.acknowledged.get('response')!)
      }
      moods.calmDown()
      await settled()
    },
    600_000 + kills * 60_000,
  )

  afterAll(async () => {
    await Promise.allSettled(nodes.map(node => node.stop()))
    await Promise.allSettled([receiver?.stop(), server?.stop()])
  })

  async function hurt(loads: Load[]) {
    for (let round = 0; round < kills; round++) {
      const i = round % 2
      await sleep(between(500, 2_500))
      nodes[i]!.process.kill('SIGKILL')
      if (round === Math.floor(kills / 2)) await rotate(nodes[1 - i]!)
      nodes[i] = await start(Number(new URL(nodes[i]!.url).port))
      const before = loads[i]!.count()
      await until(() => loads[i]!.count() > before, 300_000)
    }
  }

  async function rotate({ url }: Running) {
    const old = (await get<{ secret: string }>(url, `/webhooks/${endpoint}/secrets`)).secret
    await call(url, key, `/webhooks/${endpoint}/rotations`, {})
    const fresh = (await get<{ secret: string }>(url, `/webhooks/${endpoint}/secrets`)).secret
    rotated = { at: Date.now() / 1000, old, fresh }
  }

  async function get<T>(url: string, path: string): Promise<T> {
    const reply = await fetch(`${url}/api/v1${path}`, { headers: { authorization: `Bearer ${key}` } })
    expect(reply.ok, path).toBe(true)
    return (await reply.json()) as T
  }

  /** Until everything is told, as if the pauses had passed, and the leases of those who are gone. */
  async function settled() {
    const nothing = async () => {
      await rows(`update webhook_delivery set next_at = now() - interval '1 second' where next_at > now() and (state = 'waiting'
        or (state = 'sending' and tried_at < now() - interval '${LOST_AFTER_S} seconds'))`)
      const [{ n }] = (await rows<{ n: number }>(`select (select count(*)::int from webhook_delivery where state <> 'sent')
        + (select count(*)::int from activity a where at >= (select since from webhook_endpoint)
            and not exists (select from webhook_delivery d where d.event_id = a.id)) as n`)) as [{ n: number }]
      return n === 0
    }
    await until(nothing, 500_000)
  }

  /** The log as an administrator reads it. */
  async function readLog(): Promise<Told[]> {
    const all: Told[] = []
    for (let cursor = ''; ; ) {
      const page = await get<{ items: Told[]; nextCursor: string | null }>(
        nodes[0]!.url,
        `/webhooks/${endpoint}/deliveries?limit=100${cursor && `&cursor=${cursor}`}`,
      )
      all.push(...page.items)
      if (!page.nextCursor) return all
      cursor = encodeURIComponent(page.nextCursor)
    }
  }

  test('tell every answer that was confirmed, under one id each', async () => {
    const answers = await rows<{ id: string; mark: string }>(
      "select response_id as id, text as mark from answer where question_id = 'why'",
    )
    expect(answers.map(({ mark }) => mark).sort()).toEqual(confirmed.toSorted())
    expect(confirmed.length).toBeGreaterThan(10)
    const told = receiver.got.filter(({ json }) => json.type === 'response.submitted')
    const ids = new Map<string, Set<string>>()
    for (const { id, json } of told) {
      const subject = json.data.subject.id
      ids.set(subject, (ids.get(subject) ?? new Set()).add(id))
    }
    expect([...ids].filter(([, of]) => of.size !== 1)).toEqual([])
    expect(new Set(ids.keys())).toEqual(new Set(answers.map(({ id }) => id)))
  })

  test('deliver everything else that happened too, until the receiver said that it has it', async () => {
    const happened = await rows<{ id: string }>('select id from activity where at >= (select since from webhook_endpoint)')
    expect(moods.accepted).toEqual(new Set(happened.map(({ id }) => id)))
    expect(receiver.got.every(({ id, json }) => json.type === 'webhook.test' || json.data.id === id)).toBe(true)
  })

  test('say the same under the same id, however often', () => {
    const bodies = Map.groupBy(receiver.got, ({ id }) => id)
    expect([...bodies.values()].filter(times => new Set(times.map(({ body }) => body)).size > 1)).toEqual([])
    expect([...bodies.values()].some(times => times.length > 1)).toBe(true)
  })

  test('sign with the old secret all the time, and from the rotation on with the new one too', () => {
    expect(receiver.got.filter(got => !isSignedWith(got, rotated.old))).toEqual([])
    const since = receiver.got.filter(({ timestamp }) => timestamp > rotated.at + 1)
    expect(since.length).toBeGreaterThan(0)
    expect(since.filter(got => !isSignedWith(got, rotated.fresh))).toEqual([])
  })

  test('keep a log of every attempt', async () => {
    const log = await readLog()
    const times = new Map([...Map.groupBy(receiver.got, ({ id }) => id)].map(([id, got]) => [id, got.length]))
    expect(new Set(log.map(({ event }) => event))).toEqual(new Set(times.keys()))
    expect(log.filter(({ state, status }) => state !== 'sent' || status !== 204)).toEqual([])
    expect(log.filter(({ event, attempts }) => attempts < times.get(event)!)).toEqual([])
    const unheard = log.reduce((sum, { event, attempts }) => sum + attempts - times.get(event)!, 0)
    expect(unheard).toBeLessThanOrEqual(kills * IN_HAND)
  })
})

interface Moods {
  /** Messages of which the receiver said that it has them. */
  accepted: Set<string>
  /** Nobody hangs from now on. */
  calmDown(): void
}

/** At first it fails, hangs, hangs up or drags its feet, told by the id alone; whoever comes often enough is heard. */
function beMoody(receiver: Receiver): Moods {
  const times = new Map<string, number>()
  const accepted = new Set<string>()
  const hanging: ServerResponse[] = []
  let calm = false
  receiver.reply = ({ id }: Received, response) => {
    const n = (times.get(id) ?? 0) + 1
    times.set(id, n)
    const mood = n > 2 ? 255 : createHash('sha256').update(`${id} ${n}`).digest()[0]!
    if (mood < 40) return void response.writeHead(500).end('ill')
    if (mood < 45 && !calm) return void hanging.push(response)
    if (mood < 55) return void response.destroy()
    const take = () => {
      accepted.add(id)
      response.writeHead(204).end()
    }
    if (mood < 90) setTimeout(take, 1_000)
    else take()
  }
  const calmDown = () => {
    calm = true
    for (const response of hanging) response.destroy()
  }
  return { accepted, calmDown }
}

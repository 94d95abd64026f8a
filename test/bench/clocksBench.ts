import { randomUUID } from 'node:crypto'
import { cpus, loadavg } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { openDatabase, type SystemTx, type Tx } from '../../src/kit/server/db.ts'
import { openLog } from '../../src/kit/server/log.ts'
import { orgsWithDue, takeDue } from '../../src/sla/server/clockStore.ts'
import { SlaSweep } from '../../src/sla/server/slaSweep.ts'
import { type Running, startProduct } from '../product.ts'
import { find15, start15 } from '../server15.ts'
import { addQuietOrganisations, makeAlerts, makeDue, makeOpen, type Promised } from './manyClocks.ts'
import { openOrganisation } from './organisation.ts'
import { cpuOf } from './processorTime.ts'
import type { Bench } from './run.ts'

const FEW = 1_000
const MANY = 1_000_000
const DUE = 1_000
const ROUNDS = 3
const MOST_LATE = 2_000
const MOST_GROWTH = 1.5
const LOOKS = 100

// When a step became visible to others, rather than when its transaction began.
const settings = ['-c', 'shared_buffers=1GB', '-c', 'max_wal_size=16GB', '-c', 'track_commit_timestamp=on']

/** A million promises that run, and a thousand of them broken within a second, on two nodes. */
export const bench: Bench = {
  async run() {
    const bin = find15()
    if (!bin) throw new Error('The binaries of PostgreSQL 15 are needed (Debian: apt-get install postgresql-15)')
    const server = await start15(bin, settings)
    const client = new pg.Client({ connectionString: server.url })
    try {
      await client.connect()
      const env = { DATABASE_URL: server.url, FULLCIRCLE_SECRET: 's'.repeat(40), RATE_LIMIT: '1000000' }
      const nodes = await Promise.all([startProduct(env), startProduct(env)])
      try {
        return await measure(client, server.url, nodes)
      } finally {
        await Promise.allSettled(nodes.map(node => node.stop()))
      }
    } finally {
      await client.end().catch(() => {})
      await server.stop()
    }
  },
}

async function measure(client: pg.Client, url: string, nodes: Running[]) {
  const promised = await promise(nodes[0]!.url)
  await makeOpen(client, promised, FEW)
  const few = await idleLooks(url)
  for (const quiet of await addQuietOrganisations(client, promised, 10)) await makeOpen(client, quiet, (MANY - FEW) / 20)
  await makeOpen(client, promised, (MANY - FEW) / 2)
  const many = await idleLooks(url)
  const plans = await plansOf(client, promised.org)
  const bursts: Burst[] = []
  for (let round = 0; round < ROUNDS; round++) bursts.push(await burst(client, promised, nodes, 1_000))
  const atOnce = await burst(client, promised, nodes, 0)
  return judge(few, many, plans, bursts, atOnce)
}

/** An organisation with a promise, and one alert that others are copied from. */
async function promise(url: string): Promise<Promised> {
  const { org, survey, call } = await openOrganisation(url)
  const day = [['00:00', '24:00']]
  const hours = Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map(name => [name, day]))
  const { id: calendar } = await call('POST', '/calendars', { name: 'Always', tz: 'UTC', hours })
  const ladder = [{ after_min: 60, notify: 'manager' }]
  const { id: policy } = await call('POST', '/policies', {
    name: 'Soon',
    calendar,
    acknowledge: 60,
    contact: 240,
    resolve: 2880,
    ladder,
  })
  await call('POST', '/alert-rules', { name: 'Low', survey, when: { all: [{ question: 'nps', atMost: 6 }] } })
  const { alertIds } = await call('POST', `/surveys/${survey}/responses`, { answers: { nps: 2 }, unit: 'r0u0' })
  return { org, calendar, policy, alert: alertIds[0] }
}

interface Times {
  p50: number
  p95: number
}

/** How long a sweep takes that finds nothing. */
async function idleLooks(url: string): Promise<Times> {
  const database = openDatabase({ connection: { connectionString: url } })
  try {
    const sweep = new SlaSweep({ database, log: openLog('error') })
    const times: number[] = []
    for (let i = 0; i < LOOKS * 1.5; i++) {
      const began = performance.now()
      await sweep.run()
      if (i >= LOOKS / 2) times.push(performance.now() - began)
    }
    return { p50: share(times, 0.5), p95: share(times, 0.95) }
  } finally {
    await database.close()
  }
}

const share = (times: readonly number[], part: number): number =>
  times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * part))] ?? Number.NaN

/** How PostgreSQL goes about the two questions of a sweep, as the run-time role. */
async function plansOf(client: pg.Client, org: string): Promise<string[]> {
  const asked: pg.QueryConfig[] = []
  const told = { org, now: new Date(), query: async (one: pg.QueryConfig) => (asked.push(one), { rows: [] }) } as unknown as Tx
  await orgsWithDue(told as SystemTx)
  await takeDue(told, { limit: 50 })
  const plans: string[] = []
  for (const [i, { text, values }] of asked.entries()) {
    await client.query(`begin; set local role fullcircle_app; ${i ? `set local app.org = '${org}'` : ''}`)
    const { rows } = await client.query(`explain (costs off) ${text}`, values as unknown[])
    await client.query('rollback')
    plans.push(rows.map(row => row['QUERY PLAN'] as string).join('\n'))
  }
  return plans
}

interface Burst {
  within: number
  fired: number
  steps: number
  p50: number
  p99: number
  most: number
  cpu: number
  load: number
}

/** So many promises are broken within a time: how late each step was when it was there for all to see. */
async function burst(client: pg.Client, promised: Promised, nodes: Running[], within: number): Promise<Burst> {
  const subjects = Array.from({ length: DUE }, () => randomUUID().replace(/^(.{14})./, '$17'))
  await makeAlerts(client, promised, subjects)
  const before = nodes.map(node => cpuOf(node.process.pid!))
  await makeDue(client, promised, subjects, { first: new Date(Date.now() + 3_000), within })
  const end = Date.now() + 60_000
  const steps = async () => {
    const { rows } = await client.query<{ clock_id: string; late: number }>(
      `select s.clock_id, 1000 * extract(epoch from pg_xact_commit_timestamp(s.xmin) - s.due_at)::float8 as late
        from sla_step s join sla_clock c on c.org_id = s.org_id and c.id = s.clock_id
        where s.step = 'breach' and c.subject_id = any($1::uuid[])`,
      [subjects],
    )
    return rows
  }
  let found = await steps()
  while (found.length < DUE && Date.now() < end) {
    await sleep(200)
    found = await steps()
  }
  const { rows } = await client.query<{ n: number }>(
    `select count(*)::int as n from activity where verb = 'promise.breach' and subject_id = any($1::uuid[])`,
    [subjects],
  )
  const late = found.map(step => step.late)
  return {
    within,
    fired: new Set(found.map(step => step.clock_id)).size,
    steps: rows[0]!.n,
    p50: share(late, 0.5),
    p99: share(late, 0.99),
    most: Math.max(...late),
    cpu: nodes.reduce((sum, node, i) => sum + cpuOf(node.process.pid!) - before[i]!, 0) / DUE,
    load: loadavg()[0]!,
  }
}

function judge(few: Times, many: Times, plans: string[], bursts: Burst[], atOnce: Burst) {
  const ms = (n: number) => `${n.toFixed(n < 10 ? 1 : 0)} ms`
  const growth = many.p50 / few.p50
  const missed = [
    ...(growth > MOST_GROWTH ? [`an idle sweep takes ${growth.toFixed(2)} times as long; promised are ${MOST_GROWTH}`] : []),
    ...plans.filter(plan => /Seq Scan on sla_clock/.test(plan)).map(plan => `reads every clock: ${plan}`),
    ...bursts.filter(one => one.p99 > MOST_LATE).map(one => `p99 ${ms(one.p99)} late; promised are ${MOST_LATE} ms`),
    ...[...bursts, atOnce]
      .filter(one => one.fired !== DUE || one.steps !== DUE)
      .map(one => `${one.fired} of ${DUE} clocks fired, ${one.steps} times`),
  ]
  const row = (one: Burst) =>
    `| ${one.within ? 'within one second' : 'at the same instant'} | ${one.fired}, ${one.steps} | ${ms(one.p50)} | **${ms(one.p99)}** | ${ms(one.most)} | ${one.cpu.toFixed(2)} ms | ${one.load.toFixed(1)} |`
  const report = `${MANY.toLocaleString('en')} open clocks (half in one organisation, half in ten others), two nodes of the product, PostgreSQL 15 with fsync, all on this
machine with ${cpus().length} processors. Each of the ${DUE} belongs to an alert with an owner, who is told. Late: from the due time to the commit. Promised: each fired once, p99 ≤ ${MOST_LATE} ms late.

| ${DUE} promises broken | clocks fired, records | p50 | p99 | latest | processor time of both nodes for one | load |
|---|---|---|---|---|---|---|
${[...bursts, atOnce].map(row).join('\n')}

A sweep that finds nothing, among ${FEW.toLocaleString('en')} open clocks: p50 ${ms(few.p50)}, p95 ${ms(few.p95)}; among ${MANY.toLocaleString('en')}: p50 ${ms(many.p50)}, p95 ${ms(many.p95)} = **${growth.toFixed(2)} times** (promised: ${MOST_GROWTH}).
Which organisations have something due, and which clocks those are:

${plans.map(plan => `\`\`\`\n${plan}\n\`\`\``).join('\n')}
`
  return { report, missed }
}

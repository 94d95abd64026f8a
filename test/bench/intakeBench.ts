import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { openProduct } from '../../src/app/server/product.ts'
import { readSettings } from '../../src/app/server/settings.ts'
import { openLog } from '../../src/kit/server/log.ts'
import { startProduct } from '../product.ts'
import { find15, start15 } from '../server15.ts'
import { load } from './load.ts'
import type { Bench } from './run.ts'
import { cpuOf } from './processorTime.ts'
import { pgbench, pgbenchScript, recordStatements, type Statement } from './statements.ts'

const CLIENTS = 16
const SECONDS = 10
const LEAST_SHARE = 0.25
const MOST_P99 = 100

const env = { TRUST_PROXY: 'true', RATE_LIMIT: '1000000' }

/** A customer answers on the public page: stored, rolled up, rules evaluated, recorded. With one rule that watches, and with twenty. */
export const bench: Bench = {
  async run() {
    const one = await withRules(1)
    const twenty = await withRules(20)
    return { report: `${one.report}\n${twenty.report}`, missed: [...one.missed, ...twenty.missed] }
  },
}

async function withRules(rules: number) {
  const bin = find15()
  if (!bin) throw new Error('The binaries of PostgreSQL 15 are needed (Debian: apt-get install postgresql-15)')
  const server = await start15(bin)
  const dir = mkdtempSync(join(tmpdir(), 'fullcircle-bench-'))
  try {
    const { path, statements } = await prepare(server.url, rules)
    const product = await startProduct({ ...env, DATABASE_URL: server.url, DATA_DIR: dir })
    const port = Number(new URL(product.url).port)
    try {
      const request = () => submission(path, port)
      await load({ port, clients: CLIENTS, seconds: 4, request })
      const script = pgbenchScript(statements, freshIn(statements))
      const tps = await pgbench(bin, server.port, dir, script, CLIENTS, SECONDS)
      await sleep(1_000)
      const before = cpuOf(product.process.pid!)
      const most = await load({ port, clients: CLIENTS, seconds: SECONDS, request })
      const cpu = (cpuOf(product.process.pid!) - before) / (most.perSecond * SECONDS)
      const half = await load({ port, clients: CLIENTS, seconds: SECONDS, request, rate: most.perSecond / 2 })
      return judge(rules, tps, most, half, statements, cpu)
    } finally {
      await product.stop()
    }
  } finally {
    await server.stop()
    rmSync(dir, { recursive: true, force: true })
  }
}

/** Rules that watch and do not fire: scores, what the comment says, a series. */
const conditionsOf = (rules: number): object[] =>
  Array.from({ length: rules }, (_, i) => {
    if (i % 10 === 7) return { comment: { question: 'why', leaving: true } }
    if (i % 10 === 8) return { comment: { question: 'why', phrases: [`water bottle ${i}`] } }
    if (i % 10 === 9) return { series: { question: 'nps', atMost: i % 7, count: 2, of: 3, per: 'unit' } }
    return { question: 'nps', atMost: i === 0 ? 6 : i % 7 }
  })

type Figures = Awaited<ReturnType<typeof load>>

function judge(rules: number, tps: number, most: Figures, half: Figures, statements: readonly Statement[], cpu: number) {
  const share = most.perSecond / tps
  const ms = (n: number) => `${n.toFixed(1)} ms`
  const odd = [most, half].flatMap(({ statuses }) => Object.keys(statuses).filter(status => status !== '303'))
  const missed = [
    ...(share < LEAST_SHARE ? [`${(100 * share).toFixed(0)} % of pgbench; promised are ${100 * LEAST_SHARE} %`] : []),
    ...(half.p99 > MOST_P99 ? [`p99 ${ms(half.p99)} at half load; promised are ${MOST_P99} ms`] : []),
    ...(odd.length ? [`answers with status ${odd.join(', ')}`] : []),
  ]
  const report = `Public submit (\`POST /f/{token}\`: NPS, a comment, a unit, one segment; rules that watch: ${rules}), ${CLIENTS} clients, PostgreSQL 15 with fsync:
a process for the product, one for the load, all on this machine.

| | |
|---|---|
| pgbench -M prepared, the same statements | ${tps.toFixed(0)} transactions/s |
| Fullcircle | ${most.perSecond.toFixed(0)} requests/s = **${(100 * share).toFixed(0)} %** (promised: ${100 * LEAST_SHARE} %) |
| processor time of the product's process | ${ms(cpu)} a request |
| load of the machine when it ended | ${loadavg()[0]!.toFixed(1)} on ${cpus().length} processors |
| at most: p50, p99 | ${ms(most.p50)}, ${ms(most.p99)} |
| at half of it (${half.perSecond.toFixed(0)}/s): p50, p99 | ${ms(half.p50)}, **${ms(half.p99)}** (promised: ${MOST_P99} ms) |

${rules > 1 ? '' : statementsOf(statements)}`
  return { report, missed }
}

const statementsOf = (
  statements: readonly Statement[],
) => `The statements of one request, in order (pgbench sends the three of the first line one by one):

${statements.map(({ text }) => `\`\`\`sql\n${text.trim()}\n\`\`\``).join('\n')}
`

/** An organisation with a unit, a survey, an open link and a rule; and what one submission sends to the database. */
async function prepare(url: string, rules: number) {
  const product = await openProduct({
    settings: readSettings({ LOG_LEVEL: 'error', ...env }),
    connection: { connectionString: url },
    log: openLog('error'),
    version: 'bench',
    secret: 's'.repeat(40),
    metricsToken: 'm'.repeat(20),
  } as Parameters<typeof openProduct>[0])
  try {
    const call = async (method: 'POST', path: string, body: object | string, key?: string) => {
      const type = typeof body === 'string' ? 'text/csv' : 'application/json'
      const headers = { 'content-type': type, ...(key && { authorization: `Bearer ${key}` }) }
      const reply = await product.app.inject({ method, url: `/api/v1${path}`, headers, payload: body })
      if (reply.statusCode >= 300) throw new Error(`${path}: ${reply.body}`)
      return reply.json()
    }
    const owner = { org: 'Northwind Water', name: 'Olga', email: 'olga@northwind.example', password: 'correct horse battery' }
    const { apiKey } = await call('POST', '/setup', owner)
    await call('POST', '/units/import', 'unit,parent,name\nkelby,,Kelby\n', apiKey)
    const questions = [
      { id: 'nps', kind: 'nps', prompt: 'How likely are you to recommend us?', required: true },
      { id: 'why', kind: 'text', prompt: 'Why?' },
    ]
    const { id } = await call('POST', '/surveys', { name: 'Visit', locale: 'en', questions }, apiKey)
    await call('POST', `/surveys/${id}/publish`, {}, apiKey)
    for (const [i, condition] of conditionsOf(rules).entries())
      await call(
        'POST',
        '/alert-rules',
        { name: `Rule ${i}`, survey: id, kind: 'recovery', when: { all: [condition] }, route: [{ to: 'unit-manager' }] },
        apiKey,
      )
    const link = await call(
      'POST',
      `/surveys/${id}/links`,
      { name: 'Counter', unit: 'kelby', segments: { channel: 'counter' } },
      apiKey,
    )
    const path = new URL(link.url).pathname
    const send = () => {
      const [head, payload] = submission(path, 80).split('\r\n\r\n') as [string, string]
      const headers = Object.fromEntries(
        head
          .split('\r\n')
          .slice(1)
          .map(line => line.split(': ') as [string, string]),
      )
      return product.app.inject({ method: 'POST', url: path, headers, payload })
    }
    // The first fills what is remembered (organisation, version, rules); what the second sends is what every one sends.
    await send()
    const statements = await recordStatements(async () => {
      const reply = await send()
      if (reply.statusCode !== 303) throw new Error(`A submission was answered with ${reply.statusCode}: ${reply.body}`)
    })
    return { path, statements: statements.filter(({ text }) => !/pg_notify|pgboss/.test(text)) }
  } finally {
    await product.stop()
  }
}

const comment = encodeURIComponent('The fitter came on time and explained what he did. The invoice took three weeks.')

function submission(path: string, port: number): string {
  const resume = randomBytes(16).toString('base64url')
  const body = `r=${resume}&step=0&q.nps=7&q.why=${comment}&do=send`
  const address = Array.from(randomBytes(3)).join('.')
  return `POST ${path} HTTP/1.1\r\nhost: localhost:${port}\r\nx-forwarded-for: 10.${address}\r\ncontent-type: application/x-www-form-urlencoded\r\ncontent-length: ${body.length}\r\n\r\n${body}`
}

/** Ids and hashes made for this one submission: pgbench makes its own each time. */
function freshIn(statements: readonly Statement[]): Map<string, string> {
  const fresh = new Map<string, string>()
  const submit = statements.find(({ text }) => text.includes('insert into response'))!
  const [response, activity] = [String(submit.values[1]), String(submit.values[26])]
  const unlike = "lpad(to_hex(:i::bigint * 64 + :client_id::bigint), 12, '0')"
  fresh.set(response, `('01a00000-0000-7001-8000-' || ${unlike})::uuid`)
  fresh.set(activity, `('01a00000-0000-7002-8000-' || ${unlike})::uuid`)
  for (const value of submit.values)
    if (Buffer.isBuffer(value) && value.equals(submit.values[11] as Buffer))
      fresh.set(`\\x${value.toString('hex')}`, "decode(md5(:i::text || ' ' || :client_id::text), 'hex')")
  return fresh
}

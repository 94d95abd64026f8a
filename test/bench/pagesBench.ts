import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { type Running, startProduct } from '../product.ts'
import type { Bench } from './run.ts'

const KIB = 1024
const dist = join(import.meta.dirname, '../../dist/web')

/** What travels to a phone, what a console loads first, what the idle product weighs and how long it takes to stand up. */
export const bench: Bench = {
  async run() {
    const first = await startProduct()
    try {
      const respondent = await respondentPage(first.url)
      await sleep(20_000)
      const memory = memoryOf(first)
      const restarts = await restart(first)
      return summary({ respondent, memory, restarts, console: consoleFirstLoad() })
    } finally {
      await first.stop().catch(() => {})
    }
  },
}

interface Figures {
  respondent: { encoding: string; html: number; rest: number }
  console: { gzip: number; brotli: number; files: number }
  memory: number
  restarts: number[]
}

function summary({ respondent, console, memory, restarts }: Figures) {
  const page = respondent.html + respondent.rest
  const start = restarts.toSorted((a, b) => a - b)[Math.floor(restarts.length / 2)]!
  const rows = [
    ['respondent page, first view (HTML + CSS + script, as sent)', kib(page), '≤ 14 KiB', page <= 14 * KIB],
    ['console, first load of script (gzip)', kib(console.gzip), '≤ 200 KiB', console.gzip <= 200 * KIB],
    ['console, the same as brotli', kib(console.brotli), '', true],
    ['idle product with its PostgreSQL (PSS)', `${Math.round(memory / KIB)} MB`, '≤ 400 MB', memory / KIB <= 400],
    [
      `start on an existing database to readyz (median of ${restarts.length})`,
      `${(start / 1000).toFixed(2)} s`,
      '≤ 3 s',
      start <= 3000,
    ],
  ] as const
  return {
    report: [
      '| what | measured | limit |',
      '|---|---|---|',
      ...rows.map(([what, is, limit]) => `| ${what} | ${is} | ${limit} |`),
    ].join('\n'),
    missed: rows.filter(([, , , kept]) => !kept).map(([what, is, limit]) => `${what}: ${is}, ${limit}`),
  }
}

const kib = (bytes: number) => `${(bytes / KIB).toFixed(1)} KiB`

/** Bytes of the first view as a browser that takes brotli or gzip gets them: the page and whatever it loads from us. */
async function respondentPage(url: string) {
  const { page } = await openSurvey(url)
  const html = await sizeOf(page)
  const text = await (await fetch(page)).text()
  const links = [...text.matchAll(/<(?:link[^>]+rel="?stylesheet"?[^>]*href|script[^>]+src)="([^"]+)"/g)].map(match => match[1]!)
  let rest = 0
  for (const link of links) rest += (await sizeOf(new URL(link, url).href)).bytes
  return { encoding: html.encoding, html: html.bytes, rest }
}

async function sizeOf(address: string): Promise<{ bytes: number; encoding: string }> {
  // fetch() unpacks; the bytes on the wire are what counts.
  const { request } = await import('node:http')
  return new Promise((resolve, reject) => {
    request(address, { headers: { 'accept-encoding': 'br, gzip', accept: 'text/html' } }, response => {
      let bytes = 0
      response.on('data', (chunk: Buffer) => (bytes += chunk.length))
      response.on('end', () => resolve({ bytes, encoding: String(response.headers['content-encoding'] ?? 'none') }))
    })
      .once('error', reject)
      .end()
  })
}

async function openSurvey(url: string): Promise<{ page: string }> {
  const api = `${url}/api/v1`
  const post = async (path: string, body: unknown, key?: string) => {
    const headers = { 'content-type': 'application/json', ...(key && { authorization: `Bearer ${key}` }) }
    const reply = await fetch(api + path, { method: 'POST', headers, body: JSON.stringify(body) })
    if (!reply.ok) throw new Error(`POST ${path} answered ${reply.status}: ${await reply.text()}`)
    return (await reply.json()) as Record<string, string>
  }
  const { apiKey } = await post('/setup', {
    org: 'Northwind Water',
    name: 'Olga',
    email: 'olga@northwind.example',
    password: 'correct horse battery',
  })
  const questions = [
    { id: 'nps', kind: 'nps', prompt: 'How likely are you to recommend Northwind Water to a friend or colleague?' },
    { id: 'why', kind: 'text', prompt: 'What is the main reason for your score?' },
    { id: 'stars', kind: 'rating', prompt: 'How was the visit?', scale: { min: 1, max: 5 } },
    { id: 'visit', kind: 'choice', prompt: 'What did we come for?', options: ['Repair', 'New meter', 'Leak', 'Other'] },
  ]
  const { id } = await post('/surveys', { name: 'Visit', locale: 'en', questions }, apiKey)
  await post(`/surveys/${id}/publish`, {}, apiKey)
  const link = await post(`/surveys/${id}/links`, { name: 'Counter' }, apiKey)
  return { page: link['url'] ?? `${url}/f/${link['token']}` }
}

/** The scripts that index.html names, and what those import before anything is shown. */
function consoleFirstLoad() {
  const html = readFileSync(join(dist, 'index.html'), 'utf8')
  const files = [...new Set([...html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].map(match => match[1]!))]
  const sum = (pack: (bytes: Buffer) => Buffer) =>
    files.reduce((total, file) => total + pack(readFileSync(join(dist, file))).length, 0)
  return { files: files.length, gzip: sum(bytes => gzipSync(bytes)), brotli: sum(bytes => brotliCompressSync(bytes)) }
}

/** Proportional set size of the product and all processes below it, PostgreSQL's among them, in KiB. */
function memoryOf({ process: child, dataDir }: Running): number {
  const postmaster = Number(readFileSync(join(dataDir, 'postgres/data/postmaster.pid'), 'utf8').split('\n', 1)[0])
  const pids = new Set([child.pid!, postmaster])
  for (let before = 0; before !== pids.size; ) {
    before = pids.size
    for (const pid of allPids()) if (pids.has(parentOf(pid))) pids.add(pid)
  }
  return [...pids].reduce((sum, pid) => sum + pssOf(pid), 0)
}

const allPids = () =>
  readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .map(Number)

function parentOf(pid: number): number {
  const file = `/proc/${pid}/stat`
  if (!existsSync(file)) return 0
  const stat = readFileSync(file, 'utf8')
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
}

function pssOf(pid: number): number {
  const file = `/proc/${pid}/smaps_rollup`
  return existsSync(file) ? Number(/^Pss:\s+(\d+)/m.exec(readFileSync(file, 'utf8'))?.[1] ?? 0) : 0
}

async function restart(first: Running): Promise<number[]> {
  const times: number[] = []
  const port = new URL(first.url).port
  first.process.kill('SIGTERM')
  await new Promise(done => first.process.once('exit', done))
  for (let i = 0; i < 5; i++) {
    const before = performance.now()
    const again = await startProduct({ DATA_DIR: first.dataDir, PORT: port })
    times.push(performance.now() - before)
    await again.stop()
  }
  return times
}

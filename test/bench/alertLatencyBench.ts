import { type Browser, chromium, type Page } from '@playwright/test'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { chromiumFlags, findChromium } from '../chromium.ts'
import { startProduct } from '../product.ts'
import { find15, start15 } from '../server15.ts'
import { load } from './load.ts'
import { type Organisation, openOrganisation } from './organisation.ts'
import type { Bench } from './run.ts'

const RATE = 100
const SHARE = 0.05
const SECONDS = 60
const WARM_UP = 10
const MOST_P99 = 300

/** A customer answers on the public page; the owner of the alert has the list of alerts open in a real browser. */
export const bench: Bench = {
  async run() {
    const [bin, executablePath] = [find15(), findChromium()]
    if (!bin) throw new Error('The binaries of PostgreSQL 15 are needed (Debian: apt-get install postgresql-15)')
    if (!executablePath) throw new Error('A Chromium is needed (Debian: apt-get install chromium)')
    const server = await start15(bin)
    const dir = mkdtempSync(join(tmpdir(), 'fullcircle-bench-'))
    const env = { DATABASE_URL: server.url, DATA_DIR: dir, TRUST_PROXY: 'true', RATE_LIMIT: '1000000' }
    let browser: Browser | undefined
    try {
      const product = await startProduct(env)
      try {
        browser = await chromium.launch({ executablePath, args: chromiumFlags })
        const world = await openOrganisation(product.url)
        const path = await prepare(world)
        const page = await openAlerts(browser, product.url)
        await answers({ path, product: product.url, seconds: WARM_UP, name: 'warm' })
        return judge(await measure({ page, path, product: product.url, world }))
      } finally {
        await browser?.close()
        await product.stop()
      }
    } finally {
      await server.stop()
      rmSync(dir, { recursive: true, force: true })
    }
  },
}

/** A survey behind an open link, and a rule that promises something. */
async function prepare({ call }: Organisation): Promise<string> {
  const questions = [
    { id: 'nps', kind: 'nps', prompt: 'How likely are you to recommend us?', required: true },
    { id: 'why', kind: 'text', prompt: 'Why?' },
  ]
  const { id } = await call('POST', '/surveys', { name: 'Repair', locale: 'en', questions })
  await call('POST', `/surveys/${id}/publish`, {})
  const day = [['00:00', '24:00']]
  const hours = Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map(name => [name, day]))
  const { id: calendar } = await call('POST', '/calendars', { name: 'Always', tz: 'UTC', hours })
  const { id: policy } = await call('POST', '/policies', { name: 'Soon', calendar, acknowledge: 60, contact: 240, resolve: 2880 })
  await call('POST', '/alert-rules', { name: 'Low', survey: id, policy, when: { all: [{ question: 'nps', atMost: 6 }] } })
  const { url } = await call('POST', `/surveys/${id}/links`, { name: 'Counter', unit: 'r0u0' })
  return new URL(url).pathname
}

/** The owner's browser; it notes when the words of an answer are there to be read: after they were painted. */
async function openAlerts(browser: Browser, url: string): Promise<Page> {
  const page = await (await browser.newContext({ baseURL: url, viewport: { width: 1440, height: 900 } })).newPage()
  await page.request.post('/api/v1/session', { data: { email: 'olga@northwind.example', password: 'correct horse battery' } })
  await page.addInitScript(() => {
    const seen: Record<string, number> = {}
    Object.assign(globalThis, { seen })
    performance.setResourceTimingBufferSize(20_000)
    const look = () => {
      const found = [...(document.body?.innerText ?? '').matchAll(/mark-\w+/g)]
        .map(([mark]) => mark)
        .filter(mark => !(mark in seen))
      if (found.length === 0) return
      for (const mark of found) seen[mark] = Number.NaN
      requestAnimationFrame(() => setTimeout(() => found.forEach(mark => void (seen[mark] = Date.now()))))
    }
    new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true })
  })
  await page.goto('/alerts')
  await page.getByRole('heading', { name: 'Alerts' }).waitFor()
  await sleep(2_000)
  return page
}

interface Sent {
  mark: string
  at: number
  answered: number
}

interface Answering {
  path: string
  product: string
  seconds: number
  name: string
}

/** Customers who answer at a rate; the few who complain are remembered with the instant at which they pressed the button. */
async function answers({ path, product, seconds, name }: Answering): Promise<Sent[]> {
  const port = Number(new URL(product).port)
  const content = load({
    port,
    clients: 8,
    seconds,
    rate: RATE * (1 - SHARE),
    request: () => requestOf(path, port, 9, 'It was fine.'),
  })
  const sent: Promise<Sent>[] = []
  const start = Date.now()
  for (let i = 0; i < seconds * RATE * SHARE; i++) {
    await sleep(Math.max(0, start + (i * 1000) / (RATE * SHARE) - Date.now()))
    const mark = `mark-${name}${i}`
    const at = Date.now()
    sent.push(
      fetch(`${product}${path}`, {
        method: 'POST',
        redirect: 'manual',
        headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-forwarded-for': addressOf() },
        body: bodyOf(2, `Nobody called back ${mark}`),
      }).then(reply => {
        if (reply.status !== 303) throw new Error(`An answer was answered with ${reply.status}`)
        return { mark, at, answered: Date.now() }
      }),
    )
  }
  const { statuses } = await content
  if (Object.keys(statuses).join() !== '303') throw new Error(`Answers with status ${Object.keys(statuses).join(', ')}`)
  return Promise.all(sent)
}

const addressOf = () => `10.${Array.from(randomBytes(3)).join('.')}`

const bodyOf = (nps: number, why: string) =>
  `r=${randomBytes(16).toString('base64url')}&step=0&q.nps=${nps}&q.why=${encodeURIComponent(why)}&do=send`

function requestOf(path: string, port: number, nps: number, why: string): string {
  const body = bodyOf(nps, why)
  return `POST ${path} HTTP/1.1\r\nhost: localhost:${port}\r\nx-forwarded-for: ${addressOf()}\r\ncontent-type: application/x-www-form-urlencoded\r\ncontent-length: ${body.length}\r\n\r\n${body}`
}

async function measure({ page, path, product, world }: { page: Page; path: string; product: string; world: Organisation }) {
  const stop = new AbortController()
  const heard = listen(product, world.key, stop.signal)
  const sent = await answers({ path, product, seconds: SECONDS, name: 'm' })
  await sleep(2_000)
  stop.abort()
  const seen = await page.evaluate(() => (globalThis as unknown as { seen: Record<string, number> }).seen)
  const lists = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter(entry => /\/api\/v1\/alerts\?/.test(entry.name))
      .map(entry => entry.duration),
  )
  return {
    sent: sent.length,
    visible: sent.map(({ mark, at }) => (seen[mark] ?? Number.NaN) - at),
    answered: sent.map(({ at, answered }) => answered - at),
    events: (await heard) / SECONDS,
    lists,
  }
}

/** How many events of alerts reach somebody who listens. */
async function listen(url: string, key: string, signal: AbortSignal): Promise<number> {
  let events = 0
  try {
    const stream = await fetch(`${url}/api/v1/live?topics=alerts`, { headers: { authorization: `Bearer ${key}` }, signal })
    const decoder = new TextDecoder()
    for await (const chunk of stream.body!) {
      events += decoder.decode(chunk as Uint8Array, { stream: true }).split('"topic":"alerts"').length - 1
    }
  } catch (error) {
    if (!signal.aborted) throw error
  }
  return events
}

type Measured = Awaited<ReturnType<typeof measure>>

function judge({ sent, visible, answered, lists, events }: Measured) {
  const came = visible.filter(one => !Number.isNaN(one))
  const ms = (n: number) => `${n.toFixed(0)} ms`
  const at = (times: number[], part: number) =>
    times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * part))] ?? Number.NaN
  const row = (name: string, times: number[]) =>
    `| ${name} | ${ms(at(times, 0.5))} | ${ms(at(times, 0.95))} | **${ms(at(times, 0.99))}** | ${ms(at(times, 1))} |`
  const p99 = at(came, 0.99)
  const missed = [
    ...(came.length < sent ? [`${sent - came.length} of ${sent} alerts were never seen`] : []),
    ...(p99 > MOST_P99 ? [`p99 ${ms(p99)}; promised are ${MOST_P99} ms`] : []),
  ]
  const report = `${RATE} answers a second on the public page for ${SECONDS} s, ${SHARE * 100} % of them raise an alert (${sent}, ${events.toFixed(1)} events a second); its owner has \`/alerts\` open in
Chromium at 1440 px. From sending the answer until its words are painted in the list. Promised: p99 ≤ ${MOST_P99} ms. PostgreSQL 15 with fsync, product, load and
browser on one machine, whose load was ${loadavg()[0]!.toFixed(1)} on ${cpus().length} processors when it ended.

| | p50 | p95 | p99 | longest |
|---|---|---|---|---|
${row('sent → to be read in the browser', came)}
${row('of that: sent → answered', answered)}
${row('of that: the browser reads its list again', lists)}
`
  return { report, missed }
}

import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync, statSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runningAddress } from '../../src/kit/server/postgres/embedded.ts'
import { form, formType } from '../form.ts'
import { prepare } from '../prepared.ts'
import { type Running, startProduct } from '../product.ts'
import { wav } from '../samples.ts'
import { find15, freePort, start15 } from '../server15.ts'
import { all, ask, call, owner, rounds } from './world.ts'

// Files that arrive slowly, in part, or while the product is killed.

// A round takes longer here than elsewhere: megabytes are written.
const kills = Math.ceil(rounds / 3)

const undo: (() => unknown)[] = []
afterAll(async () => {
  for (const step of undo.splice(0).reverse()) await step()
})

function temporary(): string {
  const dir = mkdtempSync(join(tmpdir(), 'fullcircle-faults-'))
  undo.push(() => rmSync(dir, { recursive: true, force: true }))
  return dir
}

interface Ground {
  env: Record<string, string>
  connection(): pg.ClientConfig
}

async function embedded(): Promise<Ground> {
  const dir = await prepare(temporary())
  return { env: { DATA_DIR: dir }, connection: () => runningAddress(dir)! }
}

async function server15(): Promise<Ground> {
  const server = await start15(find15()!)
  undo.push(() => server.stop())
  return { env: { DATA_DIR: temporary(), DATABASE_URL: server.url }, connection: () => ({ connectionString: server.url }) }
}

const grounds: [string, () => Promise<Ground>][] = [['the embedded PostgreSQL', embedded]]
// What is kept in pieces is the same on either; what a kill leaves there, too.
if (all && find15()) grounds.push(['a PostgreSQL 15', server15])

async function start(env: Record<string, string>): Promise<Running> {
  const running = await startProduct({ LOG_LEVEL: 'fatal', ...env })
  undo.push(() => (running.process.exitCode === null && running.process.signalCode === null ? running.stop() : undefined))
  return running
}

const setUp = async (url: string) => (await call<{ apiKey: string }>(url, '', '/setup', owner)).apiKey
const recording = (size: number) => Buffer.concat([wav(), randomBytes(size)])

async function upload(url: string, key: string, content: Buffer): Promise<string | undefined> {
  const body = new FormData()
  body.set('file', new Blob([content as Uint8Array<ArrayBuffer>]), 'call.wav')
  const reply = await fetch(`${url}/api/v1/files`, { method: 'POST', headers: { authorization: `Bearer ${key}` }, body }).catch(
    () => undefined,
  )
  return reply?.status === 201 ? ((await reply.json().catch(() => ({}))) as { id?: string }).id : undefined
}

const download = async (url: string, key: string, id: string) =>
  Buffer.from(await (await fetch(`${url}/api/v1/files/${id}`, { headers: { authorization: `Bearer ${key}` } })).arrayBuffer())

/** What is not whole: contents whose pieces are not what their name says. */
const halves = (ground: Ground) =>
  ask(
    ground.connection(),
    `select c.size, sum(octet_length(k.bytes)) from file_content c left join file_chunk k using (org_id, digest)
      group by c.org_id, c.digest having sha256(string_agg(k.bytes, '' order by k.number)) is distinct from c.digest`,
  )

describe.each(grounds)('On %s', (_name, makeGround) => {
  let ground: Ground
  let env: Record<string, string>
  let spool: string
  let running: Running
  let key: string

  beforeAll(async () => {
    ground = await makeGround()
    spool = temporary()
    env = { ...ground.env, PORT: String(await freePort()), TMPDIR: spool, FILES_PER_DAY_MB: '100000', DATABASE_POOL: '2' }
    running = await start(env)
    key = await setUp(running.url)
  })
  afterAll(() => running?.stop())

  test(`Killed ${kills} times while files arrive, it has each whole or not at all, and nothing is left on the disk.`, {
    timeout: 600_000 + kills * 60_000,
  }, async () => {
    const acknowledged = new Map<string, Buffer>()
    let ended = false
    const client = async () => {
      while (!ended) {
        const content = recording(3_000_000)
        const id = await upload(running.url, key, content)
        if (id) acknowledged.set(id, content)
        else await sleep(50)
      }
    }
    const clients = Promise.all([client(), client(), client()])
    for (let round = 0; round < kills; round++) {
      const before = acknowledged.size
      await expect.poll(() => acknowledged.size).toBeGreaterThan(before)
      await sleep(Math.random() * 700)
      running.process.kill('SIGKILL')
      await once(running.process, 'exit')
      expect(leftIn(spool)).toEqual([])
      running = await start(env)
    }
    ended = true
    await clients
    expect(acknowledged.size).toBeGreaterThanOrEqual(kills)
    expect(await halves(ground)).toEqual([])
    for (const [id, content] of [...acknowledged].slice(-5))
      expect((await download(running.url, key, id)).equals(content)).toBe(true)
  })

  // What a process holds open can be looked at on Linux only.
  test.skipIf(process.platform !== 'linux')(
    'Slow, broken-off and endless uploads hold nothing that others need, and leave nothing.',
    async () => {
      const pid = running.process.pid!
      const earlier = await countFiles(ground)
      const content = form('letter.wav', recording(2_000_000))

      const slow = await Promise.all(Array.from({ length: 6 }, () => begin(running.url, key, content.length)))
      for (const socket of slow) socket.write(content.subarray(0, 300_000))
      await expect.poll(() => spooled(pid)).toBe(6)
      // None of the two connections of the database waits with them: a call that needs one comes to its end while they still wait.
      await call(running.url, key, '/units/import', 'unit,parent,name\nkelby,,Kelby\n')
      expect(spooled(pid)).toBe(6)
      const seventh = await fetch(`${running.url}/api/v1/files`, {
        method: 'POST',
        headers: { authorization: `Bearer ${key}`, 'content-type': formType },
        body: content as Uint8Array<ArrayBuffer>,
      })
      expect([seventh.status, ((await seventh.json()) as { code: string }).code]).toEqual([429, 'rate_limited'])

      // One gets to its end after all, the others give up.
      const [last, ...others] = slow
      for (const socket of others) socket.destroy()
      await expect.poll(() => spooled(pid)).toBe(1)
      last!.write(content.subarray(300_000))
      expect(await answerOf(last!)).toMatch(/^HTTP\/1\.1 201 /)
      await expect.poll(() => spooled(pid)).toBe(0)

      // One that never ends is refused while it still sends, without filling memory or disk.
      const before = memoryOf(pid)
      const endless = await begin(running.url, key, undefined)
      const head = content.subarray(0, 1000)
      endless.write(chunk(head))
      const refused = answerOf(endless)
      const piece = chunk(Buffer.alloc(1_000_000, 1))
      for (let i = 0; i < 400; i++) if (!endless.write(piece)) await new Promise(done => endless.once('drain', done))
      expect(await refused).toMatch(/^HTTP\/1\.1 413 [^]*"too_large"/)
      expect(memoryOf(pid) - before).toBeLessThan(200_000_000)
      expect(spooled(pid)).toBe(0)

      expect(await countFiles(ground)).toEqual({ ...earlier, 'letter.wav': 1 + (earlier['letter.wav'] ?? 0) })
      expect(await halves(ground)).toEqual([])
    },
  )
})

async function countFiles(ground: Ground): Promise<Record<string, number>> {
  const found = await ask<{ name: string; n: number }>(
    ground.connection(),
    'select name, count(*)::int as n from file group by name',
  )
  return Object.fromEntries(found.map(({ name, n }) => [name, n]))
}

/** Begins an upload by hand; without a length its body comes in chunks. */
async function begin(url: string, key: string, length: number | undefined): Promise<Socket> {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname)
  socket.on('error', () => {})
  await new Promise(done => socket.once('connect', done))
  const size = length === undefined ? 'transfer-encoding: chunked' : `content-length: ${length}`
  socket.write(
    `POST /api/v1/files HTTP/1.1\r\nhost: ${hostname}\r\nauthorization: Bearer ${key}\r\ncontent-type: ${formType}\r\n${size}\r\n\r\n`,
  )
  undo.push(() => socket.destroy())
  return socket
}

const chunk = (bytes: Buffer) => Buffer.concat([Buffer.from(`${bytes.length.toString(16)}\r\n`), bytes, Buffer.from('\r\n')])

const answerOf = (socket: Socket) =>
  new Promise<string>((done, fail) => {
    let said = ''
    socket.on('data', piece => {
      said += piece.toString()
      if (said.includes('\r\n\r\n') && said.includes('}')) done(said)
    })
    socket.once('close', () => fail(new Error(`Closed after: ${said}`)))
  })

/** Files with something in them. */
const leftIn = (dir: string) =>
  readdirSync(dir).filter(name => name.startsWith('fullcircle-') && statSync(join(dir, name)).size > 0)

/** Files that the process holds open and that have no name any more. */
const spooled = (pid: number): number =>
  readdirSync(`/proc/${pid}/fd`).filter(fd => /fullcircle-.*\(deleted\)/.test(linkOf(`/proc/${pid}/fd/${fd}`))).length

function linkOf(path: string): string {
  try {
    return readlinkSync(path)
  } catch {
    return ''
  }
}

const memoryOf = (pid: number): number => Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * 4096

import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { dana, mira, omar } from '../../../test/cast.ts'
import { openTestDatabase, type TestDatabase, testDatabase } from '../../../test/db.ts'
import { startSmtp, type TestSmtp } from '../../../test/smtp.ts'
import { systemCaller } from '../../kit/caller.ts'
import { newId } from '../../kit/ids.ts'
import type { Database } from '../../kit/server/db.ts'
import { openLog } from '../../kit/server/log.ts'
import { messageId, post } from '../../kit/server/outbox.ts'
import { Carrier, type CarrierOptions } from './carrier.ts'
import { fillPorts } from '../../app/server/rooms.ts'

const publicUrl = 'https://feedback.northwind.example'
let test0: TestDatabase
let database: Database
let smtp: TestSmtp
let org: string
const carriers: Carrier[] = []
const children: ChildProcess[] = []

beforeAll(async () => {
  fillPorts()
  test0 = await testDatabase()
  database = openTestDatabase(test0)
})

afterAll(async () => {
  await database.close()
  await test0.drop()
})

beforeEach(async () => {
  smtp = await startSmtp()
  org = newId()
  const code = Math.random().toString(36).slice(2).padEnd(6, '0').slice(0, 6)
  await database.inSystem(tx => tx.db.insertInto('org').values({ id: org, code, name: 'Northwind Water' }).execute())
})

afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  await Promise.all(carriers.splice(0).map(carrier => carrier.stop()))
  await smtp.stop()
})

const send = (key: string, to: string, more: object = {}) =>
  database.inOrg(org, systemCaller('test'), tx =>
    post(tx, { kind: 'mail', key, payload: { to, subject: `Hello ${key}`, text: 'How was it?', ...more } }),
  )

function carry(options: Partial<CarrierOptions> = {}): Carrier {
  const carrier = new Carrier({
    database,
    log: openLog('silent'),
    smtpUrl: smtp.url,
    publicUrl,
    leaseMs: 1500,
    sweepMs: 50,
    patience: 0.02,
    ...options,
  })
  carriers.push(carrier)
  carrier.start()
  return carrier
}

async function carryInChild(options: object = {}): Promise<ChildProcess> {
  const given = { connection: test0.connection, smtpUrl: smtp.url, leaseMs: 1500, sweepMs: 50, patience: 0.02, ...options }
  const child = spawn(process.execPath, [join(import.meta.dirname, '../../../test/carrier.ts'), JSON.stringify(given)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  children.push(child)
  await new Promise(ready => child.stdout!.once('data', ready))
  return child
}

const rows = () =>
  database.inOrg(org, systemCaller('test'), tx =>
    tx.db
      .selectFrom('outbox')
      .select(['id', 'key', 'state', 'attempts', 'error', 'reply'])
      .where('org_id', '=', org)
      .orderBy('key')
      .execute(),
  )

const states = async () => Object.fromEntries((await rows()).map(row => [row.key, row.state]))

async function until(check: () => Promise<boolean> | boolean): Promise<void> {
  for (let i = 0; i < 3000; i++) {
    if (await check()) return
    await sleep(25)
  }
  throw new Error(`It did not happen: ${JSON.stringify(await rows())}`)
}

test('a mail arrives soon, under the name of the organisation and an id of its own', async () => {
  carry()
  const began = Date.now()
  await send('greeting', dana.email, { unsubscribe: `${publicUrl}/o/abc`, html: undefined })
  await until(() => smtp.mails.length === 1)
  // Usually 150 ms; the rest is room for a busy machine.
  expect(Date.now() - began).toBeLessThan(8000)
  const [mail] = smtp.mails
  expect(mail!.messageId).toBe(`<${messageId(org, 'greeting')}@feedback.northwind.example>`)
  expect(mail!.raw).toContain('From: Northwind Water <no-reply@feedback.northwind.example>')
  expect(mail!.raw).toContain(`List-Unsubscribe: <${publicUrl}/o/abc>`)
  expect(mail!.raw).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
  expect(mail!.raw).toContain('Auto-Submitted: auto-generated')
  expect(mail!.raw).toContain('text/html')
  await until(async () => (await states())['greeting'] === 'sent')
})

test('two nodes carry a hundred mails, each of them once', async () => {
  for (let i = 0; i < 100; i++) await send(`many-${i}`, `person${i}@example.org`)
  carry()
  carry()
  await until(async () => (await rows()).every(row => row.state === 'sent'))
  expect(new Set(smtp.mails.map(mail => mail.messageId)).size).toBe(100)
  expect(smtp.mails.length).toBe(100)
})

test('posting the same key again is the same mail', async () => {
  carry()
  await send('once', dana.email)
  await send('once', dana.email)
  await until(async () => (await states())['once'] === 'sent')
  expect(smtp.mails.length).toBe(1)
})

test('a server that says “later” is asked again, one that says “no such user” is not', async () => {
  smtp.rules.refuse = (to, times) =>
    to === dana.email && times < 3 ? '451 4.7.1 Greylisted' : to === omar.email ? '550 5.1.1 No such user' : undefined
  smtp.rules.refuseData = mail => (mail.to === mira.email ? '554 5.7.1 Looks like spam' : undefined)
  carry()
  await send('later', dana.email)
  await send('nobody', omar.email)
  await send('spam', mira.email)
  await until(async () => (await rows()).every(row => ['sent', 'failed'].includes(row.state)))
  const told = Object.fromEntries((await rows()).map(row => [row.key, row]))
  expect(told['later']).toMatchObject({ state: 'sent', attempts: 3 })
  expect(told['nobody']).toMatchObject({ state: 'failed', attempts: 1, error: expect.stringContaining('No such user') })
  expect(told['spam']).toMatchObject({ state: 'failed', error: expect.stringContaining('spam') })
})

test('a mail that came back calls off the bulk mail that still waits for that address', async () => {
  smtp.rules.refuse = to => (to === omar.email ? '550 5.1.1 No such user' : undefined)
  await database.inOrg(org, systemCaller('test'), tx =>
    post(tx, {
      kind: 'mail',
      key: 'survey',
      bulk: true,
      notBefore: new Date(Date.now() + 60_000),
      payload: { to: omar.email, subject: 'A question', text: '…' },
    }),
  )
  await send('nobody', omar.email)
  carry()
  await until(async () => (await states())['survey'] === 'cancelled')
})

test('a mail server that is away loses nothing', async () => {
  const { port } = smtp
  await smtp.stop()
  carry({ smtpUrl: `smtp://127.0.0.1:${port}` })
  await send('patient', dana.email)
  await until(async () => (await rows())[0]!.attempts > 1)
  expect((await rows())[0]).toMatchObject({ error: expect.stringContaining('ECONNREFUSED') })
  await carriers.splice(0)[0]!.stop()
  smtp = await startSmtp()
  carry()
  await until(async () => (await states())['patient'] === 'sent')
  expect(smtp.mails.length).toBe(1)
})

test('without a mail server mail is kept, not sent', async () => {
  carry({ smtpUrl: undefined })
  await send('kept', dana.email)
  await until(async () => (await states())['kept'] === 'kept')
  await carriers.splice(0)[0]!.stop()
  carry()
  await send('later', dana.email)
  await until(async () => (await states())['later'] === 'sent')
  expect(await states()).toEqual({ kept: 'kept', later: 'sent' })
})

test('a node killed before the server greets: the next one sends the mail once', async () => {
  smtp.rules.onConnect = () => sleep(60_000, undefined, { ref: false })
  const child = await carryInChild()
  await send('early', dana.email)
  await until(async () => (await states())['early'] === 'sending')
  child.kill('SIGKILL')
  smtp.rules.onConnect = undefined
  carry()
  await until(async () => (await states())['early'] === 'sent')
  expect(smtp.mails.length).toBe(1)
})

test('a node killed while the message is on its way: the server has no message, and the next node sends it once', async () => {
  const child = await carryInChild()
  let killed = false
  smtp.rules.onFirstBytes = () => {
    if (!killed) killed = child.kill('SIGKILL')
  }
  // Long enough that its first bytes travel well before its last.
  await send('half', dana.email, { text: 'word '.repeat(400_000) })
  await until(() => killed)
  expect(await states()).toEqual({ half: 'sending' })
  carry()
  await until(async () => (await states())['half'] === 'sent')
  expect(smtp.mails.length).toBe(1)
})

test('a node killed after the last byte and before the answer: nobody sends it again, a person is asked', async () => {
  const child = await carryInChild()
  smtp.rules.onWhole = async () => {
    child.kill('SIGKILL')
    await sleep(100)
  }
  await send('late', dana.email)
  await until(() => smtp.mails.length === 1)
  carry()
  await until(async () => (await states())['late'] === 'unsure')
  smtp.rules.onWhole = undefined
  await send('later', dana.email)
  await until(async () => (await states())['later'] === 'sent')
  expect(smtp.mails.length).toBe(2)
  expect(await states()).toEqual({ late: 'unsure', later: 'sent' })
})

test('a line that falls silent after the last byte leaves the mail unsure', async () => {
  smtp.rules.onWhole = () => new Promise(() => {})
  carry({ smtpUrl: `${smtp.url}?socketTimeout=300` })
  await send('silent', dana.email)
  await until(async () => (await states())['silent'] === 'unsure')
  expect(smtp.mails.length).toBe(1)
})

test('killed five times at any moment: no mail twice, none lost', async () => {
  smtp.rules.onWhole = () => sleep(Math.random() * 4)
  for (let i = 0; i < 150; i++) await send(`load-${i}`, `person${i}@example.org`)
  for (let round = 0; round < 5; round++) {
    const child = await carryInChild({ lanes: 4 })
    await sleep(60 + Math.random() * 150)
    child.kill('SIGKILL')
  }
  smtp.rules = {}
  carry()
  await until(async () => (await rows()).every(row => row.state === 'sent' || row.state === 'unsure'))
  const delivered = smtp.mails.map(mail => mail.messageId)
  expect(new Set(delivered).size).toBe(delivered.length)
  const all = await rows()
  const lost = all.filter(row => row.state === 'sent' && !delivered.some(id => id.includes(row.id)))
  expect(lost).toEqual([])
  // Only what was between the last byte and the answer when the power went: four lanes, five times.
  expect(all.filter(row => row.state === 'unsure').length).toBeLessThanOrEqual(20)
}, 120_000)

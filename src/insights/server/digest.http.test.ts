import { afterAll, beforeAll, expect, test } from 'vitest'
import { owner, type TestApp, testApp } from '../../../test/app.ts'
import { systemCaller } from '../../kit/caller.ts'
import type { Tx } from '../../kit/server/db.ts'
import { openLog } from '../../kit/server/log.ts'
import { isoDayOf, plusDays } from '../../people/period.ts'
import { bucketOf } from '../trendBuckets.ts'
import { composeDigest, mailDigest } from './weeklyDigest.ts'

let app: TestApp
let cookie: string
const today = isoDayOf(Date.now())
// The Monday to come: its digest tells this very week.
const monday = plusDays(bucketOf(today, 'week'), 7)

beforeAll(async () => {
  app = await testApp()
  const signIn = await app.call('POST', '/session', { email: owner.email, password: owner.password }, { key: null })
  cookie = String(signIn.headers['set-cookie']).split(';')[0]!
  await app.call('POST', '/units/import', 'unit,parent,name\nnorth,,North\nkelby,north,Kelby\nsouth,,South\ntiny,,Tiny\n')
  const survey = await app.call('POST', '/surveys', {
    name: 'After a visit',
    locale: 'en',
    questions: [{ id: 'nps', kind: 'nps', prompt: 'Would you recommend us?' }],
  })
  surveyId = survey.body.id
  await app.call('POST', `/surveys/${surveyId}/publish`)
  await app.call('POST', '/alert-rules', {
    name: 'Six or fewer',
    survey: surveyId,
    kind: 'recovery',
    when: { all: [{ question: 'nps', atMost: 6 }] },
    route: [{ to: 'person', email: owner.email }],
  })
  const rows = Array.from({ length: 260 }, (_, i) => {
    const at = plusDays(bucketOf(today, 'week'), -Math.floor(i / 22) * 7)
    const unit = i % 3 === 0 ? 'south' : 'kelby'
    return `${unit === 'south' ? [3, 7, 9][(i % 7) % 3] : [9, 10, 8, 6][i % 4]},${unit},${at}T10:00:00Z`
  })
  const map = encodeURIComponent(JSON.stringify({ score: 'nps', unit: 'unit', at: 'respondedAt' }))
  const imported = await app.call(
    'POST',
    `/surveys/${surveyId}/responses/import?map=${map}`,
    `score,unit,at\n${rows.join('\n')}\n1,tiny,${today}T00:00:00Z\n`,
  )
  expect(imported.body.imported, imported.text).toBe(261)
  const { body } = await app.call('POST', `/surveys/${surveyId}/responses`, { answers: { nps: 2 }, unit: 'south' })
  const causes = await app.call('POST', `/alerts/${body.alertIds[0]}/causes`, { causes: ['Nobody called back'] })
  if (causes.status >= 400) {
    const made = await app.call('POST', '/causes', { name: 'Nobody called back' })
    await app.call('POST', `/alerts/${body.alertIds[0]}/causes`, { causes: [made.body.id] })
  }
})
afterAll(() => app.close())

let surveyId: string
const inOrg = <T>(work: (tx: Tx) => Promise<T>) => app.database.inOrg(app.orgId, systemCaller('test'), work)
const run = (userId = app.ownerId) =>
  mailDigest.run({ database: app.database, org: app.orgId, log: openLog('error'), inOrg }, { userId, monday })
const digests = async () =>
  (await app.call('GET', '/outbox?limit=200')).body.items.filter((mail: { subject: string }) =>
    /^(Your week|Ihre Woche)/.test(mail.subject),
  )

test('the week in numbers: score and change, alerts, causes, units, and the course of twelve weeks', async () => {
  const data = (await inOrg(tx => composeDigest(tx, monday)))!
  expect(data.main).toMatchObject({ name: 'After a visit', metric: 'nps', alerts: { opened: 1, closed: 0 } })
  expect(data.main.score.kind).toBe('score')
  expect(data.main.change).not.toBeNull()
  expect(data.main.weeks.length).toBeGreaterThanOrEqual(12)
  expect(data.main.causes.map(one => one.cause)).toEqual(['Nobody called back'])
})

test('each colleague gets one, however many nodes compose it', async () => {
  await Promise.all([run(), run(), run()])
  await run()
  const mails = await digests()
  expect(mails).toHaveLength(1)
  const mail = (await app.call('GET', `/outbox/${mails[0].id}`)).body
  expect(mail.subject).toMatch(/^Your week: NPS /)
  expect(mail.html).toMatch(/<img src="data:image\/png;base64,[^"]+" alt="Net Promoter Score by week: /)
  expect(mail.text.split('\n')[0]).toMatch(/^\d+(\s\p{L}+)?(\s\d{4})?\s–\s\d+\s\p{L}{3,4}\s\d{4}$/u)
  expect(mail.text).toContain('Nobody called back')
  expect(mail.text).toContain('Best: North')
  // One furious customer does not make Tiny the lowest.
  expect(mail.text).toContain('Lowest: South')
  expect(mail.text).not.toContain('Tiny')
})

test('who wants none gets none', async () => {
  const asOlga = (path: string, body: object) => app.call('PUT', path, body, { key: null, headers: { cookie } })
  expect((await asOlga('/notifications/digest', { on: false })).status).toBe(200)
  await inOrg(tx => tx.query({ text: 'delete from outbox where org_id = $1', values: [tx.org] }))
  await run()
  expect(await digests()).toHaveLength(0)
  await asOlga('/notifications/digest', { on: true })
  await asOlga('/notifications/language', { language: 'de' })
  await run()
  expect((await digests())[0].subject).toMatch(/^Ihre Woche/)
})

test('a manager reads of the own units only', async () => {
  const { rows } = await inOrg(tx =>
    tx.query<{ id: string }>({ text: `select id from unit where org_id = $1 and key = 'south'`, values: [tx.org] }),
  )
  await inOrg(tx =>
    tx.query({ text: 'update membership set units = array[$2]::uuid[] where org_id = $1', values: [tx.org, rows[0]!.id] }),
  )
  await inOrg(tx => tx.query({ text: 'delete from outbox where org_id = $1', values: [tx.org] }))
  await run()
  const { text } = (await app.call('GET', `/outbox/${(await digests())[0].id}`)).body
  expect(text).not.toMatch(/\bNorth\b/)
})

test('where nothing happened nobody is written to', async () => {
  expect(await inOrg(tx => composeDigest(tx, plusDays(monday, 70)))).toBeNull()
})

const asOlga = (method: string, path: string, body?: object) => app.call(method, path, body, { key: null, headers: { cookie } })

test('in quiet hours it waits for their end', async () => {
  const hour = new Date().getUTCHours()
  const clock = (h: number) => `${String((h + 24) % 24).padStart(2, '0')}:00`
  const quiet = { zone: 'UTC', from: clock(hour - 1), to: clock(hour + 2), weekends: false }
  expect((await asOlga('PUT', '/notifications/quiet-hours', { quiet })).status).toBe(200)
  await inOrg(tx => tx.query({ text: 'delete from outbox where org_id = $1', values: [tx.org] }))
  await run()
  const [mail] = await digests()
  expect(mail.state).toBe('waiting')
  expect(new Date(mail.nextAt).toISOString().slice(11, 16)).toBe(quiet.to)
  await asOlga('PUT', '/notifications/quiet-hours', { quiet: null })
})

const page = { page: true, key: null }
const stopLink = async () => {
  const { rows } = await app.database.pool.query<{ unsubscribe: string }>(
    `select payload ->> 'unsubscribe' as unsubscribe from outbox where payload ->> 'template' = 'digest' order by created_at desc`,
  )
  return new URL(rows[0]!.unsubscribe).pathname
}

test('one step stops it, from the mail and from the mail program, and another brings it back', async () => {
  const link = await stopLink()
  const on = async () => (await asOlga('GET', '/notifications/choices')).body.digest
  const opened = await app.call('GET', link, undefined, page)
  expect(opened.text).toContain('<html lang="de"')
  expect(opened.headers['referrer-policy']).toBe('same-origin')
  // Mail programs and virus scanners open links: that alone changes nothing.
  expect(await on()).toBe(true)
  const form = { ...page, type: 'application/x-www-form-urlencoded' }
  expect((await app.call('POST', link, 'List-Unsubscribe=One-Click', form)).status).toBe(200)
  expect(await on()).toBe(false)
  await app.call('POST', link, 'what=on', form)
  expect(await on()).toBe(true)
  await app.call('POST', link, '', form)
  expect(await on()).toBe(false)
  expect((await app.call('POST', `${link.slice(0, -3)}abc`, '', form)).status).toBe(404)
  expect((await app.call('GET', link.replace('/digest/', '/o/'), undefined, page)).status).toBe(404)
})

test('whoever wants to see it gets one now, also without wanting it each week, but not a hundred', async () => {
  const ask = () => asOlga('POST', '/notifications/digest/previews', {})
  expect((await app.call('POST', '/notifications/digest/previews', {})).status).toBe(409)
  await inOrg(tx => tx.query({ text: 'delete from outbox where org_id = $1', values: [tx.org] }))
  expect((await ask()).body).toEqual({ to: owner.email })
  expect(await digests()).toHaveLength(1)
  // It is no Monday's digest: that one still comes.
  await asOlga('PUT', '/notifications/digest', { on: true })
  await run()
  expect(await digests()).toHaveLength(2)
  const statuses = []
  for (let i = 0; i < 5; i++) statuses.push((await ask()).status)
  expect(statuses.at(-1)).toBe(429)
})

test('who may not read insights gets none, neither now nor on Mondays', async () => {
  const role = (to: string) =>
    inOrg(tx => tx.query({ text: 'update membership set role = $2 where org_id = $1', values: [tx.org, to] }))
  await inOrg(tx => tx.query({ text: 'delete from outbox where org_id = $1', values: [tx.org] }))
  await role('agent')
  expect((await asOlga('POST', '/notifications/digest/previews', {})).status).toBe(403)
  await run()
  await role('owner')
  expect(await digests()).toHaveLength(0)
})

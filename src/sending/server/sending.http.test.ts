import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApp, testApp } from '../../../test/app.ts'
import { dana, mira, omar, priya, unitsCsv } from '../../../test/cast.ts'
import { startSmtp, type TestSmtp } from '../../../test/smtp.ts'
import { systemCaller } from '../../kit/caller.ts'
import { newId } from '../../kit/ids.ts'
import type { Tx } from '../../kit/server/db.ts'
import { inviteDue } from './invite/inviteDue.ts'
import { insertPlanned } from './invite/invitationStore.ts'
import { beginIfDue } from './sends/plan.ts'
import { releaseHeld } from './invite/release.ts'
import { remindDue } from './invite/remind.ts'

let app: TestApp
let smtp: TestSmtp
let survey: string
let other: string

const questionnaire = (name: string, more: object = {}) => ({
  name,
  locale: 'en',
  locales: ['en', 'de'],
  questions: [{ id: 'q', kind: 'nps', prompt: 'How likely are you to recommend us, {{first_name|friend}}?' }],
  translations: { de: { 'q.prompt': 'Würden Sie uns empfehlen?' } },
  ...more,
})

async function publish(name: string, more: object = {}): Promise<string> {
  const { body } = await app.call('POST', '/surveys', questionnaire(name, more))
  const published = await app.call('POST', `/surveys/${body.id}/publish`)
  expect(published.status).toBe(200)
  return body.id
}

beforeAll(async () => {
  smtp = await startSmtp({ refuse: to => (to === 'gone@bakery.example' ? '550 5.1.1 No such user' : undefined) })
  app = await testApp({ env: { SMTP_URL: smtp.url } })
  await app.call('POST', '/units/import', unitsCsv)
  survey = await publish('After the visit')
  other = await publish('After the call')
})

afterAll(async () => {
  await app.close()
  await smtp.stop()
})

const inOrg = <T>(work: (tx: Tx) => Promise<T>) => app.database.inOrg(app.orgId, systemCaller('test'), work)
const list = (...people: { email: string; name?: string }[]) => ({ list: people })
const send = (id: string, body: object) => app.call('POST', `/surveys/${id}/sends`, body)
const invitations = async (id: string, query = '') =>
  (await app.call('GET', `/surveys/${id}/invitations?limit=200${query}`)).body.items
const mailTo = (address: string) => smtp.mails.filter(mail => mail.to === address)

async function until(check: () => Promise<boolean> | boolean, what = 'it') {
  for (let i = 0; i < 300; i++) {
    if (await check()) return
    await sleep(30)
  }
  throw new Error(`${what} did not happen`)
}

const decoded = (raw: string) =>
  Buffer.from(
    raw.replace(/=\r?\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString()

test('a list is asked at once: a personal link each, the numbers in the mail, one click to opt out', async () => {
  const reply = await send(survey, {
    audience: list({ email: dana.email, name: dana.name }, { email: 'carl@bakery.example', name: 'Carl' }),
  })
  expect(reply.status).toBe(201)
  expect(reply.body).toMatchObject({ invited: 2, skipped: [] })
  await until(() => smtp.mails.length === 2, 'two mails')
  const mail = decoded(mailTo(dana.email)[0]!.raw)
  expect(mail).toContain('How likely are you to recommend us, Dana?')
  const links = [...mail.matchAll(/\/f\/([\w-]+)\?score=\d+/g)].map(match => match[1])
  expect(new Set(links).size).toBe(1)
  expect(links.length).toBe(11)
  expect(decoded(mailTo('carl@bakery.example')[0]!.raw)).not.toContain(links[0]!)
  expect(mail).toMatch(/List-Unsubscribe:\s+<http:\/\/localhost:3000\/o\/[\w-]+>/)
  await until(async () => (await invitations(survey)).every((one: any) => one.state === 'sent'), 'sent')
  const { rows } = await app.database.pool.query(
    'select token_hash, payload::text from invitation i join outbox o on o.key = $1 || i.id',
    ['invitation '],
  )
  for (const row of rows) expect(row.payload).not.toContain(links[0]!)
})

test('the same person is not asked again within thirty days: the list says why, and until when', async () => {
  const before = smtp.mails.length
  await send(other, { audience: list({ email: dana.email }, { email: omar.email, name: omar.name }) })
  await until(async () => (await invitations(other)).every((one: any) => ['held', 'sent'].includes(one.state)), 'decided')
  const [held] = await invitations(other, '&state=held')
  expect(held).toMatchObject({
    person: { email: dana.email },
    state: 'held',
    reason: 'Was asked something else not long ago: After the visit',
  })
  expect(Date.parse(held.heldUntil)).toBeGreaterThan(Date.now() + 28 * 86_400_000)
  expect(smtp.mails.length).toBe(before + 1)
})

test('somebody may decide to ask her all the same', async () => {
  const [held] = await invitations(other, '&state=held')
  expect((await app.call('POST', `/invitations/${held.id}/releases`, {})).status).toBe(200)
  await until(() => mailTo(dana.email).length === 2, 'second mail')
  // Accepted by the mail server a moment before it is noted here.
  await until(async () => (await invitations(other)).every((one: any) => one.state === 'sent'), 'noted as sent')
})

test('the preview tells who is held back, when it happens and how the mail reads, and changes nothing', async () => {
  const before = await invitations(other)
  const { status, body } = await app.call('POST', `/surveys/${other}/sends/preview`, {
    audience: {
      csv: `email;name;unit;tier\n${dana.email};;kelby;gold\nnew@bakery.example;New One;kelby;gold\nnonsense;;;\n${priya.email};;nowhere;`,
    },
    message: { en: { subject: 'Hello {{first_name|you}} of {{segment.tier}}', intro: 'Dear {{nmae}}', outro: '' } },
    schedule: { kind: 'recurring', from: '2027-01-04', every: 2, unit: 'week', weekdays: [1], at: '09:00' },
  })
  expect(status).toBe(200)
  expect(body).toMatchObject({
    total: 2,
    invited: 1,
    held: [{ reason: expect.stringMatching(/asked/), n: 1 }],
    locales: { en: 2 },
  })
  expect(body.people[0]).toMatchObject({ email: dana.email, reason: expect.stringContaining('not long ago') })
  expect(body.skipped).toEqual([
    { line: 4, reason: '“nonsense” is not an e-mail address.' },
    { line: 5, reason: 'There is no unit “nowhere”.' },
  ])
  expect(body.occurrences.slice(0, 2)).toEqual(['2027-01-04T09:00:00.000Z', '2027-01-18T09:00:00.000Z'])
  expect(body.problems[0]).toContain('nmae')
  expect(body.mail.subject).toBe('Hello New of gold')
  expect(await invitations(other)).toEqual(before)
})

test('an address that refuses mail bounces: the person is not written to again', async () => {
  await send(survey, { audience: list({ email: 'gone@bakery.example' }) })
  await until(async () => (await invitations(survey, '&state=bounced')).length === 1, 'bounce')
  expect((await invitations(survey, '&state=bounced'))[0].reason).toContain('No such user')
  await send(other, { audience: list({ email: 'gone@bakery.example' }) })
  await until(async () => (await invitations(other, '&q=gone')).some((one: any) => one.state === 'held'), 'held')
  expect((await invitations(other, '&q=gone'))[0].reason).toBe('Mail to this address comes back')
})

test('opening the opt-out link changes nothing, saying so does, and it can be taken back', async () => {
  await app.call('PUT', '/sending-rules', { acrossSurveys: null })
  await send(survey, { audience: list({ email: mira.email, name: mira.name }) })
  await until(() => mailTo(mira.email).length === 1, 'mail')
  const path = /List-Unsubscribe:\s+<http:\/\/localhost:3000(\/o\/[\w-]+)>/.exec(decoded(mailTo(mira.email)[0]!.raw))![1]!
  const page = { page: true, key: null }
  expect((await app.call('GET', path, undefined, page)).text).toContain('Nothing has changed yet')
  await send(other, { audience: list({ email: mira.email }) })
  await until(() => mailTo(mira.email).length === 2, 'second mail')
  const click = await app.call('POST', path, 'List-Unsubscribe=One-Click', { ...page, type: 'application/x-www-form-urlencoded' })
  expect(click.status).toBe(200)
  expect((await app.call('GET', path, undefined, page)).text).toContain('will not ask you anything')
  await send(other, { audience: list({ email: mira.email }) })
  await until(async () => (await invitations(other, '&q=mira')).some((one: any) => one.state === 'held'), 'held')
  expect((await invitations(other, '&q=mira&state=held'))[0].reason).toBe('Wants no more questions')
  await app.call('POST', path, 'what=none', { ...page, type: 'application/x-www-form-urlencoded' })
  await send(other, { audience: list({ email: mira.email }) })
  await until(() => mailTo(mira.email).length === 3, 'third mail')
  expect((await app.call('GET', `${path}x`, undefined, page)).status).toBe(404)
  expect((await app.call('GET', '/o/abc', undefined, page)).status).toBe(404)
})

test('those who have not answered are reminded with the same link, those who have are not', async () => {
  smtp.mails.length = 0
  const remembered = await publish('With reminders')
  await send(remembered, {
    audience: list({ email: 'slow@bakery.example' }, { email: 'quick@bakery.example' }),
    reminders: [3, 7],
  })
  await until(
    async () => (await invitations(remembered)).filter((one: any) => one.nextReminderAt).length === 2,
    'planned reminders',
  )
  const link = (address: string) => /\/f\/([\w-]+)\?score=9/.exec(decoded(mailTo(address)[0]!.raw))![1]!
  const answered = await app.call('POST', `/f/${link('quick@bakery.example')}`, 'q.q=9&do=send&step=0', {
    page: true,
    key: null,
    type: 'application/x-www-form-urlencoded',
  })
  expect(answered.status).toBeLessThan(400)
  expect((await invitations(remembered, '&q=quick'))[0].state).toBe('answered')
  await inOrg(tx =>
    tx.query({
      text: `update invitation set sent_at = sent_at - interval '4 days', next_reminder_at = now() where org_id = $1 and survey_id = $2 and next_reminder_at is not null`,
      values: [tx.org, remembered],
    }),
  )
  await app.call('PUT', '/sending-rules', {
    hours: Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map(day => [day, [['00:00', '24:00']]])),
  })
  await inOrg(remindDue)
  await until(() => mailTo('slow@bakery.example').length === 2, 'reminder')
  expect(mailTo('quick@bakery.example')).toHaveLength(1)
  const reminder = decoded(mailTo('slow@bakery.example')[1]!.raw)
  expect(reminder).toContain('Still one question')
  expect(reminder).toContain(link('slow@bakery.example'))
  const [slow] = await invitations(remembered, '&q=slow')
  expect(slow).toMatchObject({ state: 'sent', reminders: 1 })
  expect(Date.parse(slow.nextReminderAt)).toBeGreaterThan(Date.now() + 2 * 86_400_000)
})

test('an anonymous survey gives everybody the same link', async () => {
  smtp.mails.length = 0
  const nameless = await publish('Nameless', { anonymous: true })
  await send(nameless, { audience: list({ email: 'a@bakery.example' }, { email: 'b@bakery.example' }) })
  await until(() => smtp.mails.length === 2, 'two mails')
  const links = smtp.mails.map(mail => /\/f\/([\w-]+)\?score=9/.exec(decoded(mail.raw))![1])
  expect(links[0]).toBe(links[1])
  expect(decoded(smtp.mails[0]!.raw)).toContain('anonymous')
})

test('people of a unit are asked in their own language, and evenly spread invitations wait for their hour', async () => {
  smtp.mails.length = 0
  await app.call(
    'POST',
    '/people/import',
    `external_id,email,name,unit,role,kind\nK1,anna@kelby.example,Anna,kelby,member,contact\nS1,ben@saltmouth.example,Ben,saltmouth,member,contact\n`,
  )
  await inOrg(tx =>
    tx.query({ text: `update person set locale = 'de-AT' where org_id = $1 and email = 'anna@kelby.example'`, values: [tx.org] }),
  )
  const sent = await send(survey, { audience: { people: { kind: 'contact', units: ['northmoor'] } } })
  expect(sent.body.invited).toBe(1)
  await until(() => smtp.mails.length === 1, 'mail')
  expect(decoded(smtp.mails[0]!.raw)).toContain('Würden Sie uns empfehlen?')
  const to = new Date(Date.now() + 5 * 86_400_000).toISOString()
  const { body } = await send(survey, { audience: { people: { kind: 'contact' } }, schedule: { kind: 'spread', to } })
  const planned = await invitations(survey, `&send=${body.id}`)
  expect(planned.length).toBe(body.invited)
  expect(new Set(planned.map((one: any) => one.dueAt)).size).toBe(planned.length)
  expect(planned.every((one: any) => one.state === 'planned')).toBe(true)
  const stopped = await app.call('POST', `/sends/${body.id}/cancellations`, {})
  expect(stopped.body.cancelled).toBe(planned.length)
  expect((await app.call('GET', `/sends/${body.id}`)).body).toMatchObject({
    state: 'cancelled',
    counts: { cancelled: planned.length },
  })
})

test('a recurring send asks whoever is meant each time', async () => {
  smtp.mails.length = 0
  const { body } = await send(survey, {
    audience: { people: { kind: 'contact', units: ['saltmouth'] } },
    schedule: { kind: 'recurring', from: '2026-01-01', every: 1, unit: 'day', at: '09:00' },
  })
  expect(body.invited).toBe(0)
  for (const occurrence of [1, 2]) {
    await inOrg(tx =>
      tx.query({ text: `update send set next_at = now() - interval '1 second' where id = $1`, values: [body.id] }),
    )
    await inOrg(tx => beginIfDue(tx, body.id))
    await inOrg(tx => beginIfDue(tx, body.id))
    await until(() => smtp.mails.length === occurrence, `occurrence ${occurrence}`)
  }
  expect((await app.call('GET', `/sends/${body.id}`)).body).toMatchObject({
    state: 'running',
    occurrence: 2,
    nextAt: expect.any(String),
  })
  await app.call('POST', `/sends/${body.id}/cancellations`, {})
})

test('two nodes that send two surveys to the same forty people at once ask each of them once', async () => {
  await app.call('PUT', '/sending-rules', { acrossSurveys: 30 })
  const emails = Array.from({ length: 40 }, (_, i) => `crowd${i}@bakery.example`)
  // Planned directly: the job of this process is not to be faster than the two below.
  const sends = [newId(), newId()]
  await inOrg(async tx => {
    for (const [i, id] of sends.entries())
      await tx.query({
        text: `insert into send (org_id, id, survey_id, audience, message, schedule, state, created_by, created_at) values ($1, $2, $3, 'null', '{}', '{"kind":"now"}', 'running', 'test', now())`,
        values: [tx.org, id, [survey, other][i]],
      })
    await tx.query({
      text: `insert into person (org_id, id, email, kind) select $1, gen_random_uuid(), e, 'contact' from unnest($2::text[]) e`,
      values: [tx.org, emails],
    })
    const { rows } = await tx.query<{ id: string }>({
      text: `select id from person where org_id = $1 and email = any($2)`,
      values: [tx.org, emails],
    })
    const people = rows.map(row => ({ personId: row.id, locale: null, unitId: null, segments: {} }))
    for (const [i, sendId] of sends.entries())
      await insertPlanned(
        tx,
        { sendId, surveyId: [survey, other][i]!, occurrence: 1, dueAt: () => tx.now },
        i ? people.toReversed() : people,
      )
  })
  await Promise.all([inOrg(inviteDue), inOrg(inviteDue), inOrg(inviteDue)])
  while ((await inOrg(inviteDue)) > 0);
  const all = [...(await invitations(survey, '&q=crowd')), ...(await invitations(other, '&q=crowd'))]
  expect(all.length).toBe(80)
  const asked = all.filter(one => one.state !== 'held').map(one => one.person.email)
  expect(asked.length).toBe(40)
  expect(new Set(asked).size).toBe(40)
})

test('a test mail goes to a colleague only, and its links open the preview', async () => {
  smtp.mails.length = 0
  expect((await app.call('POST', `/surveys/${survey}/sends/tests`, {})).status).toBe(400)
  expect((await app.call('POST', `/surveys/${survey}/sends/tests`, { to: dana.email })).status).toBe(400)
  const { body } = await app.call('POST', `/surveys/${survey}/sends/tests`, { to: 'olga@northwind.example', locale: 'de' })
  expect(body).toEqual({ to: 'olga@northwind.example' })
  await until(() => mailTo('olga@northwind.example').length === 1, 'mail')
  expect(decoded(mailTo('olga@northwind.example')[0]!.raw)).toContain(`/api/v1/surveys/${survey}/preview?score=9`)
})

test('what cannot be sent is refused with a reason', async () => {
  const draft = (await app.call('POST', '/surveys', questionnaire('Draft'))).body.id
  expect((await send(draft, { audience: list({ email: dana.email }) })).body.code).toBe('survey_not_published')
  expect((await send(survey, { audience: {} })).status).toBe(400)
  expect(
    (await send(survey, { audience: list({ email: dana.email }), schedule: { kind: 'later', at: '2020-01-01T00:00:00Z' } })).body
      .title,
  ).toContain('passed')
  expect((await send(survey, { audience: { people: { units: ['nowhere'] } } })).body.title).toContain('nowhere')
  expect((await send(newId(), { audience: list({ email: dana.email }) })).status).toBe(404)
})

test('the loader of a survey in one’s own page may be fetched by any site', async () => {
  const { status, headers, text } = await app.call('GET', '/embed.js', undefined, { page: true, key: null })
  expect(status).toBe(200)
  expect(headers['cross-origin-resource-policy']).toBe('cross-origin')
  expect(text.length).toBeLessThan(3000)
})

test('an invitation that the rule held back leaves by itself when its date passes, once, however many nodes look', async () => {
  await app.call('PUT', '/sending-rules', { acrossSurveys: 30 })
  const [first, second] = [await publish('Held: first'), await publish('Held: second')]
  const emails = Array.from({ length: 12 }, (_, i) => `held${i}@bakery.example`)
  const people = list(...emails.map(email => ({ email })))
  await send(first, { audience: people })
  const all = async (id: string, state: string) => (await invitations(id, `&state=${state}`)).length === emails.length
  await until(() => all(first, 'sent'), 'the first survey')
  const { body } = await send(second, { audience: people })
  await until(() => all(second, 'held'), 'held back')
  const [held] = await invitations(second)
  expect(held.heldUntil).toMatch(/T00:00:00.000Z$/)
  expect((await app.call('GET', `/sends/${body.id}`)).body.state).toBe('running')
  // Not yet: nothing moves.
  await inOrg(releaseHeld)
  expect(await all(second, 'held')).toBe(true)
  // The thirty days pass; one of them wants no more questions meanwhile, another was asked something else yesterday.
  await inOrg(async tx => {
    const age = { text: `update invitation set asked_at = asked_at - interval '31 days' where org_id = $1 and survey_id = $2` }
    await tx.query({ ...age, values: [tx.org, first] })
    await tx.query({
      text: `update invitation set held_until = now() - interval '1 second' where org_id = $1 and survey_id = $2 and state = 'held'`,
      values: [tx.org, second],
    })
    await tx.query({
      text: `update person set opted_out_at = now() where org_id = $1 and email = 'held0@bakery.example'`,
      values: [tx.org],
    })
    await tx.query({
      text: `update invitation set asked_at = now() - interval '1 day' where org_id = $1 and survey_id = $2
        and person_id = (select id from person where org_id = $1 and email = 'held1@bakery.example')`,
      values: [tx.org, first],
    })
  })
  const node = async () => {
    await inOrg(releaseHeld)
    while ((await inOrg(inviteDue)) > 0);
  }
  await Promise.all([node(), node(), node()])
  await until(async () => (await invitations(second, '&state=sent')).length === emails.length - 2, 'ten leave')
  for (const email of emails.slice(2)) expect(mailTo(email)).toHaveLength(2)
  expect(mailTo('held0@bakery.example')).toHaveLength(1)
  const still = await invitations(second, '&state=held')
  const reasons = Object.fromEntries(still.map((one: any) => [one.person.email, one.reason]))
  expect(reasons['held0@bakery.example']).toBe('Wants no more questions')
  expect(reasons['held1@bakery.example']).toContain('Was asked something else')
  expect(Date.parse(still.find((one: any) => one.person.email === 'held1@bakery.example').heldUntil)).toBeGreaterThan(Date.now())
})

import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../../test/app.ts'
import { dana, omar } from '../../../../test/cast.ts'
import { answer, inOrg, type Kelby, openKelby } from '../../../../test/kelby.ts'
import { readOrg } from '../../../mail/server/carryStore.ts'
import { brandOf, renderMail } from '../../../mail/render.ts'
import { translator } from '../../../kit/translator.ts'

let app: TestApp
let at: Kelby
let id: string
beforeAll(async () => {
  app = await testApp()
  at = await openKelby(app)
  await app.call('POST', '/alert-rules', {
    name: 'Two stars or fewer',
    survey: at.survey,
    when: { all: [{ question: 'stars', atMost: 2 }] },
  })
})
afterAll(() => app.close())
beforeEach(async () => {
  await app.database.pool.query('update person set opted_out_at = null, bounced_at = null, locale = null')
})

const alert = async () => (await app.call('GET', `/alerts/${id}`)).body
const step = (what: string, body: unknown = {}) => app.call('POST', `/alerts/${id}/${what}`, body)

async function resolved(person: object | null = { email: dana.email }) {
  const made = await answer(app, at.survey, { stars: 1, why: 'Nobody called me back.' }, person ? { person } : {})
  id = made.alertIds[0]!
  if (person) await step('contacts', { how: 'call', note: 'Sorry.' })
  await step('resolutions', { outcome: 'put-right' })
}

async function mails(): Promise<{ key: string; payload: Record<string, unknown>; state: string }[]> {
  const { rows } = await app.database.pool.query(
    `select o.key, o.payload, o.state from outbox o join alert_confirmation c on o.key = 'confirmation ' || c.id where c.alert_id = $1 order by c.id`,
    [id],
  )
  return rows
}

/** The page that the mail leads to, read from the mail as it is sent. */
async function page(n = 0): Promise<string> {
  const { payload } = (await mails())[n]!
  const mail = await inOrg(app, async tx =>
    renderMail(payload as never, {
      org: app.orgId,
      baseUrl: 'http://x',
      brand: brandOf(await readOrg(tx), 'http://x'),
      t: translator(payload['locale'] as string),
    }),
  )
  return /http:\/\/x(\/settled\/[\w-]+)\?answer=yes/.exec(mail.text)![1]!
}

const open = (path: string) => app.call('GET', path, undefined, { page: true, key: null })
const send = (path: string, fields: Record<string, string>) =>
  app.call('POST', path, new URLSearchParams(fields).toString(), {
    page: true,
    key: null,
    type: 'application/x-www-form-urlencoded',
  })

it('asks Dana whether it is settled, in her language, and opening the page says nothing for her', async () => {
  await inOrg(app, tx =>
    tx.query({ text: `update person set locale = 'de' where org_id = $1 and id = $2`, values: [tx.org, at.dana] }),
  )
  await resolved()
  const [mail] = await mails()
  expect(mail!.payload).toMatchObject({ to: dana.email, subject: 'Ist es erledigt?', locale: 'de', confidential: true })
  const path = await page()
  const shown = await open(`${path}?answer=yes`)
  expect(shown.status).toBe(200)
  expect(shown.text).toContain('Nobody called me back.')
  expect(shown.text).toContain('lang="de"')
  expect((await alert()).state).toBe('resolved')
  expect((await alert()).asked).toMatchObject({ answeredAt: null })
})

it('closes the circle when she says yes, once', async () => {
  await resolved()
  const path = await page()
  expect((await send(path, { answer: 'yes', words: 'Thank you, Omar.' })).status).toBe(303)
  await send(path, { answer: 'yes', words: 'again' })
  const after = await alert()
  expect(after.state).toBe('confirmed')
  expect(after.asked).toMatchObject({ settled: true, words: 'Thank you, Omar.' })
  expect(after.activity.filter((a: { verb: string }) => a.verb === 'alert.confirmed')).toHaveLength(1)
  expect((await open(path)).text).toContain('Good to know')
})

it('opens it again with her words when she says no, and tells Omar', async () => {
  await resolved()
  const path = await page()
  await send(path, { answer: 'no', words: 'The tanker never came.' })
  const after = await alert()
  expect(after.state).toBe('open')
  expect(after.activity[0]).toMatchObject({ verb: 'alert.not_settled', detail: { reason: 'The tanker never came.' } })
  const { rows } = await app.database.pool.query(
    `select p.email, n.text, n.detail from notification n join person p on p.org_id = n.org_id and p.id = n.person_id where n.key like $1`,
    [`alert ${id} not settled%`],
  )
  expect(rows).toEqual([
    { email: omar.email, text: 'Dana says it is not settled: the alert is open again', detail: 'The tanker never came.' },
  ])
  expect((await open(path)).text).toContain('It is open again')
})

it('takes a yes back as long as nobody went on with it', async () => {
  await resolved()
  const path = await page()
  await send(path, { answer: 'yes' })
  await send(path, { answer: 'no', words: 'Off again.' })
  expect((await alert()).state).toBe('open')
})

it('asks once for each time it was resolved, and an older mail no longer decides', async () => {
  await resolved()
  const first = await page(0)
  await step('reopenings', { reason: 'She rang again.' })
  expect((await mails())[0]!.state).toBe('cancelled')
  await step('contacts', { how: 'call', note: 'Once more.' })
  await step('resolutions', { outcome: 'explained' })
  expect(await mails()).toHaveLength(2)
  await send(first, { answer: 'yes' })
  expect((await alert()).state).toBe('resolved')
  expect((await open(first)).text).toContain('still at it')
  await send(await page(1), { answer: 'yes' })
  expect((await alert()).state).toBe('confirmed')
})

it('says what is missing when nothing was chosen', async () => {
  await resolved()
  const reply = await send(await page(), { words: 'hm' })
  expect(reply.status).toBe(422)
  expect(reply.text).toContain('Choose one of the two.')
  expect(reply.text).toContain('>hm<')
})

it.each([
  ['nobody knows who answered', '', null],
  ['she wants no mail', 'update person set opted_out_at = now() where id = $1', { email: dana.email }],
  ['mail to her comes back', 'update person set bounced_at = now() where id = $1', { email: dana.email }],
])('asks nobody where %s', async (_why, sql, person) => {
  if (sql) await app.database.pool.query(sql, [at.dana])
  await resolved(person)
  expect((await alert()).state).toBe('resolved')
  expect(await mails()).toHaveLength(0)
})

it('opts her out with one click of her mail program', async () => {
  await resolved()
  const { payload } = (await mails())[0]!
  const path = new URL(payload['unsubscribe'] as string).pathname
  expect((await open(path)).text).toContain('No more questions?')
  await send(path, { 'List-Unsubscribe': 'One-Click' })
  const { rows } = await app.database.pool.query('select opted_out_at from person where id = $1', [at.dana])
  expect(rows[0].opted_out_at).not.toBeNull()
  expect((await open('/settled/nothing')).status).toBe(404)
})

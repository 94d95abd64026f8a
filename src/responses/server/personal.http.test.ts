import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/app.ts'
import { systemCaller } from '../../kit/caller.ts'
import { newId } from '../../kit/ids.ts'
import { findOrCreatePerson } from '../../people/server/person/persons.ts'
import { createUnit } from '../../people/server/units.ts'

let app: TestApp
let code: string
beforeAll(async () => {
  app = await testApp()
  code = (await app.database.pool.query('select code from org where id = $1', [app.orgId])).rows[0].code
})
afterAll(() => app.close())

/** Dana was invited by name to a survey about Kelby. */
async function invite(
  more: object = {},
): Promise<{ survey: string; path: string; person: string; unit: string; invitation: string }> {
  const questions = [
    { id: 'nps', kind: 'nps', prompt: 'Recommend?', required: true },
    { id: 'why', kind: 'text', prompt: 'Why?' },
  ]
  const survey = (await app.call('POST', '/surveys', { name: 'Visit', locale: 'en', questions, ...more })).body.id
  await app.call('POST', `/surveys/${survey}/publish`)
  const token = `${code}${'T'.repeat(10)}${newId().replaceAll('-', '').slice(-12)}`
  return app.database.inOrg(app.orgId, systemCaller('test'), async tx => {
    const person = (await findOrCreatePerson(tx, { email: 'dana@bakery.example', name: 'Dana Whitlock', locale: 'de' })).id
    const unit = (await createUnit(tx, { key: 'kelby' })).id
    const [send, invitation] = [newId(), newId()]
    await tx.query({
      text: `insert into send (org_id, id, survey_id, audience, message, schedule, created_by, created_at) values ($1, $2, $3, '{}', '{}', '{}', 'test', now())`,
      values: [tx.org, send, survey],
    })
    await tx.query({
      text: `insert into invitation (org_id, id, send_id, survey_id, occurrence, locale, person_id, unit_id, segments, token_hash, state, due_at, sent_at, next_reminder_at)
        values ($1, $2, $3, $4, 1, 'de', $5, $6, '{"tier": "gold"}', $7, 'sent', now(), now(), now() + interval '3 days')`,
      values: [tx.org, invitation, send, survey, person, unit, createHash('sha256').update(token).digest()],
    })
    return { survey, path: `/f/${token}`, person, unit, invitation }
  })
}

const get = (path: string) => app.call('GET', path, undefined, { page: true, key: null })
const post = (path: string, fields: Record<string, string>) =>
  app.call('POST', path, new URLSearchParams(fields).toString(), {
    page: true,
    key: null,
    type: 'application/x-www-form-urlencoded',
  })
const row = async (text: string, values: unknown[]) => (await app.database.pool.query(text, values)).rows[0]

it('is resumed by the same link on another device, and answered as the person it was sent to', async () => {
  const { survey, path, person, unit, invitation } = await invite()
  const first = await get(`${path}?score=3`)
  expect(first.text).toContain('No more questions like this')
  expect(first.text).toContain('with your name')
  expect(await row('select state from invitation where id = $1', [invitation])).toEqual({ state: 'sent' })
  await post(path, { r: 'whatever', step: '0', 'q.nps': '3', 'q.why': 'Half a sentence', do: 'save' })
  expect(await row('select state from invitation where id = $1', [invitation])).toEqual({ state: 'started' })
  expect((await get(path)).text).toContain('Half a sentence')
  await post(path, { step: '0', 'q.nps': '3', 'q.why': 'A whole sentence', do: 'send' })
  await post(path, { step: '0', 'q.nps': '10', 'q.why': 'Another one', do: 'send' })
  const response = await row(
    'select count(*) over ()::int as n, person_id, unit_id, invitation_id, source, segments, state from response where survey_id = $1',
    [survey],
  )
  expect(response).toEqual({
    n: 1,
    person_id: person,
    unit_id: unit,
    invitation_id: invitation,
    source: 'mail',
    segments: { tier: 'gold' },
    state: 'complete',
  })
  expect(await row('select state, next_reminder_at from invitation where id = $1', [invitation])).toEqual({
    state: 'answered',
    next_reminder_at: null,
  })
  expect((await get(path)).text).toContain('Thank you')
  const metric = (await app.call('GET', `/surveys/${survey}/metrics/nps`)).body
  expect(metric).toMatchObject({ n: 1, detractors: 1, responseRate: { delivered: 1, rate: { score: 1, n: 1 } } })
})

it('speaks the language the invitation was written in', async () => {
  const { path } = await invite({ translations: { de: { 'nps.prompt': 'Weiterempfehlen?' } } })
  expect((await get(path)).text).toContain('Weiterempfehlen?')
})

it('leads to the page on which they can end such questions', async () => {
  const { path } = await invite()
  const link = /href="(\/o\/[^"]+)"/.exec((await get(path)).text)![1]!
  expect((await get(link)).status).toBe(200)
})

it('says so when the invitation was withdrawn', async () => {
  const { path, invitation } = await invite()
  await app.database.pool.query(`update invitation set state = 'cancelled' where id = $1`, [invitation])
  const page = await get(path)
  expect(page.status).toBe(410)
  expect(page.text).toContain('This invitation has ended')
})

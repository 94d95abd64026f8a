import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestApp, testApp, unique } from '../../../test/app.ts'
import { dana, mira, omar } from '../../../test/cast.ts'
import { newId } from '../../kit/ids.ts'
import { answer, type Kelby, openKelby, openSurvey } from '../../../test/kelby.ts'

let app: TestApp
let at: Kelby
let rule: string
beforeAll(async () => {
  app = await testApp()
  at = await openKelby(app)
  const made = await app.call('POST', '/alert-rules', {
    name: 'Two stars or fewer',
    survey: at.survey,
    kind: 'recovery',
    when: { all: [{ question: 'stars', atMost: 2 }] },
    route: [{ to: 'unit-manager' }],
  })
  expect(made.status).toBe(201)
  rule = made.body.id
})
afterAll(() => app.close())

const step = (id: string, what: string, body: unknown = {}) => app.call('POST', `/alerts/${id}/${what}`, body)

describe('a low score is an alert', () => {
  it('raised in the same reply, owned by the manager of the unit, with its path in words', async () => {
    const { id, alertIds } = await answer(
      app,
      at.survey,
      { stars: 1, why: 'Nobody called me back.' },
      { person: { email: dana.email } },
    )
    expect(alertIds).toHaveLength(1)
    const list = await app.call('GET', '/alerts?state=open&owner=' + omar.email)
    expect(list.body.items[0]).toMatchObject({
      id: alertIds[0],
      state: 'open',
      kind: 'recovery',
      rule: { id: rule, name: 'Two stars or fewer' },
      responseId: id,
      unit: { key: 'kelby', name: 'Kelby' },
      person: { name: dana.name, email: dana.email },
      owner: { id: at.omar, email: omar.email },
      path: ['Omar Haddad, manager of Kelby'],
      clocks: [],
      causes: [],
      score: { value: 1, min: 1, max: 5 },
      said: 'Nobody called me back.',
    })
  })

  it('not raised by a good score', async () => {
    expect((await answer(app, at.survey, { stars: 3 })).alertIds).toEqual([])
  })

  it('kept, without the answer, when the import that the answer came with is taken back', async () => {
    const { id, alertIds } = await answer(app, at.survey, { stars: 1 })
    const undone = newId()
    await app.database.pool.query(
      `insert into response_import (org_id, id, survey_id, imported, skipped, created_by) values ($1, $2, $3, 1, 0, 'Omar')`,
      [app.orgId, undone, at.survey],
    )
    await app.database.pool.query('update response set import_id = $2 where id = $1', [id, undone])
    expect((await app.call('DELETE', `/imports/${undone}`)).body).toEqual({ removed: 1 })
    expect((await app.call('GET', `/alerts/${alertIds[0]}`)).body).toMatchObject({ state: 'open', responseId: null })
  })

  it('mailed to its owner with one link to act', async () => {
    const { alertIds } = await answer(app, at.survey, { stars: 2, why: 'Late again.' })
    const mail = await app.database.pool.query(`select payload from outbox where key like $1`, [`%alert ${alertIds[0]} opened`])
    expect(mail.rows).toHaveLength(1)
    expect(mail.rows[0].payload).toMatchObject({ to: omar.email, subject: 'A customer answered 2 of 5, Kelby' })
    expect(mail.rows[0].payload.text).toContain('Late again.')
    expect(mail.rows[0].payload.text).toContain(`/alerts/${alertIds[0]}`)
  })

  it('owned by the organisation’s owner where there is no unit', async () => {
    const { alertIds } = await answer(app, at.survey, { stars: 1 }, { unit: undefined })
    const { body } = await app.call('GET', `/alerts/${alertIds[0]}`)
    expect(body.owner.name).toBe('Olga Owner')
    expect(body.path).toEqual([
      'The answer belongs to no unit',
      'Olga Owner, owner of the organisation, because nobody else is there',
    ])
    expect(body.person).toBeUndefined()
  })

  it('raised once, also when the same answer is sent again', async () => {
    const headers = { 'idempotency-key': unique() }
    const send = () => app.call('POST', `/surveys/${at.survey}/responses`, { answers: { stars: 1 }, unit: 'kelby' }, { headers })
    const [first, second] = [await send(), await send()]
    expect(second.body).toEqual(first.body)
    const { rows } = await app.database.pool.query('select count(*) from alert where response_id = $1', [first.body.id])
    expect(rows[0].count).toBe(1)
  })

  it('not left behind when the response fails', async () => {
    const before = await app.call('GET', '/alerts/counts')
    const reply = await app.call('POST', `/surveys/${at.survey}/responses`, { answers: { stars: 99 }, unit: 'kelby' })
    expect(reply.status).toBe(400)
    expect((await app.call('GET', '/alerts/counts')).body).toEqual(before.body)
  })
})

describe('Omar closes the loop', () => {
  let id: string
  beforeAll(async () => {
    id = (
      await answer(
        app,
        at.survey,
        { stars: 1, why: 'The water was off without warning.', callback: 'yes' },
        { person: { email: dana.email } },
      )
    ).alertIds[0]!
  })

  it('cannot resolve before he spoke with Dana', async () => {
    const reply = await step(id, 'resolutions', { outcome: 'put-right' })
    expect(reply.status).toBe(409)
    expect(reply.body).toMatchObject({ code: 'not_allowed_now', title: 'Speak with Dana first.' })
  })

  it('takes it, once', async () => {
    expect(await step(id, 'acknowledgements')).toMatchObject({ status: 201, body: { id, state: 'acknowledged' } })
    expect(await step(id, 'acknowledgements')).toMatchObject({
      status: 409,
      body: { title: 'Somebody has taken this already.' },
    })
  })

  it('logs a try and then the call', async () => {
    expect((await step(id, 'contacts', { how: 'Phone', note: 'Rang twice.', reached: false })).body.state).toBe('acknowledged')
    expect((await step(id, 'contacts', { how: 'call', note: 'She will get the tanker on Wednesday.' })).body.state).toBe(
      'contacted',
    )
    const { body } = await app.call('GET', `/alerts/${id}`)
    expect(body.contacts.map((c: { how: string; reached: boolean }) => [c.how, c.reached])).toEqual([
      ['call', true],
      ['call', false],
    ])
    expect(body.attempts).toBe(2)
  })

  it('leaves a note that is no contact', async () => {
    expect((await step(id, 'notes', { note: 'Mira signed the tanker off.' })).body.state).toBe('contacted')
    expect((await step(id, 'contacts', { how: 'note', note: 'x' })).status).toBe(400)
  })

  it('names causes by words, which become causes, and by id', async () => {
    expect((await step(id, 'causes', { causes: ['No notice given', 'Call-back not kept'] })).status).toBe(201)
    const [first, second] = (await app.call('GET', `/alerts/${id}`)).body.causes
    expect([first.name, second.name]).toEqual(['No notice given', 'Call-back not kept'])
    await step(id, 'causes', { causes: [second.id, 'no NOTICE given'] })
    expect((await app.call('GET', `/alerts/${id}`)).body.causes.map((c: { id: string }) => c.id)).toEqual([second.id, first.id])
    const tree = await app.call('GET', '/causes')
    expect(tree.body.items.map((c: { name: string; alerts: number }) => [c.name, c.alerts])).toEqual([
      ['Call-back not kept', 1],
      ['No notice given', 1],
    ])
  })

  it('resolves it with an outcome, and it closes', async () => {
    expect((await step(id, 'resolutions', { outcome: 'put-right', note: 'Tanker came.' })).body.state).toBe('resolved')
    expect((await step(id, 'contacts', { how: 'call' })).body).toMatchObject({ code: 'alert_closed' })
    const { body } = await app.call('GET', `/alerts/${id}`)
    expect(body).toMatchObject({
      outcome: 'put-right',
      outcomeNote: 'Tanker came.',
      voice: [{ prompt: 'Why?', text: 'The water was off without warning.' }],
    })
    expect(body.answers.find((a: { question: string }) => a.question === 'stars')).toMatchObject({
      words: '1 / 5',
      reason: true,
      prompt: 'How was your visit?',
    })
    expect(body.answers.find((a: { question: string }) => a.question === 'callback').words).toBe('yes')
    expect(body.history.length).toBeGreaterThan(1)
    expect(body.activity.map((a: { verb: string }) => a.verb)).toEqual([
      'alert.resolved',
      'alert.causes_chosen',
      'alert.causes_chosen',
      'alert.noted',
      'alert.contacted',
      'alert.contact_tried',
      'alert.acknowledged',
      'alert.opened',
    ])
  })

  it('reopens it, and it wants to be taken and spoken about again', async () => {
    expect((await step(id, 'reopenings', { reason: 'Dana rang: no tanker came.' })).body.state).toBe('open')
    const { body } = await app.call('GET', `/alerts/${id}`)
    expect(body).toMatchObject({ outcome: null, acknowledgedAt: null, contactedAt: null, attempts: 0 })
    expect((await step(id, 'resolutions', { outcome: 'put-right' })).body.title).toBe('Speak with Dana first.')
    expect((await step(id, 'reopenings', { reason: 'again' })).status).toBe(409)
  })

  it('hands it to the next manager up, who is told why', async () => {
    expect((await app.call('GET', `/alerts/${id}`)).body.seniors[0]).toMatchObject({ name: mira.name, role: 'Northmoor' })
    expect((await step(id, 'escalations', { to: 'skip', reason: 'Needs the tanker budget' })).status).toBe(201)
    const { body } = await app.call('GET', `/alerts/${id}`)
    expect(body.owner.name).toBe(mira.name)
    expect(body.path.at(-1)).toMatch(/handed it to Mira Lindqvist: Needs the tanker budget$/)
    const mail = await app.database.pool.query(`select payload from outbox where key like $1`, [`%alert ${id} handed%`])
    expect(mail.rows[0].payload).toMatchObject({
      to: mira.email,
      subject: expect.stringContaining('hands you an alert: Dana Whitlock answered 1 of 5'),
    })
    expect(mail.rows[0].payload.text).toContain('Needs the tanker budget')
    expect((await step(id, 'escalations', { to: mira.email, reason: 'x' })).body.errors[0]).toEqual({
      path: 'to',
      message: 'Mira Lindqvist owns this alert already.',
    })
    expect((await step(id, 'escalations', { to: 'nobody@example.org', reason: 'x' })).status).toBe(400)
    expect((await step(id, 'escalations', { to: at.omar, reason: 'Back to you' })).status).toBe(201)
  })
})

describe('each sees what is theirs', () => {
  it('a key limited to another unit sees nothing of Kelby', async () => {
    const other = await app.call('POST', '/api-keys', { name: 'Westbay', role: 'manager', units: [at.northmoor] })
    const { alertIds } = await answer(app, at.survey, { stars: 1 }, { unit: undefined })
    const key = other.body.apiKey
    expect(
      (await app.call('GET', '/alerts', undefined, { key })).body.items.every((a: { unit: unknown }) => a.unit !== null),
    ).toBe(true)
    expect((await app.call('GET', `/alerts/${alertIds[0]}`, undefined, { key })).status).toBe(404)
    expect((await app.call('POST', `/alerts/${alertIds[0]}/acknowledgements`, {}, { key })).status).toBe(404)
  })

  it('lists by unit with what lies below it, by survey, by words, in pages and in both orders', async () => {
    const unit = (await app.call('GET', '/alerts?unit=northmoor&limit=200')).body.items
    expect(unit.length).toBeGreaterThan(2)
    expect((await app.call('GET', '/alerts?unit=nowhere')).body.items).toEqual([])
    expect((await app.call('GET', '/alerts?q=without%20warning')).body.items).toHaveLength(1)
    const first = await app.call('GET', '/alerts?limit=2&oldestFirst=true')
    const next = await app.call('GET', `/alerts?limit=2&oldestFirst=true&cursor=${first.body.nextCursor}`)
    const ids = [...first.body.items, ...next.body.items].map((a: { id: string }) => a.id)
    expect(ids).toEqual([...ids].sort())
    expect(new Set(ids).size).toBe(4)
    expect((await app.call('GET', '/alerts?cursor=x')).status).toBe(400)
    const counts = (await app.call('GET', '/alerts/counts')).body
    expect(counts.waiting).toBe((await app.call('GET', '/alerts?state=waiting&limit=200')).body.items.length)
  })
})

describe('a rule is changed', () => {
  const raises = async (survey: string, stars: number) => (await answer(app, survey, { stars })).alertIds.length

  it('and acts on the very next answer: off, on, narrower, gone', async () => {
    const survey = await openSurvey(app, 'Phone enquiry')
    const made = await app.call('POST', '/alert-rules', {
      name: 'Low',
      survey,
      when: { all: [{ question: 'stars', atMost: 2 }] },
      on: false,
    })
    const change = (body: unknown) => app.call('PATCH', `/alert-rules/${made.body.id}`, body)
    expect(await raises(survey, 1)).toBe(0)
    expect((await change({ on: true })).status).toBe(200)
    expect(await raises(survey, 1)).toBe(1)
    await change({ when: { all: [{ question: 'stars', atMost: 1 }] } })
    expect(await raises(survey, 2)).toBe(0)
    expect(await raises(survey, 1)).toBe(1)
    const { body } = await app.call('GET', `/alert-rules/${made.body.id}`)
    expect(body).toMatchObject({
      name: 'Low',
      on: true,
      alerts: 2,
      waiting: 2,
      route: [{ to: 'unit-manager' }],
      surveyName: 'Phone enquiry',
    })
    await change({ on: false })
    expect(await raises(survey, 1)).toBe(0)
    expect((await app.call('DELETE', `/alert-rules/${made.body.id}`)).status).toBe(200)
    expect((await app.call('GET', `/alert-rules/${made.body.id}`)).status).toBe(404)
    expect((await app.call('GET', `/alert-rules?survey=${survey}`)).body.items).toEqual([])
    expect((await app.call('GET', '/alerts?survey=' + survey)).body.items).toHaveLength(2)
  })

  it('seen by another node at once', async () => {
    const survey = await openSurvey(app, 'Second node')
    const when = { all: [{ question: 'stars', atMost: 2 }] }
    expect(await raises(survey, 1)).toBe(0)
    // What another node would have written: this node is told nothing, and still sees it.
    await app.database.pool.query(
      `insert into alert_rule (org_id, id, name, survey_id, kind, conditions, route, on_since) values ($1, gen_random_uuid(), 'Elsewhere', $2, 'recovery', $3, '[]', now())`,
      [app.orgId, survey, JSON.stringify(when)],
    )
    await app.database.pool.query('update alert_rule_stamp set stamp = gen_random_uuid() where org_id = $1', [app.orgId])
    expect(await raises(survey, 1)).toBe(1)
  })

  it.each([
    [{ when: { all: [{ question: 'score', atMost: 2 }] } }, 'when', /no question “score”/],
    [{ when: { all: [{ question: 'stars', atMost: 9 }] } }, 'when', /9 is not on it/],
    [{ route: [{ to: 'person' }] }, 'route.0.email', /./],
    [{ policy: 'gold' }, 'policy', /no promise/],
    [{ survey: '00000000-0000-7000-8000-000000000000' }, 'survey', /no such survey/],
  ])('a rule that cannot work is refused: %j', async (wrong, path, words) => {
    const good = { name: 'x', survey: at.survey, when: { all: [{ question: 'stars', atMost: 2 }] } }
    const { status, body } = await app.call('POST', '/alert-rules', { ...good, ...wrong })
    expect(status).toBe(400)
    expect(body.errors[0].path).toMatch(path)
    expect(body.errors[0].message).toMatch(words)
  })

  it('routed to a person by e-mail, then to the skip level', async () => {
    const survey = await openSurvey(app, 'Routes')
    const make = (name: string, route: unknown) =>
      app.call('POST', '/alert-rules', { name, survey, when: { all: [{ question: 'stars', atMost: 2 }] }, route })
    await make('gone', [{ to: 'person', email: 'gone@example.org' }, { to: 'account-owner' }, { to: 'skip' }])
    await make('mira', [{ to: 'person', email: mira.email }])
    const { alertIds } = await answer(app, survey, { stars: 1 })
    const alerts = await Promise.all(alertIds.map(id => app.call('GET', `/alerts/${id}`)))
    expect(alerts.map(({ body }) => [body.owner.name, body.path])).toEqual([
      [
        'Mira Lindqvist',
        [
          'gone@example.org is not in the directory',
          'The customer belongs to no account',
          'above Omar Haddad, manager of Kelby',
          'Mira Lindqvist, manager of Northmoor',
        ],
      ],
      ['Mira Lindqvist', ['Mira Lindqvist, named by the rule']],
    ])
  })
})

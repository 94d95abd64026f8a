import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { owner, type TestApp, testApp } from '../../../../test/app.ts'
import { dana, mira, omar } from '../../../../test/cast.ts'
import { visitor } from '../../../../test/browserless.ts'
import { answer, type Kelby, openKelby, openSurvey } from '../../../../test/kelby.ts'
import { openPolicy, openRule } from '../../../../test/promises.ts'
import { moveAhead, moveBack } from '../../../../test/time.ts'
import { openLog } from '../../../kit/server/log.ts'
import { SlaSweep } from '../../../sla/server/slaSweep.ts'

let app: TestApp
let at: Kelby
let policy: string
beforeAll(async () => {
  app = await testApp()
  at = await openKelby(app)
  policy = await openPolicy(app, { acknowledge: 60, contact: 240, resolve: 2880, warn_before_min: 15 })
  await openRule(app, at.survey, { policy })
})
afterEach(moveBack)
afterAll(() => app.close())

const known = { person: { email: dana.email } }
const step = (id: string, what: string, body: unknown = {}) => app.call('POST', `/alerts/${id}/${what}`, body)
const raised = async (more: Record<string, unknown> = known) =>
  (await answer(app, at.survey, { stars: 1, why: 'Late again.' }, more)).alertIds[0]!
const alertOf = async (id: string) => (await app.call('GET', `/alerts/${id}`)).body
const states = async (id: string) =>
  Object.fromEntries((await alertOf(id)).clocks.map((clock: { target: string; state: string }) => [clock.target, clock.state]))

describe('a rule promises', () => {
  it('what its policy says: the rule shows it, by id or by name', async () => {
    const { name } = (await app.call('GET', `/policies/${policy}`)).body
    const rule = await openRule(app, at.survey, { policy: name.toLowerCase(), on: false })
    expect((await app.call('GET', `/alert-rules/${rule}`)).body.policy).toBe(policy)
    expect((await app.call('PATCH', `/alert-rules/${rule}`, { policy: null })).status).toBe(200)
    expect((await app.call('GET', `/alert-rules/${rule}`)).body.policy).toBeNull()
  })

  it('nothing that is not there, or that an alert could not keep', async () => {
    const body = { name: 'x', survey: at.survey, when: { all: [{ question: 'stars', atMost: 2 }] } }
    const nowhere = await app.call('POST', '/alert-rules', { ...body, policy: 'no such promise' })
    expect(nowhere.body.errors[0]).toEqual({ path: 'policy', message: 'There is no promise with this id.' })
    const tickets = await openPolicy(app, { first_response: 10 })
    const unfit = await app.call('POST', '/alert-rules', { ...body, policy: tickets })
    expect(unfit.body.errors[0].message).toMatch(/promises nothing that an alert could keep/)
  })
})

describe('the clocks of an alert', () => {
  it('run from the moment it is opened, with the reason in words', async () => {
    const { clocks, openedAt, dueAt } = await alertOf(await raised())
    expect(clocks.map((clock: { target: string; state: string }) => [clock.target, clock.state])).toEqual([
      ['acknowledge', 'running'],
      ['contact', 'running'],
      ['resolve', 'running'],
    ])
    expect(Date.parse(clocks[0].dueAt) - Date.parse(openedAt)).toBe(60 * 60_000)
    expect(dueAt).toBe(clocks[0].dueAt)
    expect(clocks[1].explanation).toMatch(/^4 h promised; .* → due /)
  })

  it('are kept step by step, and begin anew when it is reopened', async () => {
    const id = await raised()
    await step(id, 'acknowledgements')
    expect(await states(id)).toEqual({ acknowledge: 'met', contact: 'running', resolve: 'running' })
    await step(id, 'contacts', { how: 'call', reached: false })
    expect(await states(id)).toMatchObject({ contact: 'running' })
    await step(id, 'contacts', { how: 'call', note: 'Sorry.' })
    expect(await states(id)).toMatchObject({ contact: 'met', resolve: 'running' })
    await step(id, 'resolutions', { outcome: 'put-right' })
    expect(await states(id)).toEqual({ acknowledge: 'met', contact: 'met', resolve: 'met' })
    expect((await alertOf(id)).dueAt).toBeNull()
    await step(id, 'reopenings', { reason: 'It leaks again.' })
    expect(await states(id)).toEqual({ acknowledge: 'running', contact: 'running', resolve: 'running' })
  })

  it('do not say that a customer was spoken with who could not be reached', async () => {
    const id = await raised()
    await step(id, 'contacts', { how: 'call', reached: false })
    await step(id, 'resolutions', { outcome: 'not-reached' })
    expect(await states(id)).toEqual({ acknowledge: 'met', contact: 'paused', resolve: 'met' })
  })

  it('promise no call to somebody nobody knows', async () => {
    expect(await states(await raised({}))).toEqual({ acknowledge: 'running', contact: 'idle', resolve: 'running' })
  })

  it('are absent where the rule promises nothing', async () => {
    const survey = await openSurvey(app, 'Another visit')
    await openRule(app, survey, {})
    const { alertIds } = await answer(app, survey, { stars: 1 }, known)
    expect((await alertOf(alertIds[0]!)).clocks).toEqual([])
  })

  it('are absent where the minute of an anonymous answer may not be kept', async () => {
    const made = await app.call('POST', '/surveys', {
      name: 'Pulse',
      locale: 'en',
      anonymous: true,
      questions: [{ id: 'stars', kind: 'rating', prompt: 'How are you?', required: true }],
    })
    await app.call('POST', `/surveys/${made.body.id}/publish`)
    await openRule(app, made.body.id, { policy })
    const { alertIds } = await answer(app, made.body.id, { stars: 1 })
    expect((await alertOf(alertIds[0]!)).clocks).toEqual([])
    const { rows } = await app.database.pool.query('select 1 from sla_clock where subject_id = $1', [alertIds[0]])
    expect(rows).toHaveLength(0)
  })
})

it('My day is in due order: what is due first, then what has no promise', async () => {
  const survey = await openSurvey(app, 'A third visit')
  const rules = [await openPolicy(app, { acknowledge: 90, resolve: 500 }), await openPolicy(app, { resolve: 30 }), undefined]
  const ids: string[] = []
  for (const policy of rules) {
    const rule = await openRule(app, survey, { policy })
    ids.push((await answer(app, survey, { stars: 1 }, known)).alertIds[0]!)
    await app.call('PATCH', `/alert-rules/${rule}`, { on: false })
  }
  const mine = `/alerts?state=waiting&owner=${omar.email}&survey=${survey}&byDue=true`
  const order = async () => (await app.call('GET', mine)).body.items.map((item: { id: string }) => item.id)
  expect(await order()).toEqual([ids[1], ids[0], ids[2]])
  await step(ids[0]!, 'acknowledgements')
  const pages: string[] = []
  for (let cursor = ''; ; ) {
    const { body } = await app.call('GET', `${mine}&limit=1${cursor && `&cursor=${cursor}`}`)
    pages.push(...body.items.map((item: { id: string }) => item.id))
    if (!body.nextCursor) break
    cursor = body.nextCursor
  }
  expect(pages).toEqual([ids[1], ids[0], ids[2]])
})

describe('what was promised for several answers of one customer', () => {
  const merge = async (main: string, other: string) => expect((await step(main, 'mergers', { alerts: [other] })).status).toBe(201)
  const phases = async (id: string) => {
    const { rows } = await app.database.pool.query<{ phase: string }>(
      'select distinct phase from sla_clock where subject_id = $1 order by 1',
      [id],
    )
    return rows.map(({ phase }) => phase)
  }
  const clockOf = async (id: string, target: string) =>
    (await alertOf(id)).clocks.find((clock: { target: string }) => clock.target === target)

  it('is kept by what is done on the one they became part of, also what was done there before', async () => {
    const [main, other] = [await raised(), await raised()]
    await step(main, 'acknowledgements')
    await merge(main, other)
    expect(await states(other)).toEqual({ acknowledge: 'met', contact: 'running', resolve: 'running' })
    await step(main, 'contacts', { how: 'call' })
    expect(await states(other)).toEqual({ acknowledge: 'met', contact: 'met', resolve: 'running' })
    await step(main, 'resolutions', { outcome: 'put-right' })
    expect(await states(other)).toEqual({ acknowledge: 'met', contact: 'met', resolve: 'met' })
    // Nothing runs or rests for ever once the matter is over.
    expect(await phases(other)).toEqual(['done'])
  })

  it('is not said to be kept where the customer could not be reached', async () => {
    const [main, other] = [await raised(), await raised()]
    await merge(main, other)
    await step(main, 'contacts', { how: 'call', reached: false })
    await step(main, 'resolutions', { outcome: 'not-reached' })
    expect(await states(other)).toEqual({ acknowledge: 'met', contact: 'paused', resolve: 'met' })
  })

  it('begins anew with the one they are part of, and is again what it was when it is taken out', async () => {
    const [main, other] = [await raised(), await raised()]
    await step(other, 'acknowledgements')
    await merge(main, other)
    await step(main, 'contacts', { how: 'call' })
    await step(main, 'resolutions', { outcome: 'put-right' })
    await step(main, 'reopenings', { reason: 'It leaks again.' })
    expect(await states(other)).toEqual({ acknowledge: 'running', contact: 'running', resolve: 'running' })
    expect((await step(other, 'partings')).body.state).toBe('acknowledged')
    expect(await states(other)).toEqual({ acknowledge: 'met', contact: 'running', resolve: 'running' })
    await step(main, 'contacts', { how: 'call' })
    expect(await states(other)).toMatchObject({ contact: 'running' })
  })

  it('goes on where it was when it is taken out of a matter that was settled: the time between is free', async () => {
    const [main, other] = [await raised(), await raised()]
    await merge(main, other)
    await step(main, 'contacts', { how: 'call' })
    await step(main, 'resolutions', { outcome: 'put-right' })
    const before = Date.parse((await alertOf(other)).openedAt) + 2880 * 60_000
    moveAhead(1_200)
    await step(other, 'partings')
    const { state, dueAt, explanation } = await clockOf(other, 'resolve')
    expect(state).toBe('running')
    expect(Date.parse(dueAt)).toBeGreaterThan(before + 1_000)
    expect(explanation).toMatch(/^48 h promised; .* → due /)
  })

  it('decides when the matter is due, and says for which answer', async () => {
    const survey = await openSurvey(app, 'A merged visit')
    const late = await openRule(app, survey, { policy: await openPolicy(app, { acknowledge: 300, resolve: 3000 }) })
    const main = (await answer(app, survey, { stars: 1 }, known)).alertIds[0]!
    await app.call('PATCH', `/alert-rules/${late}`, { on: false })
    await openRule(app, survey, { policy: await openPolicy(app, { acknowledge: 30 }) })
    const hasty = (await answer(app, survey, { stars: 1 }, known)).alertIds[0]!
    const due = (await alertOf(hasty)).dueAt
    await merge(main, hasty)
    expect(await clockOf(main, 'acknowledge')).toMatchObject({ part: hasty, dueAt: due })
    const { body } = await app.call('GET', `/alerts?state=waiting&survey=${survey}&byDue=true`)
    expect(body.items).toMatchObject([{ id: main, dueAt: due }])
    await step(main, 'acknowledgements')
    expect((await alertOf(main)).dueAt).toBe((await clockOf(main, 'resolve')).dueAt)
  })
})

describe('when nobody reacts', () => {
  const minutes = (n: number) => n * 60_000
  const notices = async (id: string) => {
    const { rows } = await app.database.pool.query<{ email: string; text: string }>(
      `select p.email, n.text from notification n join person p on p.org_id = n.org_id and p.id = n.person_id
        where n.key like 'promise %' and n.href = $1 order by n.created_at, n.id`,
      [`/alerts/${id}`],
    )
    return rows.map(({ email, text }) => `${email.split('@')[0]}: ${text}`)
  }
  const olgasNews = async () => {
    const { rows } = await app.database.pool.query(
      `select 1 from notification where kind = 'escalation' and key like 'promise %' and user_id is not null`,
    )
    return rows.length
  }
  const until = async (ready: () => Promise<boolean>) => {
    for (let i = 0; i < 600 && !(await ready()); i++) await sleep(25)
  }

  it('the owner is reminded, then the manager above is named and told, then the skip level: each once, on two nodes', async () => {
    // A second node: its own sweep over the same database.
    const other = new SlaSweep({ database: app.database, log: openLog('error'), everyMs: 100 })
    try {
      const survey = await openSurvey(app, 'A hasty visit')
      const ladder = [
        { after_min: 10, notify: 'owner' },
        { after_min: 20, notify: 'manager' },
        { after_min: 30, notify: 'skip' },
      ]
      await openRule(app, survey, {
        policy: await openPolicy(app, { acknowledge: 30, warn_before_min: 20, ladder }),
      })
      const ids = (
        await Promise.all(Array.from({ length: 6 }, () => answer(app, survey, { stars: 1, why: 'Late.' }, known)))
      ).map(({ alertIds }) => alertIds[0]!)
      const warned = (told: string[]) => told.filter(one => one.startsWith('omar: To be acknowledged'))
      moveAhead(minutes(15))
      await until(async () => (await Promise.all(ids.map(notices))).every(told => warned(told).length > 0))
      moveAhead(minutes(50))
      await until(
        async () =>
          (await Promise.all(ids.map(notices))).every(told => told.some(one => one.startsWith('mira'))) &&
          (await olgasNews()) >= 6,
      )
      const title = `${dana.name} answered 1 of 5, Kelby`
      for (const id of ids) {
        const told = await notices(id)
        expect(new Set(told).size).toBe(told.length)
        expect(warned(told)).toHaveLength(1)
        // What falls due at once is told in any order.
        expect(new Set(told)).toEqual(
          new Set([
            ...warned(told),
            `omar: Not acknowledged in time: ${title}`,
            `omar: Still not acknowledged: ${title}`,
            `mira: Omar Haddad has not acknowledged this in time: ${title}`,
          ]),
        )
      }
      expect(await olgasNews()).toBe(6)
      const alert = await alertOf(ids[0]!)
      expect(alert.owner.email).toBe(omar.email)
      expect(alert.overseers.map((one: { email: string }) => one.email)).toEqual([mira.email, owner.email])
      expect(alert.path.slice(-4)).toEqual([
        'Not acknowledged in time',
        `${mira.name}, manager of Northmoor, is asked to see to it`,
        'Not acknowledged in time',
        'Olga Owner, owner of the organisation, is asked to see to it',
      ])
      const seen = await app.call('GET', `/alerts?state=waiting&senior=${mira.email}&survey=${survey}`)
      expect(seen.body.items).toHaveLength(6)

      // Another colleague says that it is seen to; a senior who was asked takes it over.
      await step(ids[1]!, 'acknowledgements')
      expect((await alertOf(ids[1]!)).owner.email).toBe(omar.email)
      const { call: olga } = visitor(app)
      await olga('POST', '/session', owner)
      expect((await olga('POST', `/alerts/${ids[0]}/acknowledgements`, {})).status).toBe(201)
      const taken = await alertOf(ids[0]!)
      expect(taken).toMatchObject({ state: 'acknowledged', owner: { email: owner.email } })
      expect(taken.path.at(-1)).toBe('Olga Owner takes it')
    } finally {
      await other.stop()
    }
  })

  it('merging is no way out: the owner of the whole hears once of what is late in any part, and a senior is named there', async () => {
    const survey = await openSurvey(app, 'A merged hasty visit')
    const ladder = [{ after_min: 5, notify: 'manager' }]
    const policy = await openPolicy(app, { acknowledge: 30, resolve: 600, ladder })
    const rule = await openRule(app, survey, { policy })
    const parts = [
      (await answer(app, survey, { stars: 1 }, known)).alertIds[0]!,
      (await answer(app, survey, { stars: 1 }, known)).alertIds[0]!,
    ]
    await app.call('PATCH', `/alert-rules/${rule}`, { on: false })
    await openRule(app, survey, {})
    // Of what was answered last nothing is promised: all the more it has to be told here.
    const main = (await answer(app, survey, { stars: 1, why: 'Three times now.' }, known)).alertIds[0]!
    expect((await step(main, 'mergers', { alerts: parts })).status).toBe(201)
    moveAhead(minutes(40))
    await until(async () => (await notices(main)).length >= 2)
    // Both parts were late; whatever the second one had to say would have come by now.
    await until(async () => (await fired(parts)).length >= 4)
    const title = `${dana.name} answered 1 of 5, Kelby`
    expect(await notices(main)).toEqual([
      `omar: Not acknowledged in time: ${title}`,
      `mira: Omar Haddad has not acknowledged this in time: ${title}`,
    ])
    for (const part of parts) expect(await notices(part)).toEqual([])
    const whole = await alertOf(main)
    expect(whole.overseers.map((one: { email: string }) => one.email)).toEqual([mira.email])
    expect(whole.path.slice(-2)).toEqual([
      'Not acknowledged in time',
      `${mira.name}, manager of Northmoor, is asked to see to it`,
    ])
    expect(whole.clocks[0]).toMatchObject({ target: 'acknowledge', state: 'breached' })
    await step(main, 'contacts', { how: 'call' })
    await step(main, 'resolutions', { outcome: 'put-right' })
    for (const part of parts) expect(await states(part)).toEqual({ acknowledge: 'breached', resolve: 'met' })
  })

  const fired = async (ids: readonly string[]) => {
    const { rows } = await app.database.pool.query(
      `select 1 from sla_step s join sla_clock c on c.id = s.clock_id where c.subject_id = any($1) and s.step in ('breach', 'ladder.0')`,
      [ids],
    )
    return rows
  }

  it('nothing more is said once it is acknowledged', async () => {
    const survey = await openSurvey(app, 'A kept visit')
    const ladder = [{ after_min: 0, notify: 'manager' }]
    await openRule(app, survey, { policy: await openPolicy(app, { acknowledge: 30, ladder }) })
    const { alertIds } = await answer(app, survey, { stars: 1 }, known)
    await step(alertIds[0]!, 'acknowledgements')
    moveAhead(minutes(40))
    await new SlaSweep({ database: app.database, log: openLog('error') }).run()
    expect(await notices(alertIds[0]!)).toEqual([])
  })
})

describe('a rule is tried on the past', () => {
  it('and tells how many promises would have been missed, by how alerts really went', async () => {
    const survey = await openSurvey(app, 'A tried visit')
    await openRule(app, survey, {})
    const ids = [await answer(app, survey, { stars: 1 }, known), await answer(app, survey, { stars: 1 }, known)]
    await step(ids[0]!.alertIds[0]!, 'acknowledgements')
    const rule = await openRule(app, survey, { on: false, policy: await openPolicy(app, { acknowledge: 60, resolve: 0.001 }) })
    const day = new Date().toISOString().slice(0, 10)
    const { body } = await app.call('POST', `/alert-rules/${rule}/replays`, { from: '2020-01-01', to: day })
    let replay: { state: string; result: { promises: unknown } } | undefined
    for (let i = 0; i < 600 && replay?.state !== 'done'; i++) {
      await sleep(25)
      replay = (await app.call('GET', `/alert-rules/${rule}/replays/${body.id}`)).body
    }
    expect(replay!.result.promises).toEqual([
      { target: 'acknowledge', promised: 60, missed: 0, basis: expect.stringMatching(/^1 alert by how they really went/) },
      { target: 'resolve', promised: 0.001, missed: 2, basis: '2 alerts by how they really went' },
    ])
  })
})

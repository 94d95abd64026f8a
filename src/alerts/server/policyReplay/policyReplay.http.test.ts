import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../../test/app.ts'
import { dana, mira, omar } from '../../../../test/cast.ts'
import { answer, type Kelby, openKelby, openSurvey } from '../../../../test/kelby.ts'
import { openPolicy, openRule } from '../../../../test/promises.ts'
import { moveAhead, moveBack } from '../../../../test/time.ts'
import { lastQuarter } from '../../../people/day.ts'
import { policyReplayTallyOf, type ReplayedRecipient } from '../../policyReplay/policyReplayTally.ts'
import type { ReplayedAlert } from '../../policyReplay/policyReplayContract.ts'

let app: TestApp
let at: Kelby
beforeAll(async () => {
  app = await testApp()
  at = await openKelby(app)
})
afterAll(moveBack)
afterAll(() => app.close())

const known = { person: { email: dana.email } }
const step = (id: string, what: string, body: unknown = {}) => app.call('POST', `/alerts/${id}/${what}`, body)
const ago = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10)
const now = `from=${ago(1)}&to=${ago(-1)}`

async function replay(policy: string, terms: object = {}, query = now) {
  const reply = await app.call('GET', `/policies/${policy}/replay?${query}&terms=${encodeURIComponent(JSON.stringify(terms))}`)
  expect(reply.status, reply.text).toBe(200)
  return reply.body as {
    items: ReplayedAlert[]
    nextCursor: string | null
    total: number
    edits: number
    from: string
    to: string
  }
}
const promised = ({ items }: { items: ReplayedAlert[] }) =>
  Object.fromEntries(policyReplayTallyOf(items).promises.map(({ target, before, after }) => [target, { before, after }]))

describe('a policy is tried on what was counted', () => {
  let policy: string
  let kept: string
  let late: string
  beforeAll(async () => {
    const ladder = [{ after_min: 5, notify: 'manager' }]
    policy = await openPolicy(app, { acknowledge: 30, resolve: 600, warn_before_min: 10, ladder })
    await openRule(app, at.survey, { policy })
    const raise = async () => (await answer(app, at.survey, { stars: 1, why: 'Late.' }, known)).alertIds[0]!
    ;[kept, late] = [await raise(), await raise()]
    await step(kept, 'acknowledgements')
    moveAhead(40 * 60_000)
    for (let i = 0; i < 300; i++) {
      if ((await app.call('GET', `/alerts/${late}`)).body.overseers.length > 0) break
      await new Promise(resolve => setTimeout(resolve, 50))
    }
    await step(late, 'contacts', { how: 'call' })
    await step(late, 'resolutions', { outcome: 'put-right' })
  })

  it('and as it is it tells what was counted, alert by alert', async () => {
    const found = await replay(policy)
    expect(found).toMatchObject({ total: 2, nextCursor: null, edits: 0 })
    expect(found.items.map(({ id, counted, person, unit }) => [id, counted, person, unit])).toEqual([
      [late, true, dana.name, 'Kelby'],
      [kept, true, dana.name, 'Kelby'],
    ])
    // On a busy machine a warning may come too late to be sent; everything else is exact.
    const plain = (told: ReplayedRecipient[]) => told.filter(({ kind }) => kind !== 'warning')
    for (const { promises } of found.items)
      for (const { before, after } of promises) {
        expect(after.verdict).toBe(before.verdict)
        expect(plain(after.told)).toEqual(plain(before.told))
      }
    expect(promised(found)).toMatchObject({
      acknowledge: { before: { kept: 1, missed: 1 } },
      resolve: { before: { kept: 1, open: 1 } },
    })
    const all = found.items.flatMap(({ promises }) => promises)
    for (const side of ['before', 'after'] as const)
      expect(plain(all.flatMap(promise => promise[side].told)).map(({ kind, to }) => [kind, to.name])).toEqual([
        ['breach', omar.name],
        ['escalation', mira.name],
      ])
  })

  it('and with more time nobody would have been asked', async () => {
    const found = await replay(policy, { acknowledge: 600 })
    expect(promised(found)).toMatchObject({ acknowledge: { before: { kept: 1, missed: 1 }, after: { kept: 2, missed: 0 } } })
    const { told, changed } = policyReplayTallyOf(found.items)
    expect(changed.map(({ id }) => id)).toEqual([late])
    expect(told.find(({ to }) => to.name === mira.name)!.escalations).toEqual({ before: 1, after: 0 })
  })

  it('and with a promise more, or one less, or another ladder', async () => {
    const found = await replay(policy, { contact: 0.001, resolve: null, ladder: [{ after_min: 0, notify: 'skip' }] })
    expect(promised(found)).toMatchObject({
      acknowledge: { after: { kept: 1, missed: 1 } },
      contact: { before: { none: 2 }, after: { missed: 2 } },
      resolve: { before: { kept: 1, open: 1 }, after: { none: 2 } },
    })
    // Above Mira is only Olga: once for what was late to be acknowledged, twice for nobody having called within a moment.
    expect(policyReplayTallyOf(found.items).told.find(({ to }) => to.name === 'Olga Owner')!.escalations).toEqual({
      before: 0,
      after: 3,
    })
  })

  it('and in other hours: where nobody is ever there, nothing is late', async () => {
    const never = await app.call('POST', '/calendars', { name: 'Never', tz: 'UTC', hours: {} })
    const { resolve, acknowledge } = promised(await replay(policy, { calendar: never.body.id }))
    expect([acknowledge!.after, resolve!.after]).toMatchObject([
      { kept: 2, missed: 0 },
      { kept: 1, open: 1 },
    ])
  })

  it('and keeps nothing of it', async () => {
    await replay(policy, { acknowledge: 600 })
    expect((await app.call('GET', `/policies/${policy}`)).body).toMatchObject({
      version: 1,
      targets: { acknowledge: 30 },
    })
  })

  it('says how often it was changed since', async () => {
    await app.call('PATCH', `/policies/${policy}`, { warn_before_min: null })
    expect((await replay(policy)).edits).toBe(1)
  })

  it('shows a manager only their own units', async () => {
    const { body } = await app.call('POST', '/api-keys', { name: 'Westbay', role: 'manager', units: [at.kelby] })
    const seen = await app.call('GET', `/policies/${policy}/replay?${now}`, undefined, { key: body.apiKey })
    expect(seen.body.total).toBe(2)
    const other = await app.call('POST', '/units', { key: 'westbay', name: 'Westbay' })
    const key = await app.call('POST', '/api-keys', { name: 'Westbay 2', role: 'manager', units: [other.body.id] })
    const none = await app.call('GET', `/policies/${policy}/replay?${now}`, undefined, { key: key.body.apiKey })
    expect([none.status, none.body.total, none.body.items]).toEqual([200, 0, []])
  })

  it('refuses what cannot be tried, with the place', async () => {
    const refused = async (query: string) => (await app.call('GET', `/policies/${policy}/replay?${query}`)).body.errors[0]
    expect(await refused('terms=x')).toEqual({ path: 'terms', message: 'must be JSON such as {"contact": 480}' })
    expect(await refused(`terms=${encodeURIComponent('{"contact": -1}')}`)).toMatchObject({ path: 'terms.contact' })
    expect(await refused(`terms=${encodeURIComponent('{"name": "x"}')}`)).toMatchObject({ path: 'terms' })
    expect(await refused(`terms=${encodeURIComponent('{"calendar": "moon"}')}`)).toMatchObject({ path: 'calendar' })
    expect(await refused('from=2026-02-01&to=2026-01-01')).toMatchObject({ path: 'to' })
    expect(await refused('from=2020-01-01&to=2026-01-01')).toMatchObject({ path: 'from' })
    expect((await app.call('GET', `/policies/${at.kelby}/replay`)).status).toBe(404)
  })
})

describe('a policy is tried on what came before it', () => {
  it('in the last quarter of the organisation’s own days, page by page, by how alerts went', async () => {
    await app.call('PATCH', '/org', { zone: 'Pacific/Kiritimati' })
    const survey = await openSurvey(app, 'An earlier visit')
    const rule = await openRule(app, survey, {})
    const raise = async () => (await answer(app, survey, { stars: 1 }, known)).alertIds[0]!
    const ids = [await raise(), await raise(), await raise()]
    await step(ids[0]!, 'contacts', { how: 'call' })
    const { rows } = await app.database.pool.query<{ day: string }>(
      `select (now() at time zone 'Pacific/Kiritimati')::date as day`,
    )
    const { from, to } = lastQuarter(rows[0]!.day)
    // Two of the last quarter's first and last minute there; one a minute before.
    const opened = [`${from} 00:00:00`, `${to} 23:59:30`, `${from} 00:00:00`]
    for (const [i, id] of ids.entries())
      await app.database.pool.query(
        `update alert set opened_at = ($2::timestamp at time zone 'Pacific/Kiritimati') - make_interval(secs => $3),
          acknowledged_at = opened_at, contacted_at = case when contacted_at is not null then opened_at end where id = $1`,
        [id, opened[i], i === 2 ? 30 : 0],
      )
    const policy = await openPolicy(app, { contact: 60 })
    await app.call('PATCH', `/alert-rules/${rule}`, { policy })
    const first = await replay(policy, {}, 'limit=1')
    expect(first).toMatchObject({ from, to, total: 2, items: [{ id: ids[1], counted: false }] })
    const rest = await replay(policy, {}, `limit=1&cursor=${first.nextCursor}`)
    expect(rest).toMatchObject({ nextCursor: null, items: [{ id: ids[0], counted: false }] })
    // Both sides are worked out, so they are the same; with years of time neither is late.
    expect(promised({ items: [...first.items, ...rest.items] }).contact!.before).toMatchObject({ missed: 2 })
    expect(promised(await replay(policy, { contact: 2_000_000 }, '')).contact).toMatchObject({
      before: { missed: 2 },
      after: { missed: 0 },
    })
  })
})

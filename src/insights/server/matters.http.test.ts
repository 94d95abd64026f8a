import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/app.ts'
import { dana } from '../../../test/cast.ts'
import { answer, inOrg, openKelby, openSurvey } from '../../../test/kelby.ts'
import { openPolicy, openRule } from '../../../test/promises.ts'
import { moveAhead, moveBack } from '../../../test/time.ts'
import { createUnit } from '../../people/server/units.ts'
import type { CauseRow } from '../causeTable.ts'
import type { Summary } from '../contract.ts'
import type { LoopNumbers } from '../loopNumbers.ts'

const carl = { email: 'carl@bakery.example' }

// What an alert counts as: one matter with all that was merged into it, and a promise that was broken once stays broken.

let app: TestApp
let survey: string
beforeAll(async () => {
  app = await testApp()
  await openKelby(app)
  await inOrg(app, tx => createUnit(tx, { key: 'westbay', name: 'Westbay' }))
})
afterAll(moveBack)
afterAll(() => app.close())
beforeEach(async () => {
  survey = await openSurvey(app, 'Service visit')
})

const promise = async (promised: Record<string, unknown>) => openRule(app, survey, { policy: await openPolicy(app, promised) })
const raise = async (person: { email: string } | null = dana, more: object = {}) =>
  (await answer(app, survey, { stars: 1, nps: 2 }, { ...(person && { person: { email: person.email } }), ...more })).alertIds[0]!
const act = async (id: string, what: string, body: object = {}) => {
  const reply = await app.call('POST', `/alerts/${id}/${what}`, body)
  expect(reply.status, reply.text).toBe(201)
}
const call = (id: string) => act(id, 'contacts', { how: 'call', note: 'Sorry' })
const close = (id: string) => act(id, 'resolutions', { outcome: 'put-right' })
const reopen = (id: string) => act(id, 'reopenings', { reason: 'Not settled' })
const get = async <T>(what: string, query = ''): Promise<T> =>
  (await app.call('GET', `/insights/${what}?survey=${survey}${query}`)).body
const alerts = async () => (await get<LoopNumbers>('loop')).alerts

/** Half an hour later, when the promise is broken and the sweep has marked it. */
async function late(id: string, target: string): Promise<void> {
  moveAhead(31 * 60_000)
  for (let i = 0; i < 300; i++) {
    const { rows } = await app.database.pool.query(
      `select 1 from sla_step s join sla_clock c on c.id = s.clock_id where c.subject_id = $1 and c.target = $2 and s.step = 'breach'`,
      [id, target],
    )
    if (rows.length > 0) return
    await new Promise(resolve => setTimeout(resolve, 50))
  }
  throw new Error('The promise was not broken in fifteen seconds.')
}

describe('a broken promise', () => {
  it('stays broken: late, called, closed, reopened, called and closed again in time', async () => {
    await promise({ contact: 30, resolve: 600 })
    const id = await raise()
    await late(id, 'contact')
    expect(await alerts()).toMatchObject({ waiting: 1, overdue: 1, contactDue: 1, contactInTime: 0, resolveDue: 0 })
    await call(id)
    await close(id)
    expect(await alerts()).toMatchObject({
      closed: 1,
      overdue: 0,
      contactDue: 1,
      contactInTime: 0,
      resolveDue: 1,
      resolveInTime: 1,
    })
    // Every clock begins anew, and nothing on it says any more that it was ever late.
    await reopen(id)
    const { rows } = await app.database.pool.query(
      `select breached_at, round from sla_clock where subject_id = $1 and target = 'contact'`,
      [id],
    )
    expect(rows).toEqual([{ breached_at: null, round: 2 }])
    expect(await alerts()).toMatchObject({ waiting: 1, overdue: 0, contactDue: 1, contactInTime: 0, resolveDue: 0 })
    await call(id)
    await close(id)
    const told = await get<LoopNumbers>('loop')
    expect(told.alerts).toMatchObject({ opened: 1, contactDue: 1, contactInTime: 0, resolveDue: 1, resolveInTime: 1 })
    expect(told.closeTheLoop).toMatchObject({ definition: 'close-the-loop@1', score: 0, n: 1 })
    expect(told.closedInTime).toMatchObject({ definition: 'closed-in-time@1', score: 1, n: 1 })
    expect(told.outcomes[0]).toMatchObject({ outcome: 'put-right', n: 1, inTime: { score: 1, n: 1 } })
  })

  it('is not undone by making the alert part of another one, nor by taking others in', async () => {
    const rule = await promise({ contact: 30, resolve: 600 })
    const old = await raise()
    await late(old, 'contact')
    await app.call('PATCH', `/alert-rules/${rule}`, { policy: await openPolicy(app, { contact: 600, resolve: 600 }) })
    const fresh = await raise()
    await act(fresh, 'mergers', { alerts: [old] })
    expect(await alerts()).toMatchObject({ opened: 1, waiting: 1, overdue: 0, promised: 1, contactDue: 1, contactInTime: 0 })
    await call(fresh)
    await close(fresh)
    expect(await alerts()).toMatchObject({ closed: 1, contactDue: 1, contactInTime: 0 })
  })

  it('is also the one to speak with a customer whose alert was closed because nobody reached them', async () => {
    await promise({ contact: 600, resolve: 600 })
    const id = await raise()
    await act(id, 'contacts', { how: 'call', reached: false })
    await act(id, 'resolutions', { outcome: 'not-reached' })
    expect(await alerts()).toMatchObject({ contactDue: 1, contactInTime: 0, resolveDue: 1, resolveInTime: 1 })
  })
})

it('a promise that was kept is undecided again while a reopened alert waits, and no longer kept once it is late then', async () => {
  await promise({ contact: 600, resolve: 600 })
  const id = await raise()
  await call(id)
  await close(id)
  expect(await alerts()).toMatchObject({ contactDue: 1, contactInTime: 1, resolveDue: 1, resolveInTime: 1 })
  await reopen(id)
  expect(await alerts()).toMatchObject({ promised: 1, contactDue: 0, contactInTime: 0, resolveDue: 0 })
  await inOrg(app, tx =>
    tx.query({
      text: `update sla_clock set elapsed_ms = target_ms + 1, next_at = now() - interval '1 second' where subject_id = $1 and target = 'contact'`,
      values: [id],
    }),
  )
  await late(id, 'contact')
  expect(await alerts()).toMatchObject({ overdue: 1, contactDue: 1, contactInTime: 0 })
})

it('units tell what was promised and kept in each, and add up to all', async () => {
  await promise({ contact: 600, resolve: 600 })
  const [first, second] = [await raise(dana, { unit: 'kelby' }), await raise(carl, { unit: 'kelby' })]
  const west = await raise(carl, { unit: 'westbay' })
  for (const id of [first, west]) await call(id)
  await close(first)
  await act(second, 'contacts', { how: 'call', reached: false })
  await act(second, 'resolutions', { outcome: 'not-reached' })
  const told = await get<LoopNumbers>('loop')
  expect(told.units.map(({ name, opened, closed }) => [name, opened, closed])).toEqual([
    ['Northmoor', 2, 2],
    ['Westbay', 1, 0],
  ])
  expect(told.units[0]!.closeTheLoop).toMatchObject({ score: 0.5, n: 2, interval: { method: 'wilson' } })
  expect(told.units[0]!.closedInTime).toMatchObject({ score: 1, n: 2 })
  expect(told.units[1]!.closeTheLoop).toMatchObject({ score: 1, n: 1 })
  expect(told.units[1]!.closedInTime).toEqual({ kind: 'none', n: 0, definition: 'closed-in-time@1' })
  const sum = (of: (unit: LoopNumbers['units'][number]) => number) => told.units.reduce((all, unit) => all + of(unit), 0)
  expect([sum(unit => unit.opened), sum(unit => unit.closed)]).toEqual([told.alerts!.opened, told.alerts!.closed])
  const csv = (await app.call('GET', `/insights/export.csv?survey=${survey}`)).text
  expect(csv).toMatch(/Units,Northmoor,contacted in time,0\.5,.*,2,/)
})

describe('alerts that were merged', () => {
  it('count once, with the causes and the answers of all of them', async () => {
    await openRule(app, survey, {})
    for (const nps of [9, 9, 10]) await answer(app, survey, { stars: 5, nps })
    const [main, part] = [await raise(dana), await raise(dana)]
    const other = await raise(carl)
    await act(part, 'causes', { causes: ['No notice given'] })
    await act(main, 'causes', { causes: ['Call-back not kept'] })
    await act(other, 'causes', { causes: ['Call-back not kept'] })
    const before = await get<CauseRow[]>('causes')
    expect(before.map(({ cause, n, share, impact }) => [cause, n, share, impact!.n])).toEqual([
      ['Call-back not kept', 2, 2 / 3, 2],
      ['No notice given', 1, 1 / 3, 1],
    ])
    await act(main, 'mergers', { alerts: [part] })
    // Two matters, one of them with both causes; all three answers carry what their matter names.
    expect((await get<Summary>('summary')).alerts).toEqual({ opened: 2, waiting: 2, closed: 0, explained: 2 })
    const after = await get<CauseRow[]>('causes')
    expect(after.map(({ cause, n, share, impact }) => [cause, n, share, impact!.n])).toEqual([
      ['Call-back not kept', 2, 1, 3],
      ['No notice given', 1, 1 / 2, 2],
    ])
    const { timeToClose, alerts: now } = await get<LoopNumbers>('loop')
    expect([now!.opened, now!.waiting, 'n' in timeToClose.median && timeToClose.median.n]).toEqual([2, 2, 2])
    await call(main)
    await close(main)
    const closed = await get<LoopNumbers>('loop')
    expect(closed.alerts).toMatchObject({ opened: 2, waiting: 1, closed: 1 })
    expect(closed.outcomes[0]).toMatchObject({ outcome: 'put-right', n: 1 })
    await reopen(main)
    await act(part, 'partings')
    expect((await get<Summary>('summary')).alerts).toEqual({ opened: 3, waiting: 3, closed: 0, explained: 3 })
  })

  it('were spoken about together: whoever was called about one of them was called about all', async () => {
    await openRule(app, survey, {})
    const [main, part] = [await raise(dana), await raise(dana)]
    await act(main, 'mergers', { alerts: [part] })
    await call(main)
    await close(main)
    // Reopened, the alert waits to be called anew; but that it was called is not undone.
    await reopen(main)
    await answer(app, survey, { stars: 5, nps: 9 }, { person: { email: dana.email } })
    const { recovery } = await get<LoopNumbers>('loop')
    // Of Dana's two bad answers the first was followed by the second, before anybody called.
    expect(recovery).toMatchObject({ contacted: { score: 1, n: 1 }, notContacted: { score: 0, n: 1 } })
  })
})

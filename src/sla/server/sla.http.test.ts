import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/app.ts'
import { systemCaller } from '../../kit/caller.ts'
import { newId } from '../../kit/ids.ts'
import type { Tx } from '../../kit/server/db.ts'
import { openLog } from '../../kit/server/log.ts'
import { translator } from '../../kit/translator.ts'
import { readClockStatuses, changeClocks, startClocks } from './clocks.ts'
import { type FiredStep, stepWatchers } from './stepWatchers.ts'
import { SlaSweep } from './slaSweep.ts'

let app: TestApp
const fired: FiredStep[] = []
beforeAll(async () => {
  app = await testApp()
  stepWatchers
    .by({
      subjectType: 'story',
      lock: async (_tx, ids) => new Set(ids),
      fired: async (_tx, steps) => void fired.push(...steps),
    })
    .apply()
})
afterAll(() => app.close())
afterEach(() => void fired.splice(0))

const t = translator('en')
const day = 86_400_000
const always = Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map(d => [d, [['00:00', '24:00']]]))

let n = 0
async function make(path: string, body: object): Promise<string> {
  const reply = await app.call('POST', path, { name: `No ${++n}`, ...body })
  expect(reply.status, reply.text).toBe(201)
  return reply.body.id
}

/** As the product, at a time of one's choosing. */
const at = <T>(time: number, work: (tx: Tx) => Promise<T>): Promise<T> =>
  app.database.inOrg(app.orgId, systemCaller('test'), tx => work(Object.assign(tx, { now: new Date(time) })))

const tales = new Map<string, 'busy' | 'broken'>()
stepWatchers
  .by({
    subjectType: 'tale',
    lock: async (_tx, ids) => new Set(ids.filter(id => tales.get(id) !== 'busy')),
    fired: async (tx, steps) => {
      if (steps.some(step => tales.get(step.subject.id) === 'broken')) throw new Error('as the test wants it')
      tx.afterCommit(() => void fired.push(...steps))
    },
  })
  .apply()

const newSweep = () => new SlaSweep({ database: app.database, log: openLog('error'), everyMs: 1e9 })
const story = () => ({ type: 'story', id: newId() })
const toldOf = async (id: string, time = Date.now()) => (await at(time, tx => readClockStatuses(tx, 'story', [id], t))).get(id)!

it('keeps calendars: hours in a zone, holidays with and without names, special days, a union', async () => {
  const berlin = await make('/calendars', {
    name: 'Berlin',
    tz: 'Europe/Berlin',
    hours: { mon: [['22:00', '06:00']], tue: [['09:00', '24:00']] },
    holidays: ['2026-12-25', { date: '2026-10-03', name: 'Unity Day' }],
    special: { '2026-12-24': [['09:00', '12:00']] },
  })
  const sun = await make('/calendars', { name: 'Sun', union: ['berlin', berlin] })
  const { body } = await app.call('GET', `/calendars/${berlin}`)
  expect(body.holidays).toEqual([
    { date: '2026-10-03', name: 'Unity Day' },
    { date: '2026-12-25', name: '' },
  ])
  expect((await app.call('GET', `/calendars/${sun}`)).body).toMatchObject({ union: [berlin], tz: null })
  const ring = await app.call('PATCH', `/calendars/${berlin}`, { union: ['Sun'] })
  expect(ring.body.errors[0]).toEqual({ path: 'union', message: 'The calendar “Berlin” contains itself.' })
  expect((await app.call('PATCH', `/calendars/${berlin}`, { archived: true })).body.title).toMatch(/used by “Sun”/)
  expect((await app.call('POST', '/calendars', { name: 'berlin', tz: 'UTC' })).body.code).toBe('already_exists')
  expect((await app.call('POST', '/calendars', { name: 'x', tz: 'UTC', hours: { mon: [['9', '17']] } })).status).toBe(400)
})

it('keeps policies: minutes or minutes by priority, a warning, a ladder; what is changed is a new version', async () => {
  const calendar = await make('/calendars', { name: 'Office', tz: 'UTC', hours: always })
  const id = await make('/policies', {
    calendar: 'office',
    acknowledge: 60,
    resolve: { normal: 480, urgent: 120 },
    warn_before_min: 15,
    ladder: [
      { after_min: 120, notify: { person: 'ruth@northwind.example' } },
      { after_min: 0, notify: 'manager' },
    ],
  })
  await app.call('PATCH', `/policies/${id}`, { acknowledge: null, contact: 30 })
  expect((await app.call('GET', `/policies/${id}`)).body).toMatchObject({
    version: 2,
    calendar,
    targets: { contact: 30, resolve: { normal: 480, urgent: 120 } },
    warn_before_min: 15,
    ladder: [{ after_min: 0, notify: 'manager' }, { after_min: 120 }],
  })
  expect((await app.call('POST', '/policies', { name: 'Empty', calendar })).status).toBe(400)
  expect((await app.call('POST', '/policies', { name: 'x', calendar: 'nowhere', resolve: 5 })).body.errors[0].path).toBe(
    'calendar',
  )
})

it('warns, tells of the breach and climbs the ladder, each once, on two nodes, and stops when the promise is kept', async () => {
  const calendar = await make('/calendars', { tz: 'UTC', hours: always })
  const ladder = [
    { after_min: 0, notify: 'manager' },
    { after_min: 30, notify: 'owner' },
    { after_min: 60, notify: 'skip' },
  ]
  const policy = await make('/policies', { calendar, acknowledge: 60, contact: 100_000, warn_before_min: 15, ladder })
  const subjects = Array.from({ length: 20 }, story)
  for (const subject of subjects) {
    await at(Date.now() - 95 * 60_000, tx => startClocks(tx, subject, policy, { begin: ['acknowledge', 'contact'] }))
  }
  const [one, two] = [newSweep(), newSweep()]
  const bothRun = () => Promise.all([one.run(), two.run()])
  // The product sweeps as well: what it has in hand is told a little later.
  await expect.poll(() => bothRun().then(() => fired.length)).toBe(20 * 3)
  await bothRun()
  expect(fired).toHaveLength(20 * 3)
  const mine = fired.filter(step => step.subject.id === subjects[0]!.id)
  // Whoever is late already needs no warning; the last rung is not reached yet.
  expect(mine.map(({ kind, notify }) => [kind, notify])).toEqual([
    ['breach', 'owner'],
    ['escalation', 'manager'],
    ['reminder', 'owner'],
  ])
  await at(Date.now(), tx => changeClocks(tx, subjects[0]!, { fulfil: ['acknowledge'] }))
  expect((await toldOf(subjects[0]!.id))[0]).toMatchObject({ target: 'acknowledge', state: 'breached' })
  const { body } = await app.call('GET', `/activity?subject=${subjects[0]!.id}`)
  expect(body.items.map((item: { verb: string }) => item.verb)).toEqual([
    'promise.reminder',
    'promise.escalation',
    'promise.breach',
  ])
})

it('fires everything else when one step fails or somebody has its subject in hand, and those two later', async () => {
  const calendar = await make('/calendars', { tz: 'UTC', hours: always })
  const policy = await make('/policies', { calendar, resolve: 30 })
  const subjects = Array.from({ length: 120 }, () => ({ type: 'tale', id: newId() }))
  const [broken, busy] = [subjects[3]!.id, subjects[4]!.id]
  tales.set(broken, 'broken').set(busy, 'busy')
  for (const subject of subjects)
    await at(Date.now() - 40 * 60_000, tx => startClocks(tx, subject, policy, { begin: ['resolve'] }))
  const told = () => new Set(fired.map(step => step.subject.id))
  const sweepUntil = (n: number) =>
    expect
      .poll(() =>
        newSweep()
          .run()
          .then(() => told().size),
      )
      .toBe(n)
  await sweepUntil(118)
  expect([broken, busy].filter(id => told().has(id))).toEqual([])
  await expect.poll(async () => ((await nextOf(broken)) as Date).getTime()).toBeGreaterThan(Date.now() + 50_000)
  tales.clear()
  await sweepUntil(119)
  await app.database.pool.query(`update sla_clock set next_at = now() - interval '1 second' where subject_id = $1`, [broken])
  await sweepUntil(120)
  expect(fired).toHaveLength(120)
  const { body } = await app.call('GET', `/activity?subject=${broken}`)
  expect(body.items.map((item: { verb: string }) => item.verb)).toEqual(['promise.breach'])
})

it('keeps what has elapsed when a calendar is edited while clocks run, and plans them anew', async () => {
  const calendar = await make('/calendars', { tz: 'UTC', hours: always })
  const policy = await make('/policies', { calendar, resolve: 120 })
  const subject = story()
  const start = Date.now() - 30 * 60_000
  await at(start, tx => startClocks(tx, subject, policy, { begin: ['resolve'] }))
  expect((await toldOf(subject.id))[0]!.dueAt).toEqual(new Date(start + 120 * 60_000))
  await app.call('PATCH', `/calendars/${calendar}`, { hours: {} })
  await expect.poll(() => nextOf(subject.id), { timeout: 8_000 }).toBeNull()
  const [closed] = await toldOf(subject.id, Date.now() + day)
  expect(closed).toMatchObject({ state: 'running', dueAt: null })
  expect(Math.round(closed!.elapsed / 60_000)).toBe(30)
  expect(closed!.explanation.text).toMatch(/never due/)
  await app.call('PATCH', `/calendars/${calendar}`, { hours: always })
  await expect.poll(() => nextOf(subject.id), { timeout: 8_000 }).not.toBeNull()
  expect(Math.abs((await toldOf(subject.id))[0]!.dueAt!.getTime() - (Date.now() + 90 * 60_000))).toBeLessThan(20_000)
})

it('breaks a promise at the instant of an edit that leaves no time, and pauses for the customer', async () => {
  const calendar = await make('/calendars', { tz: 'UTC', hours: always })
  const policy = await make('/policies', { calendar, contact: { normal: 480, urgent: 20 }, resolve: 240 })
  const subject = story()
  const start = Date.now() - 60 * 60_000
  await at(start, tx => startClocks(tx, subject, policy, { begin: ['contact', 'resolve'] }))
  await at(start + 10 * 60_000, tx => changeClocks(tx, subject, { pause: ['resolve'] }))
  await at(start + 30 * 60_000, tx => changeClocks(tx, subject, { priority: 'urgent' }))
  const [contact, resolve] = await toldOf(subject.id)
  expect(contact).toMatchObject({ state: 'breached', dueAt: new Date(start + 30 * 60_000) })
  expect(resolve).toMatchObject({ state: 'paused', elapsed: 10 * 60_000, dueAt: null })
  await at(start + 40 * 60_000, tx => changeClocks(tx, subject, { resume: ['resolve'] }))
  expect((await toldOf(subject.id))[1]).toMatchObject({ state: 'running', dueAt: new Date(start + 270 * 60_000) })
  await newSweep().run()
  expect(fired.map(step => [step.target, step.kind])).toEqual([['contact', 'breach']])
})

it('acts on running clocks when a policy is changed', async () => {
  const calendar = await make('/calendars', { tz: 'UTC', hours: always })
  const policy = await make('/policies', { calendar, resolve: 600 })
  const subject = story()
  await at(Date.now() - 60 * 60_000, tx => startClocks(tx, subject, policy, { begin: ['resolve'] }))
  const before = Date.now()
  await app.call('PATCH', `/policies/${policy}`, { resolve: 30 })
  const [clock] = await toldOf(subject.id, Date.now() + 1000)
  expect(clock!.state).toBe('breached')
  expect(clock!.dueAt!.getTime()).toBeGreaterThanOrEqual(before)
})

it('stays with the hours it was handed over to when only the targets of its policy change', async () => {
  const here = await make('/calendars', { tz: 'UTC', hours: {} })
  const there = await make('/calendars', { name: 'There', tz: 'UTC', hours: always })
  const nowhere = await make('/calendars', { tz: 'UTC', hours: {} })
  const policy = await make('/policies', { calendar: here, resolve: 600 })
  const subject = story()
  await at(Date.now() - 60 * 60_000, tx => startClocks(tx, subject, policy, { begin: ['resolve'] }))
  await at(Date.now() - 50 * 60_000, tx => changeClocks(tx, subject, { calendarId: there }))
  await app.call('PATCH', `/policies/${policy}`, { resolve: 300 })
  const later = Date.now() + 60 * 60_000
  const [clock] = await toldOf(subject.id, later)
  expect([clock!.calendar, Math.round(clock!.elapsed / 60_000)]).toEqual(['There', 110])
  await app.call('PATCH', `/policies/${policy}`, { calendar: nowhere })
  expect((await toldOf(subject.id, later))[0]!.dueAt).toBeNull()
})

async function nextOf(id: string): Promise<unknown> {
  return at(Date.now(), async tx => {
    const { rows } = await tx.query({ text: 'select next_at from sla_clock where subject_id = $1', values: [id] })
    return rows[0]!['next_at']
  })
}

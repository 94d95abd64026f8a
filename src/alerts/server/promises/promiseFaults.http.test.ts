import { afterEach, beforeEach, expect, it } from 'vitest'
import { owner, type TestApp, testApp } from '../../../../test/app.ts'
import { dana, mira, omar } from '../../../../test/cast.ts'
import { answer, inOrg, type Kelby, openKelby } from '../../../../test/kelby.ts'
import { openPolicy, openRule } from '../../../../test/promises.ts'
import { catchUp } from '../../../../test/rest.ts'
import { moveAhead, moveBack } from '../../../../test/time.ts'

// What goes wrong around promises that run: each is handled, and the alert says in words what happened.

let app: TestApp
let at: Kelby
beforeEach(async () => {
  app = await testApp()
  at = await openKelby(app)
})
afterEach(() => {
  moveBack()
  return app.close()
})

const minutes = (n: number) => n * 60_000
const always = Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map(day => [day, [['00:00', '24:00']]]))
const alertOf = async (id: string) => (await app.call('GET', `/alerts/${id}`)).body
const raised = async (policy: string) => {
  await openRule(app, at.survey, { policy })
  return (await answer(app, at.survey, { stars: 1, why: 'Late again.' }, { person: { email: dana.email } })).alertIds[0]!
}
// biome-ignore lint: a test says what it expects of an alert
const once = async (id: string, ready: (alert: any) => boolean) => {
  for (let i = 0; i < 300; i++) {
    await catchUp(app)
    const alert = await alertOf(id)
    if (ready(alert)) return alert
    await new Promise(resolve => setTimeout(resolve, 50))
  }
  throw new Error('it did not come to that')
}

/** Removes somebody who was a member, as an administrator does. */
async function leaves(person: string, email: string): Promise<void> {
  const { body } = await app.call('POST', '/members', { email, role: 'manager' })
  await inOrg(app, async tx => {
    await tx.query({ text: 'update person set user_id = $2 where id = $1', values: [person, body.userId] })
    await tx.query({ text: 'update membership set accepted_at = now() where user_id = $1', values: [body.userId] })
  })
  expect((await app.call('DELETE', `/members/${body.userId}`)).status).toBeLessThan(300)
}

/** Days until the clocks of Berlin are moved next. */
function daysToMovedClocks(): number {
  const offset = (day: number) =>
    new Intl.DateTimeFormat('en', { timeZone: 'Europe/Berlin', timeZoneName: 'longOffset' }).format(Date.now() + day * 86_400_000)
  const zone = (day: number) => offset(day).slice(-9)
  for (let day = 1; ; day++) if (zone(day) !== zone(0)) return day
}

it('clocks that are moved change no length: a promise over that night is due when so much time has really passed', async () => {
  const berlin = await app.call('POST', '/calendars', { name: 'Berlin', tz: 'Europe/Berlin', hours: always })
  const minutes = (daysToMovedClocks() + 1) * 1440
  const made = await app.call('POST', '/policies', { name: 'Long', calendar: berlin.body.id, resolve: minutes })
  const { clocks, openedAt } = await alertOf(await raised(made.body.id))
  expect(Date.parse(clocks[0].dueAt) - Date.parse(openedAt)).toBe(minutes * 60_000)
  expect(clocks[0].explanation).toMatch(/\(clocks go (forward|back) 1.h\) → due /)
})

it('a calendar or a policy that is edited says so in the reason, from when on, and keeps what was used', async () => {
  const calendar = await app.call('POST', '/calendars', { name: 'Kelby', tz: 'UTC', hours: always })
  const policy = await app.call('POST', '/policies', { name: 'Visits', calendar: calendar.body.id, resolve: 600 })
  const id = await raised(policy.body.id)
  expect((await app.call('PATCH', `/policies/${policy.body.id}`, { resolve: 120 })).status).toBe(200)
  expect((await alertOf(id)).clocks[0].explanation).toMatch(/^10.h promised; (?:.*; )?2.h promised from \w+ \d\d:\d\d; .* → due /)
  expect((await app.call('PATCH', `/calendars/${calendar.body.id}`, { hours: {} })).status).toBe(200)
  expect((await alertOf(id)).clocks[0].explanation).toMatch(
    /2.h promised from .*; other working hours from \w+ \d\d:\d\d → never due: the calendar does not open/,
  )
  // Another name is no other hours.
  await app.call('PATCH', `/calendars/${calendar.body.id}`, { name: 'Kelby depot' })
  expect((await alertOf(id)).clocks[0].explanation.match(/other working hours/g)).toHaveLength(1)
})

it('a manager who has left is not asked to see to it: the path says so, and the rules page that alerts fall to the owner', async () => {
  await leaves(at.mira, mira.email)
  const ladder = [{ after_min: 0, notify: 'manager' }]
  const id = await raised(await openPolicy(app, { acknowledge: 30, ladder }))
  moveAhead(minutes(31))
  const { path, overseers } = await once(id, alert => alert.overseers.length > 0)
  expect(overseers.map((one: { email: string }) => one.email)).toEqual([owner.email])
  expect(path.slice(1)).toEqual([
    'Not acknowledged in time',
    'Mira Lindqvist, manager of Northmoor, is asked to see to it',
    'Mira Lindqvist has left',
    'Olga Owner, owner of the organisation, is asked to see to it',
  ])
  const gaps = async () => (await app.call('GET', '/alert-rules/gaps')).body.items
  await expect.poll(async () => (await gaps()).length, { timeout: 10_000 }).toBe(1)
  expect((await gaps())[0]).toMatchObject({
    unit: { key: 'northmoor' },
    path: expect.arrayContaining(['Mira Lindqvist has left']),
  })
  expect(
    (await app.call('POST', `/alerts/${id}/escalations`, { to: mira.email, reason: 'Please.' })).body.errors[0].message,
  ).toBe('Mira Lindqvist has left. Choose somebody who is here.')
})

it('who hands an alert up while the manager above is on holiday reaches who stands in', async () => {
  const priya = await app.call('POST', '/people', { name: 'Priya Nair', email: 'priya@northwind.example', kind: 'staff' })
  const [from, to] = [new Date(Date.now() - 3_600_000), new Date(Date.now() + 86_400_000)].map(day => day.toISOString())
  await app.call('POST', `/people/${at.mira}/absences`, { from, to, delegate: priya.body.id })
  const id = await raised(await openPolicy(app, { acknowledge: 600 }))
  expect((await app.call('POST', `/alerts/${id}/escalations`, { to: 'skip', reason: 'Too big for me.' })).status).toBe(201)
  expect((await alertOf(id)).owner.email).toBe('priya@northwind.example')
})

it('a unit that is closed hands its alerts up with their clocks: what was used stays used, and who is above is asked next', async () => {
  const ladder = [{ after_min: 0, notify: 'manager' }]
  const id = await raised(await openPolicy(app, { acknowledge: 30, resolve: 600, ladder }))
  const before = await alertOf(id)
  expect((await app.call('POST', `/units/${at.kelby}/closing`, {})).status).toBeLessThan(300)
  moveAhead(4_000)
  const moved = await once(id, alert => alert.owner.email !== omar.email)
  expect(moved.clocks[1].dueAt).toBe(before.clocks[1].dueAt)
  moveAhead(minutes(31))
  const { path } = await once(id, alert => alert.overseers.length > 0)
  expect(path).toEqual([
    'Omar Haddad, manager of Kelby',
    'Routed again, because Omar Haddad does not manage it any more',
    'Kelby is closed',
    'Mira Lindqvist, manager of Northmoor',
    'Not acknowledged in time',
    'Olga Owner, owner of the organisation, is asked to see to it',
  ])
})

it('an import cannot make anybody stand below themselves: the lines say why, and escalations still end', async () => {
  const units = await app.call('POST', '/units/import', 'unit,parent,name\nx,y,X\ny,x,Y\n')
  expect(units.body.skipped.map((one: { reason: string }) => one.reason)).toEqual([
    'it would stand below itself: x → y → x (lines 2, 3)',
    'it would stand below itself: x → y → x (lines 2, 3)',
  ])
  const people = await app.call(
    'POST',
    '/people/import',
    `email,name,kind,manager_email\n${omar.email},Omar Haddad,staff,${mira.email}\n${mira.email},Mira Lindqvist,staff,${omar.email}\n`,
  )
  expect(people.body.skipped.length, people.text).toBeGreaterThan(0)
  for (const { reason } of people.body.skipped) expect(reason).toMatch(/would report to themselves|below|→/)
  const ladder = [
    { after_min: 0, notify: 'manager' },
    { after_min: 10, notify: 'skip' },
  ]
  const id = await raised(await openPolicy(app, { acknowledge: 30, ladder }))
  moveAhead(minutes(45))
  const { overseers } = await once(id, alert => alert.overseers.length > 1)
  expect(overseers.map((one: { email: string }) => one.email)).toEqual([mira.email, owner.email])
})

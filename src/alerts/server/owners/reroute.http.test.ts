import { afterEach, beforeEach, expect, it } from 'vitest'
import { owner, type TestApp, testApp } from '../../../../test/app.ts'
import { mira, omar } from '../../../../test/cast.ts'
import { answer, inOrg, type Kelby, openKelby } from '../../../../test/kelby.ts'
import { openRule } from '../../../../test/promises.ts'
import { catchUp, untilAtRest } from '../../../../test/rest.ts'
import { moveAhead, moveBack } from '../../../../test/time.ts'
import { findOrCreatePerson } from '../../../people/server/person/persons.ts'
import type { RouteStep } from '../../../routing/route.ts'

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

const hour = 3_600_000
const raised = async (route: RouteStep[] = [{ to: 'unit-manager' }]) => {
  await openRule(app, at.survey, { route })
  return (await answer(app, at.survey, { stars: 1, why: 'Late again.' })).alertIds[0]!
}
const alertOf = async (id: string) => (await app.call('GET', `/alerts/${id}`)).body
const staff = (name: string, email: string) =>
  inOrg(app, async tx => (await findOrCreatePerson(tx, { name, email, kind: 'staff' })).id)

/** The alert once somebody else has it. Changes are gathered for some seconds, which have passed. */
async function passedOn(id: string) {
  moveAhead(4_000)
  for (let i = 0; i < 300; i++) {
    await catchUp(app)
    const alert = await alertOf(id)
    if (alert.owner.email !== omar.email && alert.owner.name) return alert
    await new Promise(resolve => setTimeout(resolve, 50))
  }
  throw new Error('nobody else has it')
}

const told = async (id: string) => {
  const { rows } = await app.database.pool.query<{ payload: { subject: string } }>(
    `select payload from outbox where key like $1`,
    [`%alert ${id} routed%`],
  )
  return rows.map(({ payload }) => payload.subject)
}

it('whoever manages Kelby next takes what waits there', async () => {
  const id = await raised()
  const priya = await staff('Priya Nair', 'priya@northwind.example')
  expect((await app.call('PUT', `/units/${at.kelby}/managers`, { people: [priya] })).status).toBe(200)
  const alert = await passedOn(id)
  expect(alert.owner.id).toBe(priya)
  expect(alert.path).toEqual([
    'Omar Haddad, manager of Kelby',
    'Routed again, because Omar Haddad does not manage it any more',
    'Priya Nair, manager of Kelby',
  ])
  expect(await told(id)).toEqual(['In place of Omar Haddad: A customer answered 1 of 5, Kelby'])
})

it('a closed unit leaves it to the manager above', async () => {
  const id = await raised()
  const closed = await app.call('POST', `/units/${at.kelby}/closing`, {})
  expect([200, 201], closed.text).toContain(closed.status)
  const alert = await passedOn(id)
  expect(alert.owner.email).toBe(mira.email)
  expect(alert.path.slice(-2)).toEqual(['Kelby is closed', 'Mira Lindqvist, manager of Northmoor'])
})

it('who is erased leaves no name, and no alert behind', async () => {
  const id = await raised()
  expect((await app.call('POST', `/people/${at.omar}/erasure`, {})).status).toBeLessThan(300)
  const alert = await passedOn(id)
  expect(alert.owner.email).toBe(mira.email)
  expect(alert.path).toContain('Routed again, because its owner has left')
  expect(JSON.stringify(alert)).not.toContain('Omar')
})

it('who is no member any more is not waited for, though the directory still has them', async () => {
  const { body } = await app.call('POST', '/members', { email: omar.email, role: 'manager' })
  const userId: string = body.userId
  await inOrg(app, async tx => {
    await tx.query({ text: 'update person set user_id = $2 where id = $1', values: [at.omar, userId] })
    await tx.query({ text: 'update membership set accepted_at = now() where user_id = $1', values: [userId] })
  })
  const id = await raised()
  expect((await alertOf(id)).owner.email).toBe(omar.email)
  expect((await app.call('DELETE', `/members/${userId}`)).status).toBeLessThan(300)
  const alert = await passedOn(id)
  expect(alert.owner.email).toBe(mira.email)
  expect(alert.path).toContain('Routed again, because Omar Haddad has left')
  const next = (await answer(app, at.survey, { stars: 1 })).alertIds[0]!
  expect((await alertOf(next)).path).toEqual([
    'Omar Haddad, manager of Kelby',
    'Omar Haddad has left',
    'Mira Lindqvist, manager of Northmoor',
  ])
})

it('a delegate takes it over when the owner goes away, at that moment', async () => {
  const id = await raised()
  const [from, to] = [new Date(Date.now() + hour), new Date(Date.now() + 24 * hour)]
  const absence = { from: from.toISOString(), to: to.toISOString(), delegate: at.mira }
  expect((await app.call('POST', `/people/${at.omar}/absences`, absence)).status).toBe(201)
  moveAhead(hour - 60_000)
  await catchUp(app)
  await untilAtRest(app)
  expect((await alertOf(id)).owner.email).toBe(omar.email)
  moveAhead(60_000)
  const alert = await passedOn(id)
  expect(alert.owner.email).toBe(mira.email)
  expect(alert.path.slice(1)).toEqual([
    'Routed again, because Omar Haddad is away',
    expect.stringMatching(/^Omar Haddad is away until /),
    'Mira Lindqvist stands in',
  ])
})

it('a rule that names somebody who leaves comes to the owner of the organisation', async () => {
  const id = await raised([{ to: 'person', email: omar.email }])
  expect((await app.call('POST', `/people/${at.omar}/erasure`, {})).status).toBeLessThan(300)
  expect((await passedOn(id)).owner.name).toBe(owner.name)
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { roles } from '../../src/accounts/permissions.ts'
import { type TestApp, testApp } from '../app.ts'
import { fill, type Operation, operationsOf } from './openapi.ts'
import { populate, secretWords } from './world.ts'

let app: TestApp
let operations: Operation[]
/** Ids of the organisation that is attacked. */
let theirs: Set<string>
/** A key of the attacking organisation for each role. */
const keys = new Map<string, string | null>([['nobody', null]])

beforeAll(async () => {
  // An attacker who is told to come back later learns nothing, and proves nothing.
  app = await testApp({ env: { RATE_LIMIT: '100000' } })
  theirs = await populate(app, app.key)
  theirs.add(app.orgId).add(app.ownerId)
  const other = await app.call('POST', '/orgs', { org: 'Rival', name: 'Rita Rival', email: 'rita@rival.example' })
  expect(other.status).toBe(201)
  keys.set('owner of the other', other.body.apiKey)
  // An owner may make every call that another role may; what a lesser role alone could do is tried where there is time for it.
  for (const role of roles.filter(role => role !== 'owner' && (process.env['TEST_ALL'] || role === 'viewer'))) {
    const made = await app.call('POST', '/api-keys', { name: role, role }, { key: other.body.apiKey })
    expect(made.status).toBe(201)
    keys.set(role, made.body.apiKey)
  }
  operations = (await operationsOf(app)).operations
})

afterAll(() => app.close())

describe('another organisation', () => {
  test('has enough calls and ids to be worth attacking', () => {
    expect(operations.length).toBeGreaterThan(60)
    expect(theirs.size).toBeGreaterThan(15)
    expect(operations.filter(o => o.access === 'unknown').map(o => o.id)).toEqual([])
  })

  test('learns nothing from any call, in any role, with any of our ids', async () => {
    const wrong: string[] = []
    const attack = async (role: string, key: string | null, operation: Operation) => {
      for (const shot of shotsAt(operation)) {
        const reply = await app.call(operation.method, shot.path, shot.body, {
          key,
          ...(operation.bodyType && { type: operation.bodyType }),
        })
        const leaked = secretWords.filter(word => reply.text.includes(word))
        if (reply.status >= 500 || leaked.length)
          wrong.push(
            `${role}: ${operation.method} ${shot.path} → ${reply.status} ${leaked.join(' ')} ${reply.text.slice(0, 160)}`,
          )
        if (shot.usesTheirs && reply.status < 300 && operation.access !== 'public')
          wrong.push(`${role}: ${operation.method} ${shot.path} → ${reply.status} ${reply.text.slice(0, 160)}`)
        if (key && reply.status === 401 && operation.access.includes('.')) wrong.push(`${role} is locked out of ${shot.path}`)
        // Who may not make the call at all is turned away before the path is looked at: with one id as with another.
        if (reply.status === 401 || /Your role does not allow this|Only the operator/.test(reply.text)) return
      }
    }
    const shots = [...keys].flatMap(([role, key]) => operations.map(operation => () => attack(role, key, operation)))
    // Side by side: while the database thinks about one, the next is asked.
    const lane = async () => {
      for (let shoot = shots.shift(); shoot; shoot = shots.shift()) await shoot()
    }
    await Promise.all(Array.from({ length: 4 }, lane))
    expect(wrong).toEqual([])
  }, 300_000)

  test('has changed nothing: our data is as it was', async () => {
    const people = await app.call('GET', '/people')
    expect(people.text).toContain('Whitlock')
    const alerts = await app.call('GET', '/alerts')
    expect(alerts.body.items).toHaveLength(1)
    expect(alerts.body.items[0].state).toBe('open')
  })
})

test('nobody without a key gets anything from a call that is not public', async () => {
  const wrong: string[] = []
  for (const operation of operations.filter(o => o.access !== 'public')) {
    const path = fill(operation.path, () => [...theirs][0]!)
    const reply = await app.call(operation.method, path, operation.method === 'GET' ? undefined : {}, { key: null })
    if (reply.status !== 401) wrong.push(`${operation.method} ${path} → ${reply.status}`)
  }
  expect(wrong).toEqual([])
})

/** The call with each of our ids in its path; those without parameters once, with an empty body. */
function shotsAt(operation: Operation): { path: string; body: unknown; usesTheirs: boolean }[] {
  const body =
    operation.method === 'GET' || operation.method === 'DELETE'
      ? undefined
      : operation.bodyType && operation.bodyType !== 'application/json'
        ? 'a,b\n1,2'
        : {}
  if (!operation.path.includes('{')) {
    // Signing out, leaving or deleting oneself would only end the attacker's own key.
    return [{ path: operation.path, body, usesTheirs: false }]
  }
  return [...theirs].map(id => ({ path: fill(operation.path, () => id), body, usesTheirs: true }))
}

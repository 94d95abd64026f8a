import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApp, testApp } from '../app.ts'
import { shotAt } from './fuzz.ts'
import { type Operation, operationsOf, type Schema } from './openapi.ts'
import { populate } from './world.ts'

const REQUESTS = process.env['TEST_ALL'] ? 10_000 : 4_000
// These end the session that asks, or the organisation itself.
const ending = new Set(['deleteOrg', 'suspendOrg', 'leaveOrg'])

let app: TestApp
let operations: Operation[]
let schemas: Record<string, Schema>
let known: string[]

beforeAll(async () => {
  app = await testApp({ env: { RATE_LIMIT: '100000' } })
  const ids = await populate(app, app.key)
  // A lucky shot at our own key would end the attack.
  const keys = await app.call('GET', '/api-keys')
  for (const { id } of keys.body.items) ids.delete(id)
  known = [...ids]
  const document = await operationsOf(app)
  operations = document.operations.filter(o => !ending.has(o.id))
  schemas = document.schemas
})

afterAll(() => app.close())

test(`${REQUESTS} requests made from the schemas never make the server fail`, async () => {
  // Each call gets its share.
  const each = Math.ceil(REQUESTS / operations.length)
  const failures: string[] = []
  const statuses = new Map<number, number>()
  let lockedOut = 0
  for (const operation of operations) {
    for (const shot of fc.sample(shotAt(operation, schemas, known), { numRuns: each, seed: 20261122 })) {
      const reply = await app.call(shot.method, shot.path, shot.body, shot.type ? { type: shot.type } : {})
      statuses.set(reply.status, (statuses.get(reply.status) ?? 0) + 1)
      if (reply.status === 401 && operation.access.includes('.')) lockedOut++
      if (reply.status >= 500)
        failures.push(`${shot.method} ${shot.path} ${JSON.stringify(shot.body)?.slice(0, 300)} → ${reply.text.slice(0, 200)}`)
    }
  }
  const total = [...statuses.values()].reduce((a, b) => a + b, 0)
  expect(total).toBeGreaterThanOrEqual(REQUESTS)
  expect([...new Set(failures)].slice(0, 20)).toEqual([])
  // A fuzzer that never gets in proves nothing.
  expect(lockedOut).toBe(0)
  const accepted = [...statuses].filter(([status]) => status < 300).reduce((sum, [, n]) => sum + n, 0)
  expect(accepted).toBeGreaterThan(REQUESTS / 20)
}, 600_000)

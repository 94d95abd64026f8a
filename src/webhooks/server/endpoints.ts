import { record } from '../../activity/server/record.ts'
import { AppError, badInput, notFound } from '../../kit/errors.ts'
import { newId } from '../../kit/ids.ts'
import type { Tx } from '../../kit/server/db.ts'
import { announce } from '../../kit/server/live.ts'
import { isDemo } from '../../accounts/server/orgStore.ts'
import { testKind } from '../webhookPayload.ts'
import { insertTest, sendAgain } from './deliveryStore.ts'
import {
  countEndpoints,
  deleteEndpoint,
  type EndpointFacts,
  insertEndpoint,
  lockEndpoint,
  saveEndpoint,
  saveRotation,
} from './endpointStore.ts'
import { beginToFollow } from './followStore.ts'
import { checkUrl } from './checkUrl.ts'
import { newSecret } from './sign.ts'

const MOST = 20
const OVERLAP_MS = 24 * 3_600_000

export async function createEndpoint(tx: Tx, facts: EndpointFacts): Promise<string> {
  refuseUnitLimitedCaller(tx)
  if (await isDemo(tx))
    throw new AppError('not_allowed_now', 'The demo organisation reports to nobody. Create your own organisation first.')
  if ((await countEndpoints(tx)) >= MOST)
    throw new AppError('not_allowed_now', `There are ${MOST} webhooks already. Remove one first.`)
  checkUrl(facts.url)
  await beginToFollow(tx)
  const id = await insertEndpoint(tx, facts, newSecret())
  await record(tx, 'webhook.created', { type: 'webhook', id }, { name: facts.name, url: facts.url, kinds: facts.kinds })
  announce(tx, 'webhooks', id)
  return id
}

export async function changeEndpoint(
  tx: Tx,
  id: string,
  change: Partial<EndpointFacts> & { on?: boolean | undefined },
): Promise<void> {
  refuseUnitLimitedCaller(tx)
  const before = await locked(tx, id)
  const { on, ...facts } = change
  if (facts.url !== undefined) checkUrl(facts.url)
  const changed = Object.entries(facts).filter(([key, to]) => to !== undefined && !same(before[key as keyof EndpointFacts], to))
  if (changed.length > 0) {
    await saveEndpoint(tx, id, Object.fromEntries(changed))
    const told = changed.map(([key, to]) => [key, { from: before[key as keyof EndpointFacts], to }])
    await record(tx, 'webhook.changed', { type: 'webhook', id }, { name: facts.name ?? before.name, ...Object.fromEntries(told) })
  }
  if (on !== undefined && on !== (before.state === 'on')) await switchTo(tx, id, before.name, on)
  announce(tx, 'webhooks', id)
}

async function switchTo(tx: Tx, id: string, name: string, on: boolean): Promise<void> {
  // What happened while it was off stays unsaid: nobody wants last month's events at once.
  if (on) await beginToFollow(tx)
  await saveEndpoint(tx, id, on ? { state: 'on', since: tx.now, failing_since: null, rest_until: null } : { state: 'off' })
  await record(tx, on ? 'webhook.switched_on' : 'webhook.switched_off', { type: 'webhook', id }, { name })
}

export async function removeEndpoint(tx: Tx, id: string): Promise<void> {
  refuseUnitLimitedCaller(tx)
  const { name, url } = await locked(tx, id)
  await deleteEndpoint(tx, id)
  await record(tx, 'webhook.removed', { type: 'webhook', id }, { name, url })
  announce(tx, 'webhooks', id)
}

export async function rotateSecret(tx: Tx, id: string): Promise<Date> {
  refuseUnitLimitedCaller(tx)
  const { name } = await locked(tx, id)
  const until = new Date(tx.now.getTime() + OVERLAP_MS)
  await saveRotation(tx, id, newSecret(), until)
  await record(tx, 'webhook.secret_rotated', { type: 'webhook', id }, { name })
  announce(tx, 'webhooks', id)
  return until
}

export async function testEndpoint(tx: Tx, id: string): Promise<string> {
  refuseUnitLimitedCaller(tx)
  const { state } = await locked(tx, id)
  refuseUnlessOn(state)
  const event = newId()
  await insertTest(tx, id, event, testKind)
  // Somebody is looking: it does not wait for an earlier trouble to pass.
  await saveEndpoint(tx, id, { rest_until: null })
  return event
}

export async function resend(tx: Tx, id: string, event: string): Promise<void> {
  refuseUnitLimitedCaller(tx)
  const { state } = await locked(tx, id)
  refuseUnlessOn(state)
  if (!(await sendAgain(tx, id, event))) throw notFound('message that could be sent again')
  await saveEndpoint(tx, id, { rest_until: null })
  announce(tx, 'webhooks', id)
}

async function locked(tx: Tx, id: string) {
  const endpoint = await lockEndpoint(tx, id)
  if (!endpoint) throw notFound('webhook')
  return endpoint
}

/** Refuses callers who are limited to units: an endpoint receives events of the whole organisation. */
export function refuseUnitLimitedCaller(tx: Tx): void {
  if (tx.caller.units)
    throw new AppError('forbidden', 'Webhooks tell of every unit, and you see only some. Ask somebody who sees all of them.')
}

function refuseUnlessOn(state: string): void {
  if (state !== 'on') throw badInput('state', 'This webhook is switched off. Switch it on first.')
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

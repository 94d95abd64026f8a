import { ok } from '../../kit/contract.ts'
import { notFound } from '../../kit/errors.ts'
import { implement } from '../../kit/server/http/implement.ts'
import { type Delivery, type DeliveryState, type Endpoint, webhooksContract } from '../webhookContract.ts'
import { bodyOf, testBody, testKind } from '../webhookPayload.ts'
import { findDelivery, listDeliveries, readHappened } from './deliveryStore.ts'
import {
  changeEndpoint,
  createEndpoint,
  refuseUnitLimitedCaller,
  removeEndpoint,
  resend,
  rotateSecret,
  testEndpoint,
} from './endpoints.ts'
import { findEndpoint, listEndpoints, readSecrets } from './endpointStore.ts'

export const webhooksRoutes = implement(webhooksContract, {
  async listWebhooks(tx, { query }) {
    refuseUnitLimitedCaller(tx)
    const page = await listEndpoints(tx, query.limit, query.cursor)
    return { ...page, items: page.items.map(toldEndpoint) }
  },
  createWebhook: async (tx, { body }) => ({ id: await createEndpoint(tx, body) }),
  async getWebhook(tx, { params }) {
    refuseUnitLimitedCaller(tx)
    const row = await findEndpoint(tx, params.id)
    if (!row) throw notFound('webhook')
    return toldEndpoint(row)
  },
  changeWebhook: async (tx, { params, body }) => (await changeEndpoint(tx, params.id, body), ok),
  removeWebhook: async (tx, { params }) => (await removeEndpoint(tx, params.id), ok),
  async webhookSecrets(tx, { params }) {
    refuseUnitLimitedCaller(tx)
    const found = await readSecrets(tx, params.id)
    if (!found) throw notFound('webhook')
    const { secret, former } = found
    return { secret, former: former && { secret: former.secret, until: former.until.toISOString() } }
  },
  rotateWebhookSecret: async (tx, { params }) => ({ until: (await rotateSecret(tx, params.id)).toISOString() }),
  testWebhook: async (tx, { params }) => ({ event: await testEndpoint(tx, params.id) }),
  async listWebhookDeliveries(tx, { params, query }) {
    refuseUnitLimitedCaller(tx)
    if (!(await findEndpoint(tx, params.id))) throw notFound('webhook')
    const page = await listDeliveries(tx, params.id, query)
    return { ...page, items: page.items.map(toldDelivery) }
  },
  async getWebhookDelivery(tx, { params }) {
    refuseUnitLimitedCaller(tx)
    const row = await findDelivery(tx, params.id, params.event)
    if (!row) throw notFound('message')
    const happened = row.kind === testKind ? undefined : (await readHappened(tx, [row.event_id])).get(row.event_id)
    const body = happened ? bodyOf(happened, tx.org) : testBody(row.event_id, row.created_at, tx.org)
    return { ...toldDelivery(row), body, reply: row.reply }
  },
  sendWebhookAgain: async (tx, { params }) => (await resend(tx, params.id, params.event), ok),
})

type EndpointRow = NonNullable<Awaited<ReturnType<typeof findEndpoint>>>
type DeliveryRow = NonNullable<Awaited<ReturnType<typeof findDelivery>>>

const toldEndpoint = (row: EndpointRow): Endpoint => ({
  id: row.id,
  name: row.name,
  url: row.url,
  kinds: row.kinds,
  state: row.state as Endpoint['state'],
  createdAt: row.created_at.toISOString(),
  failingSince: row.failing_since?.toISOString() ?? null,
  lastSentAt: row.last_sent_at ? new Date(row.last_sent_at).toISOString() : null,
  waiting: Number(row.waiting ?? 0),
})

const toldDelivery = (row: DeliveryRow): Delivery => ({
  event: row.event_id,
  kind: row.kind,
  state: row.state as DeliveryState,
  attempts: row.attempts,
  status: row.status,
  error: row.error,
  triedAt: row.tried_at?.toISOString() ?? null,
  tookMs: row.took_ms,
  nextAt: row.state === 'waiting' ? row.next_at.toISOString() : null,
  createdAt: row.created_at.toISOString(),
})

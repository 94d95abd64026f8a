import { z } from 'zod'
import { contract, created, done, id, idParam, name, page, paging, text } from '../kit/contract.ts'
import { kindPattern } from './webhookKinds.ts'

export const endpointStates = ['on', 'off', 'failed'] as const
export const deliveryStates = ['waiting', 'sending', 'sent', 'failed'] as const
export type DeliveryState = (typeof deliveryStates)[number]

const url = text(2000, 1).pipe(z.url({ protocol: /^https?$/, error: 'must be an address such as https://example.org/hooks' }))
const kinds = z
  .array(text(80).regex(kindPattern, 'must be a kind of activity such as alert.opened, or alert.*'))
  .min(1, 'must name at least one; null means everything')
  .max(100)
  .nullable()

const endpoint = z.object({
  id,
  name: z.string(),
  url: z.string(),
  /** Verbs as in the record (`alert.opened`), or `alert.*`; null: everything. */
  kinds: z.array(z.string()).nullable(),
  state: z.enum(endpointStates),
  createdAt: z.string(),
  /** Since then nothing arrived. */
  failingSince: z.string().nullable(),
  lastSentAt: z.string().nullable(),
  waiting: z.number().int(),
})
export type Endpoint = z.output<typeof endpoint>

const delivery = z.object({
  /** The same as `webhook-id`, and as the id of the activity. */
  event: id,
  kind: z.string(),
  state: z.enum(deliveryStates),
  attempts: z.number().int(),
  status: z.number().int().nullable(),
  error: z.string().nullable(),
  triedAt: z.string().nullable(),
  tookMs: z.number().int().nullable(),
  nextAt: z.string().nullable(),
  createdAt: z.string(),
})
export type Delivery = z.output<typeof delivery>

const eventParam = z.object({ id, event: id })

export const webhooksContract = contract({
  listWebhooks: {
    method: 'GET',
    path: '/webhooks',
    access: 'org.manage',
    scope: 'organisation',
    summary: 'Where we report what happens',
    query: paging,
    reply: page(endpoint),
  },
  createWebhook: {
    method: 'POST',
    path: '/webhooks',
    access: 'org.manage',
    scope: 'organisation',
    summary: 'Report what happens to an address of yours, signed as Standard Webhooks says',
    body: z.object({ name, url, kinds: kinds.default(null) }),
    reply: created,
    status: 201,
  },
  getWebhook: {
    method: 'GET',
    path: '/webhooks/:id',
    access: 'org.manage',
    scope: 'organisation',
    summary: 'One endpoint',
    params: idParam,
    reply: endpoint,
  },
  changeWebhook: {
    method: 'PATCH',
    path: '/webhooks/:id',
    access: 'org.manage',
    scope: 'organisation',
    summary: 'Change an endpoint, or switch it on or off; what happens while it is off is not sent',
    params: idParam,
    body: z.object({ name, url, kinds, on: z.boolean() }).partial(),
    reply: done,
  },
  removeWebhook: {
    method: 'DELETE',
    path: '/webhooks/:id',
    access: 'org.manage',
    scope: 'organisation',
    summary: 'Remove an endpoint with its log',
    params: idParam,
    reply: done,
  },
  webhookSecrets: {
    method: 'GET',
    path: '/webhooks/:id/secrets',
    access: 'org.manage',
    scope: 'organisation',
    summary: 'What the messages to this endpoint are signed with',
    params: idParam,
    reply: z.object({
      secret: z.string(),
      /** Signs too until then, so that the receiver can be changed in peace. */
      former: z.object({ secret: z.string(), until: z.string() }).nullable(),
    }),
  },
  rotateWebhookSecret: {
    method: 'POST',
    path: '/webhooks/:id/rotations',
    access: 'org.manage',
    scope: 'organisation',
    summary: 'Make a new secret; the former one signs too for 24 hours',
    params: idParam,
    body: z.object({}).default({}),
    reply: z.object({ until: z.string() }),
  },
  testWebhook: {
    method: 'POST',
    path: '/webhooks/:id/tests',
    access: 'org.manage',
    scope: 'organisation',
    summary: 'Send a test message (`webhook.test`)',
    params: idParam,
    body: z.object({}).default({}),
    reply: z.object({ event: id }),
    status: 201,
  },
  listWebhookDeliveries: {
    method: 'GET',
    path: '/webhooks/:id/deliveries',
    access: 'org.manage',
    scope: 'organisation',
    summary: 'What was sent, waits or failed, newest first; kept for 30 days',
    params: idParam,
    query: paging.extend({ state: z.enum(deliveryStates).optional() }),
    reply: page(delivery),
  },
  getWebhookDelivery: {
    method: 'GET',
    path: '/webhooks/:id/deliveries/:event',
    access: 'org.manage',
    scope: 'organisation',
    summary: 'One message: what it says, and what the receiver replied',
    params: eventParam,
    reply: delivery.extend({ body: z.string(), reply: z.string().nullable() }),
  },
  sendWebhookAgain: {
    method: 'POST',
    path: '/webhooks/:id/deliveries/:event/attempts',
    access: 'org.manage',
    scope: 'organisation',
    summary: 'Send a message again, with the same id',
    params: eventParam,
    body: z.object({}).default({}),
    reply: done,
  },
})

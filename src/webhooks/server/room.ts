import { webhookLoop } from './carrier.ts'
import { webhooksRoutes } from './routes.ts'
import { webhookLogClock } from './sweep.ts'
import type { ServerRoom } from '../../kit/server/room.ts'

export const webhooks: ServerRoom = {
  name: 'webhooks',
  routes: [webhooksRoutes],
  clocks: [webhookLogClock],
  loops: [webhookLoop],
}

import { mailLoop } from './carrier.ts'
import { outboxRoutes } from './routes.ts'
import type { ServerRoom } from '../../kit/server/room.ts'

export const mail: ServerRoom = {
  name: 'mail',
  routes: [outboxRoutes],
  loops: [mailLoop],
}

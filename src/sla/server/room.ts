import { replan } from './replan.ts'
import { slaRoutes } from './routes.ts'
import { promiseLoop } from './slaSweep.ts'
import type { ServerRoom } from '../../kit/server/room.ts'

export const sla: ServerRoom = {
  name: 'sla',
  routes: [slaRoutes],
  jobs: [replan],
  loops: [promiseLoop],
}

import { activityClocks } from './jobs.ts'
import { activityRoutes } from './routes.ts'
import type { ServerRoom } from '../../kit/server/room.ts'

export const activity: ServerRoom = {
  name: 'activity',
  routes: [activityRoutes],
  clocks: [...activityClocks],
}

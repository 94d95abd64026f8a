import { retentionSweepers } from '../../people/server/personalDataPorts.ts'
import { readAgain, readingClock } from './jobs.ts'
import { labelRetainer } from './retention.ts'
import { commentsRoutes } from './routes.ts'
import type { ServerRoom } from '../../kit/server/room.ts'

export const comments: ServerRoom = {
  name: 'comments',
  routes: [commentsRoutes],
  jobs: [readAgain],
  clocks: [readingClock],
  fills: [retentionSweepers.by(labelRetainer)],
}

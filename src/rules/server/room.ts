import { replayRule } from './ruleReplays.ts'
import { alertReplaysRoutes, alertRulesRoutes } from './routes.ts'
import type { ServerRoom } from '../../kit/server/room.ts'

export const rules: ServerRoom = {
  name: 'rules',
  routes: [alertRulesRoutes, alertReplaysRoutes],
  jobs: [replayRule],
}

import { dataSources, erasers, retainers } from '../../people/server/personalData.ts'
import { mergingClock } from './jobs.ts'
import { responseData, responseEraser } from './personErasure.ts'
import { commentRetainer, contactRetainer } from './retention.ts'
import { responsesRoutes } from './routes.ts'
import type { ServerRoom } from '../../kit/server/room.ts'

export const responses: ServerRoom = {
  name: 'responses',
  routes: [responsesRoutes],
  clocks: [mergingClock],
  fills: [erasers.by(responseEraser), dataSources.by(responseData), retainers.by(commentRetainer), retainers.by(contactRetainer)],
}

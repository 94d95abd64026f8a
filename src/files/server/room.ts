import { erasers, retentionSweepers } from '../../people/server/personalDataPorts.ts'
import { fileNameEraser } from './personErasure.ts'
import { fileRetainer } from './retention.ts'
import { filesRoutes, uploadRoutes } from './routes.ts'
import { unattachedClock } from './sweep.ts'
import type { ServerRoom } from '../../kit/server/room.ts'

export const files: ServerRoom = {
  name: 'files',
  routes: [filesRoutes, uploadRoutes],
  clocks: [unattachedClock],
  fills: [erasers.by(fileNameEraser), retentionSweepers.by(fileRetainer)],
}

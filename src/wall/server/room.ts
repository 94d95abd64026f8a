import { erasers } from '../../people/server/personalDataPorts.ts'
import { wallEraser } from './personErasure.ts'
import { wallRoutes } from './wallRoutes.ts'
import type { ServerRoom } from '../../kit/server/room.ts'

export const wall: ServerRoom = {
  name: 'wall',
  routes: [wallRoutes],
  fills: [erasers.by(wallEraser)],
}

import { wallRoutes } from './wallRoutes.ts'
import type { ServerRoom } from '../../kit/server/room.ts'

export const wall: ServerRoom = {
  name: 'wall',
  routes: [wallRoutes],
}

import type { ServerRoom } from '../../kit/server/room.ts'
import { searchRoutes } from './search.ts'

export const app: ServerRoom = { name: 'app', routes: [searchRoutes] }

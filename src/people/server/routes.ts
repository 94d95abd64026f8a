import type { Room } from '../../kit/server/http/implement.ts'
import { customerAccountRoom } from './accountRoutes.ts'
import { erasureRoom } from './erasureRoutes.ts'
import { importRoom } from './importRoutes.ts'
import { personRoom } from './personRoutes.ts'
import { teamRoom } from './teamRoutes.ts'
import { unitRoom } from './unitRoutes.ts'

const parts = [unitRoom, personRoom, customerAccountRoom, teamRoom, importRoom, erasureRoom]

export const peopleRoom: Room = {
  contract: Object.assign({}, ...parts.map(part => part.contract)),
  mount: (app, options) => parts.forEach(part => part.mount(app, options)),
}

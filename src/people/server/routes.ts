import type { Room } from '../../kit/server/http/implement.ts'
import { customerAccountRoom } from './groups/accountRoutes.ts'
import { erasureRoom } from './erasure/erasureRoutes.ts'
import { importRoom } from './importing/importRoutes.ts'
import { personRoom } from './person/personRoutes.ts'
import { teamRoom } from './groups/teamRoutes.ts'
import { unitRoom } from './units/unitRoutes.ts'

const parts = [unitRoom, personRoom, customerAccountRoom, teamRoom, importRoom, erasureRoom]

export const peopleRoom: Room = {
  contract: Object.assign({}, ...parts.map(part => part.contract)),
  mount: (app, options) => parts.forEach(part => part.mount(app, options)),
}

import type { Room } from '../../kit/server/http/implement.ts'
import { importRoom } from './importRoutes.ts'

const parts = [importRoom]

export const peopleRoom: Room = {
  contract: Object.assign({}, ...parts.map(part => part.contract)),
  mount: (app, options) => parts.forEach(part => part.mount(app, options)),
}

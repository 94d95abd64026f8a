import type { Room } from '../../kit/server/http/implement.ts'
import { keyRoom } from './keyRoutes.ts'
import { sessionRoom } from './sessionRoutes.ts'
import { setupRoom } from './setupRoutes.ts'

const parts = [setupRoom, sessionRoom, keyRoom]

export const accountsRoom: Room = {
  contract: Object.assign({}, ...parts.map(part => part.contract)),
  mount: (app, options) => parts.forEach(part => part.mount(app, options)),
}

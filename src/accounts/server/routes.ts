import type { Room } from '../../kit/server/http/implement.ts'
import { keyRoom } from './keyRoutes.ts'
import { loginRoom } from './loginRoutes.ts'
import { invitationRoom, memberRoom } from './memberRoutes.ts'
import { openOrgRoom, orgRoom } from './orgRoutes.ts'
import { settingsRoom } from './settingsRoutes.ts'
import { setupRoom } from './setupRoutes.ts'
import { signInRoom } from './signInRoutes.ts'

const parts = [setupRoom, signInRoom, loginRoom, keyRoom, memberRoom, invitationRoom, openOrgRoom, orgRoom, settingsRoom]

export const accountsRoom: Room = {
  contract: Object.assign({}, ...parts.map(part => part.contract)),
  mount: (app, options) => parts.forEach(part => part.mount(app, options)),
}

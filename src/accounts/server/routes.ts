import type { Room } from '../../kit/server/http/implement.ts'
import { keyRoom } from './keys/keyRoutes.ts'
import { loginRoom } from './signIn/loginRoutes.ts'
import { invitationRoom, memberRoom } from './members/memberRoutes.ts'
import { openOrgRoom, orgRoom } from './orgs/orgRoutes.ts'
import { settingsRoom } from './settings/settingsRoutes.ts'
import { setupRoom } from './orgs/setupRoutes.ts'
import { signInRoom } from './signIn/signInRoutes.ts'

const parts = [setupRoom, signInRoom, loginRoom, keyRoom, memberRoom, invitationRoom, openOrgRoom, orgRoom, settingsRoom]

export const accountsRoom: Room = {
  contract: Object.assign({}, ...parts.map(part => part.contract)),
  mount: (app, options) => parts.forEach(part => part.mount(app, options)),
}

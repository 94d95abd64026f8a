import { organisations } from '../../kit/server/queue.ts'
import { orgIds } from './orgStore.ts'
import { removalClock } from './orgs/removeOrg.ts'
import { signInSweepClock } from './signIn/sweepSignIn.ts'
import { keyRoutes } from './keys/keyRoutes.ts'
import { invitationRoutes, memberRoutes } from './members/memberRoutes.ts'
import { openOrgRoutes, orgRoutes } from './orgs/orgRoutes.ts'
import { setupRoutes } from './orgs/setupRoutes.ts'
import { logoPages, settingsRoutes } from './settings/settingsRoutes.ts'
import { loginRoutes } from './signIn/loginRoutes.ts'
import { signInRoutes } from './signIn/signInRoutes.ts'
import type { ServerRoom } from '../../kit/server/room.ts'

export const accounts: ServerRoom = {
  name: 'accounts',
  routes: [
    setupRoutes,
    signInRoutes,
    loginRoutes,
    keyRoutes,
    memberRoutes,
    invitationRoutes,
    openOrgRoutes,
    orgRoutes,
    settingsRoutes,
  ],
  pages: [logoPages],
  clocks: [removalClock, signInSweepClock],
  fills: [organisations.by(orgIds)],
}

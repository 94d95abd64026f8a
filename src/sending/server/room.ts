import { bounceWatchers, deliveryWatchers } from '../../mail/server/deliveryWatchers.ts'
import { mailTemplates } from '../../mail/template.ts'
import { personalDataSources, erasers } from '../../people/server/personalDataPorts.ts'
import { embedRoutes } from './embedRoutes.ts'
import { inviteNow } from './invite/inviteJob.ts'
import { invitationTemplate } from './invite/invitationTemplate.ts'
import { beginSend, remindNow, sendingClock } from './jobs.ts'
import { optOutRoutes } from './optOut/optOutRoutes.ts'
import { invitationData, invitationEraser } from './personErasure.ts'
import { sendingRoutes } from './routes.ts'
import { followBounce, followDelivery } from './sends/followInvitationMail.ts'
import type { ServerRoom } from '../../kit/server/room.ts'

export const sending: ServerRoom = {
  name: 'sending',
  routes: [sendingRoutes],
  pages: [optOutRoutes, embedRoutes],
  jobs: [beginSend, inviteNow, remindNow],
  clocks: [sendingClock],
  fills: [
    erasers.by(invitationEraser),
    personalDataSources.by(invitationData),
    mailTemplates.by(invitationTemplate),
    deliveryWatchers.by(followDelivery),
    bounceWatchers.by(followBounce),
  ],
}

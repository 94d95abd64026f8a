import { mailTemplates } from '../../mail/template.ts'
import { erasers } from '../../people/server/personalDataPorts.ts'
import { endpointFailed } from '../../webhooks/server/endpointFailed.ts'
import { mailNotifications, mailToPerson, notificationClock } from './mailNotifications.ts'
import { notificationEraser } from './personErasure.ts'
import { notificationsRoutes } from './routes.ts'
import { notificationTemplate } from './template.ts'
import { tellOfFailedWebhook } from './webhookFailed.ts'
import type { ServerRoom } from '../../kit/server/room.ts'

export const notifications: ServerRoom = {
  name: 'notifications',
  routes: [notificationsRoutes],
  jobs: [mailNotifications, mailToPerson],
  clocks: [notificationClock],
  fills: [endpointFailed.by(tellOfFailedWebhook), erasers.by(notificationEraser), mailTemplates.by(notificationTemplate)],
}

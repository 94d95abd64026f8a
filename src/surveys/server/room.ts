import { searchSources } from '../../kit/server/search.ts'
import { surveysByName } from './search.ts'
import { deliveryWatchers } from '../../mail/server/deliveryWatchers.ts'
import { mailTemplates } from '../../mail/template.ts'
import { personalDataSources, erasers } from '../../people/server/personalDataPorts.ts'
import { closingClock } from './closeDueSurveys.ts'
import { helpData, helpEraser } from './help/helpErasure.ts'
import { forgetReturnPath, helpReplyTemplate } from './help/helpMail.ts'
import { helpRoutes } from './help/helpRoutes.ts'
import { surveyLogoPages, surveyLogoRoutes } from './logoRoutes.ts'
import { surveysRoutes } from './routes.ts'
import type { ServerRoom } from '../../kit/server/room.ts'

export const surveys: ServerRoom = {
  name: 'surveys',
  routes: [surveysRoutes, surveyLogoRoutes, helpRoutes],
  pages: [surveyLogoPages],
  clocks: [closingClock],
  fills: [
    searchSources.by(surveysByName),
    erasers.by(helpEraser),
    personalDataSources.by(helpData),
    mailTemplates.by(helpReplyTemplate),
    deliveryWatchers.by(forgetReturnPath),
  ],
}

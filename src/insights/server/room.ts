import { mailTemplates } from '../../mail/template.ts'
import { digestPreview } from '../../notifications/server/digestPreview.ts'
import { drillDown } from '../../responses/server/numbers/drillDown.ts'
import { drillDownResponses } from './insightsDrillDown.ts'
import { digestOffRoutes } from './digestOffRoutes.ts'
import { digestTemplate } from './digestTemplate.ts'
import { insightsRoutes, viewsRoutes } from './routes.ts'
import { digestClock, mailDigest, previewDigest } from './weeklyDigest.ts'
import type { ServerRoom } from '../../kit/server/room.ts'

export const insights: ServerRoom = {
  name: 'insights',
  routes: [insightsRoutes, viewsRoutes],
  pages: [digestOffRoutes],
  jobs: [mailDigest],
  clocks: [digestClock],
  fills: [drillDown.by(drillDownResponses), digestPreview.by(previewDigest), mailTemplates.by(digestTemplate)],
}

import { mailTemplates } from '../../mail/template.ts'
import { digestPreview } from '../../notifications/server/digestPreview.ts'
import { behind } from '../../responses/server/numbers/behind.ts'
import { responsesBehind } from './behind.ts'
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
  fills: [behind.by(responsesBehind), digestPreview.by(previewDigest), mailTemplates.by(digestTemplate)],
}

import { pathTo } from '../../kit/paths.ts'
import { msg } from '../../kit/i18n.ts'
import { recordWords } from '../../activity/web/recordWords.ts'
import type { WebRoom } from '../../kit/web/room.ts'

export const insights: WebRoom = {
  name: 'insights',
  pages: {
    '/insights': () => import('./InsightsPage.tsx').then(m => m.InsightsPage),
  },
  nav: [{ href: pathTo('/insights'), label: msg('Insights'), icon: 'insights', order: 30, needs: 'insights.read' }],
  fills: [recordWords.by({ verbs: () => import('../verbs.ts').then(m => m.insightVerbs), icons: { insight_view: 'eye' } })],
}

import { pathTo } from '../../kit/paths.ts'
import { lazy } from 'react'
import { msg } from '../../kit/i18n.ts'
import { personPanels } from '../../people/web/personPanels.ts'
import { recordWords } from '../../activity/web/recordWords.ts'
import type { WebRoom } from '../../kit/web/room.ts'

export const responses: WebRoom = {
  name: 'responses',
  pages: {
    '/surveys/$id/results': () => import('./results/ResultsPage.tsx').then(m => m.ResultsPage),
    '/surveys/$id/import': () => import('./importing/HistoryPage.tsx').then(m => m.HistoryPage),
    '/responses': () => import('./browse/ResponsesPage.tsx').then(m => m.ResponsesPage),
    '/responses/$id': () => import('./response/ResponsePage.tsx').then(m => m.ResponsePage),
  },
  nav: [{ href: pathTo('/responses'), label: msg('Responses'), icon: 'responses', order: 40, needs: 'responses.read' }],
  fills: [
    recordWords.by({
      verbs: () => import('../verbs.ts').then(m => m.responseVerbs),
      icons: { response: 'responses', responses: 'responses' },
      pages: { response: '/responses/$id' },
    }),
    personPanels.by({
      id: 'answers',
      Panel: lazy(() => import('./PersonAnswers.tsx').then(m => ({ default: m.PersonAnswers }))),
    }),
  ],
}

import { recordWords } from '../../activity/web/recordWords.ts'
import type { WebRoom } from '../../kit/web/room.ts'

export const causes: WebRoom = {
  name: 'causes',
  pages: {
    '/causes': () => import('./CausesPage.tsx').then(m => m.CausesPage),
  },
  fills: [recordWords.by({ verbs: () => import('../verbs.ts').then(m => m.causeVerbs) })],
}

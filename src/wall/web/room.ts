import { pathTo } from '../../kit/paths.ts'
import { lazy } from 'react'
import { alertPanels } from '../../alerts/web/panels.ts'
import { msg } from '../../kit/i18n.ts'
import { recordWords } from '../../activity/web/recordWords.ts'
import type { WebRoom } from '../../kit/web/room.ts'

export const wall: WebRoom = {
  name: 'wall',
  pages: {
    '/wall': () => import('./WallPage.tsx').then(m => m.WallPage),
  },
  nav: [{ href: pathTo('/wall'), label: msg('Wall'), icon: 'heart', order: 60, needs: 'alerts.read' }],
  fills: [
    recordWords.by({ verbs: () => import('../verbs.ts').then(m => m.wallVerbs) }),
    alertPanels.by({
      id: 'praise',
      Panel: lazy(() => import('./Praise.tsx').then(m => ({ default: m.Praise }))),
    }),
  ],
}

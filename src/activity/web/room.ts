import { pathTo } from '../../kit/paths.ts'
import { msg } from '../../kit/i18n.ts'
import type { WebRoom } from '../../kit/web/room.ts'

export const activity: WebRoom = {
  name: 'activity',
  pages: {
    '/activity': () => import('./ActivityPage.tsx').then(m => m.ActivityPage),
  },
  nav: [{ href: pathTo('/activity'), label: msg('Activity'), icon: 'note', order: 100, needs: 'activity.read', setup: true }],
}

import { pathTo } from '../../kit/paths.ts'
import { settingsPlaces } from '../../accounts/web/settingsPlaces.ts'
import { t } from '../../kit/i18n.ts'
import { recordWords } from '../../activity/web/recordWords.ts'
import type { WebRoom } from '../../kit/web/room.ts'

export const demo: WebRoom = {
  name: 'demo',
  pages: {
    '/settings/demo': () => import('./DemoPage.tsx').then(m => m.DemoPage),
  },
  openPages: {
    '/demo': () => import('./ExplorePage.tsx').then(m => m.ExplorePage),
  },
  fills: [
    recordWords.by({ verbs: () => import('../verbs.ts').then(m => m.demoVerbs) }),
    settingsPlaces.by({
      href: pathTo('/settings/demo'),
      order: 100,
      label: () => t('Demo'),
      open: session => session.user?.operator ?? false,
    }),
  ],
}

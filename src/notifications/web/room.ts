import { pathTo } from '../../kit/paths.ts'
import { settingsPlaces } from '../../accounts/web/settingsPlaces.ts'
import { t } from '../../kit/i18n.ts'
import type { WebRoom } from '../../kit/web/room.ts'

export const notifications: WebRoom = {
  name: 'notifications',
  pages: {
    '/settings/notifications': () => import('./ChoicesPage.tsx').then(m => m.ChoicesPage),
  },
  fills: [
    settingsPlaces.by({ href: pathTo('/settings/notifications'), order: 50, label: () => t('Notifications'), open: () => true }),
  ],
}

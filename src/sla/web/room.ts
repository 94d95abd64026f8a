import { pathTo } from '../../kit/paths.ts'
import { settingsPlaces, manages } from '../../accounts/web/settingsPlaces.ts'
import { t } from '../../kit/i18n.ts'
import { recordWords } from '../../activity/web/recordWords.ts'
import type { WebRoom } from '../../kit/web/room.ts'

export const sla: WebRoom = {
  name: 'sla',
  pages: {
    '/settings/calendars': () => import('./CalendarsPage.tsx').then(m => m.CalendarsPage),
    '/settings/calendars/new': () => import('./CalendarPage.tsx').then(m => m.CalendarPage),
    '/settings/calendars/$id': () => import('./CalendarPage.tsx').then(m => m.CalendarPage),
    '/settings/promises': () => import('./PoliciesPage.tsx').then(m => m.PoliciesPage),
    '/settings/promises/new': () => import('./PolicyPage.tsx').then(m => m.PolicyPage),
    '/settings/promises/simulator': () => import('./SimulatorPage.tsx').then(m => m.SimulatorPage),
    '/settings/promises/$id': () => import('./PolicyPage.tsx').then(m => m.PolicyPage),
  },
  fills: [
    recordWords.by({ verbs: () => import('../verbs.ts').then(m => m.slaVerbs) }),
    settingsPlaces.by({
      href: pathTo('/settings/calendars'),
      order: 30,
      label: () => t('Working calendars'),
      open: manages('rules.read'),
    }),
    settingsPlaces.by({ href: pathTo('/settings/promises'), order: 40, label: () => t('Promises'), open: manages('rules.read') }),
  ],
}

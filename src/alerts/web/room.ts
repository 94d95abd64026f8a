import { pathTo } from '../../kit/paths.ts'
import { lazy } from 'react'
import { msg } from '../../kit/i18n.ts'
import { personPanels } from '../../people/web/personPanels.ts'
import { simulatorPanels } from '../../sla/web/simulatorPanels.ts'
import { recordWords } from '../../activity/web/recordWords.ts'
import type { WebRoom } from '../../kit/web/room.ts'

export const alerts: WebRoom = {
  name: 'alerts',
  pages: {
    '/my-day': () => import('./MyDayPage.tsx').then(m => m.MyDayPage),
    '/alerts': () => import('./list/AlertsPage.tsx').then(m => m.AlertsPage),
    '/alerts/$id': () => import('./page/AlertPage.tsx').then(m => m.AlertPage),
  },
  nav: [
    { href: pathTo('/my-day'), label: msg('My day'), icon: 'sun', order: 10, needs: 'alerts.read' },
    { href: pathTo('/alerts'), label: msg('Alerts'), icon: 'alerts', order: 20, needs: 'alerts.read' },
  ],
  fills: [
    recordWords.by({
      verbs: () => import('../verbs.ts').then(m => m.alertVerbs),
      icons: { alert: 'alerts' },
      pages: { alert: '/alerts/$id' },
    }),
    personPanels.by({
      id: 'alerts',
      Panel: lazy(() => import('./PersonAlerts.tsx').then(m => ({ default: m.PersonAlerts }))),
    }),
    simulatorPanels.by({
      id: 'alerts',
      Panel: lazy(() => import('./policyReplay/PolicyReplay.tsx').then(m => ({ default: m.PolicyReplay }))),
    }),
  ],
}

import { pathTo } from '../../kit/paths.ts'
import { settingsPlaces, manages } from '../../accounts/web/settingsPlaces.ts'
import { t } from '../../kit/i18n.ts'
import { recordWords } from '../../activity/web/recordWords.ts'
import type { WebRoom } from '../../kit/web/room.ts'

export const webhooks: WebRoom = {
  name: 'webhooks',
  pages: {
    '/settings/webhooks': () => import('./WebhooksPage.tsx').then(m => m.WebhooksPage),
    '/settings/webhooks/$id': () => import('./WebhookPage.tsx').then(m => m.WebhookPage),
  },
  fills: [
    recordWords.by({
      verbs: () => import('../verbs.ts').then(m => m.webhookVerbs),
      pages: { webhook: '/settings/webhooks/$id' },
    }),
    settingsPlaces.by({ href: pathTo('/settings/webhooks'), order: 80, label: () => t('Webhooks'), open: manages('org.manage') }),
  ],
}

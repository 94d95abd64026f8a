import { pathTo } from '../../kit/paths.ts'
import { msg } from '../../kit/i18n.ts'
import { recordWords } from '../../activity/web/recordWords.ts'
import type { WebRoom } from '../../kit/web/room.ts'

export const mail: WebRoom = {
  name: 'mail',
  pages: {
    '/outbox': () => import('./OutboxPage.tsx').then(m => m.OutboxPage),
    '/outbox/$id': () => import('./MailPage.tsx').then(m => m.MailPage),
  },
  nav: [{ href: pathTo('/outbox'), label: msg('Outbox'), icon: 'outbox', order: 110, needs: 'outbox.read', setup: true }],
  fills: [recordWords.by({ verbs: () => import('../verbs.ts').then(m => m.mailVerbs), icons: { mail: 'mail' } })],
}

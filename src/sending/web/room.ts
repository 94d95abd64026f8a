import { pathTo } from '../../kit/paths.ts'
import { settingsPlaces, manages } from '../../accounts/web/settingsPlaces.ts'
import { t } from '../../kit/i18n.ts'
import { recordWords } from '../../activity/web/recordWords.ts'
import type { WebRoom } from '../../kit/web/room.ts'

export const sending: WebRoom = {
  name: 'sending',
  pages: {
    '/surveys/$id/send': () => import('./SharePage.tsx').then(m => m.SharePage),
    '/surveys/$id/send/new': () => import('./SendPage.tsx').then(m => m.SendPage),
    '/surveys/$id/invitations': () => import('./InvitationsPage.tsx').then(m => m.InvitationsPage),
    '/settings/mail': () => import('./MailSettingsPage.tsx').then(m => m.MailSettingsPage),
  },
  fills: [
    recordWords.by({ verbs: () => import('../verbs.ts').then(m => m.sendingVerbs) }),
    settingsPlaces.by({
      href: pathTo('/settings/mail'),
      order: 20,
      label: () => t('Mail and invitations'),
      open: manages('org.manage'),
    }),
  ],
}
